import { z } from 'zod';
import { isRole, ROLES, type Role } from '../../shared/people/roles.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { tidy } from '../../shared/thai/text.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import { bubble, button, COLORS, flex, quick, say, text } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Talk } from '../webhook/feature.ts';
import { INVITE_DIGITS, inviteId, showInviteCode } from './codes.ts';
import { officeOf } from './read-people.ts';
import { invites } from './records.ts';
import { peopleText as t } from './text.ts';

const INVITE_LIFE_MS = 7 * 24 * 60 * 60 * 1000;
const NAME = { min: 2, max: 60 };

const roles = z.enum(ROLES as [Role, ...Role[]]);

/** The conversation in which an admin makes an invitation. */
export const inviteFlow = z.discriminatedUnion('step', [
  z.object({ step: z.literal('invite-name') }),
  z.object({ step: z.literal('invite-unit'), name: z.string() }),
  z.object({ step: z.literal('invite-roles'), name: z.string(), unit: z.string(), roles: z.array(roles) }),
]);
export type InviteFlow = z.infer<typeof inviteFlow>;

/** `เชิญ`: asks for the name first. */
export function startInvite(): Outcome {
  return { reply: [say(t.askInviteName)], flow: { step: 'invite-name' } satisfies InviteFlow };
}

/** What the admin typed or pressed, in the state the flow is in. */
export async function continueInvite(talk: Talk, flow: InviteFlow, said: string): Promise<Outcome> {
  const value = tidy(said);
  const wellSized = value.length >= NAME.min && value.length <= NAME.max;
  if (flow.step === 'invite-name') {
    if (!wellSized) return { reply: [say(t.inviteNameLength)] };
    const { units } = await officeOf(talk.tx);
    const choices = units.map((unit) =>
      quick(unit, buttonData('people', 'answer', { rev: talk.nextRev, say: unit })),
    );
    return {
      reply: [say(t.askInviteUnit(value), choices)],
      flow: { step: 'invite-unit', name: value } satisfies InviteFlow,
    };
  }
  if (flow.step === 'invite-unit') {
    if (!wellSized) return { reply: [say(t.unitLength)] };
    const next: InviteFlow = { step: 'invite-roles', name: flow.name, unit: value, roles: [] };
    return { reply: [askRoles(next.roles, talk.nextRev)], flow: next };
  }
  return chooseRole(talk, flow, value);
}

async function chooseRole(
  talk: Talk,
  flow: Extract<InviteFlow, { step: 'invite-roles' }>,
  value: string,
): Promise<Outcome> {
  if (value === t.makeCode) {
    return flow.roles.length === 0
      ? { reply: [askRoles(flow.roles, talk.rev, t.inviteNeedsRole)] }
      : makeInvite(talk, flow);
  }
  const named = ROLES.find((role) => t.roleNames[role] === value);
  const chosen = isRole(value) ? value : named;
  if (!chosen) return { reply: [askRoles(flow.roles, talk.rev)] };
  const next = flow.roles.includes(chosen)
    ? flow.roles.filter((role) => role !== chosen)
    : [...flow.roles, chosen];
  return { reply: [askRoles(next, talk.nextRev)], flow: { ...flow, roles: next } };
}

function askRoles(chosen: readonly Role[], rev: number, problem?: string): Message {
  const choices = ROLES.map((role) =>
    quick(
      `${chosen.includes(role) ? '✓ ' : ''}${t.roleNames[role]}`,
      buttonData('people', 'answer', { rev, say: role }),
      t.roleNames[role],
    ),
  );
  const done = quick(t.makeCode, buttonData('people', 'answer', { rev, say: t.makeCode }));
  const names = chosen.map((role) => t.roleNames[role]);
  return say(problem ?? t.askInviteRoles(names), chosen.length > 0 ? [done, ...choices] : choices);
}

async function makeInvite(talk: Talk, flow: Extract<InviteFlow, { step: 'invite-roles' }>): Promise<Outcome> {
  const { userId } = talk.event;
  if (userId === undefined) return { reply: [say(t.notAllowed)], flow: null };
  const code = talk.random.digits(INVITE_DIGITS);
  const expiresAtMs = talk.nowMs + INVITE_LIFE_MS;
  const office = await officeOf(talk.tx);
  const shown = showInviteCode(code);
  const card = flex(
    t.inviteAlt(flow.name),
    bubble({
      kicker: t.inviteTitle,
      title: flow.name,
      body: [
        text(`${flow.unit} · ${flow.roles.map((role) => t.roleNames[role]).join(', ')}`, {
          size: 'sm',
          color: COLORS.muted,
        }),
        text(shown, { size: 'xxl', weight: 'bold', color: COLORS.green, margin: 'lg', align: 'center' }),
        text(t.inviteHow(shown), { size: 'sm', margin: 'lg' }),
        text(t.inviteExpires(formatDay(dayOf(expiresAtMs), 'long')), {
          size: 'xs',
          color: COLORS.muted,
          margin: 'md',
        }),
      ],
      buttons: [
        button({
          type: 'clipboard',
          label: t.copyInvite,
          clipboardText: t.inviteMessage(office.name, shown),
        }),
      ],
    }),
  );
  return {
    reply: [card],
    flow: null,
    writes: [
      set(ref(invites, inviteId(code)), {
        name: flow.name,
        unit: flow.unit,
        roles: flow.roles,
        invitedBy: userId,
        expiresAtMs,
      }),
    ],
    audit: [
      {
        actor: { kind: 'member', userId },
        action: 'people.invited',
        subject: inviteId(code).slice(0, 16),
        detail: { unit: flow.unit, roles: flow.roles.join(',') },
      },
    ],
  };
}
