import { tidy } from '../../shared/thai/text.ts';
import { type Outcome, remove, set } from '../commit/outcome.ts';
import { bubble, COLORS, flex, quickSay, row, say, text, withQuick } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { ref } from '../store/store.ts';
import type { Talk } from '../webhook/feature.ts';
import { FIRST_START, inviteId, parseInviteCode } from './codes.ts';
import { showMenu } from './menu-work.ts';
import { memberOf, membersWith, officeOf } from './read-people.ts';
import { invites, type Member, members, OFFICE_ID, offices } from './records.ts';
import { peopleText as t } from './text.ts';

const OFFICE_NAME = { min: 3, max: 100 };

/** `ลงทะเบียน CODE`: whoever holds a code that was not used becomes the member it was made for. The code works once. */
export async function register(talk: Talk, rest: string): Promise<Outcome> {
  const { tx, event, nowMs } = talk;
  const code = parseInviteCode(rest);
  if (rest === '' || event.userId === undefined) return { reply: [say(t.registerHow)] };
  const invite = code && (await tx.get(ref(invites, inviteId(code))));
  if (!invite || invite.data.expiresAtMs <= nowMs) return { reply: [say(t.registerWrong)] };
  // Codes of earlier starts end with the first admin.
  const forFirst = invite.data.invitedBy === FIRST_START;
  const admins = await membersWith(tx, 'admin');
  if (forFirst && admins.length > 0) return { reply: [say(t.registerWrong)] };
  const { name, unit, roles, invitedBy } = invite.data;
  // A code replaces the roles a member has; the office must not lose its last admin to a code typed by mistake.
  const isLastAdmin = admins.length === 1 && admins[0] === event.userId;
  if (isLastAdmin && !roles.includes('admin')) return { reply: [say(t.lastAdmin)] };
  const member: Member = { name, unit, roles, status: 'active', joinedAtMs: nowMs };
  const first = (await officeOf(tx)).name === '' && roles.includes('admin');
  return {
    reply: [
      withQuick(memberCard(member), first ? [] : [quickSay('เมนู')]),
      ...(first ? [say(t.askOfficeName)] : []),
    ],
    replyMustArrive: true,
    ...(first ? { flow: { step: 'office-name' } } : {}),
    writes: [set(ref(members, event.userId), member), remove(ref(invites, invite.id))],
    audit: [
      {
        actor: { kind: 'member', userId: event.userId },
        action: 'people.registered',
        subject: event.userId,
        detail: { unit, roles: roles.join(','), invitedBy },
      },
    ],
    work: [showMenu(event.id, event.userId)],
  };
}

/** The first admin's answer to "what is the office called". */
export async function nameOffice(talk: Talk, said: string): Promise<Outcome> {
  const name = tidy(said);
  if (name.length < OFFICE_NAME.min || name.length > OFFICE_NAME.max)
    return { reply: [say(t.officeNameLength)] };
  const { userId } = talk.event;
  const member = await memberOf(talk.tx, userId);
  if (!userId || !member?.roles.includes('admin')) return { reply: [say(t.notAllowed)], flow: null };
  const office = await officeOf(talk.tx);
  return {
    reply: [say(t.officeNamed(name), [quickSay('เชิญ'), quickSay('กลุ่ม'), quickSay('เมนู')])],
    flow: null,
    writes: [set(ref(offices, OFFICE_ID), { ...office, name })],
    audit: [
      {
        actor: { kind: 'member', userId },
        action: 'people.office-named',
        subject: OFFICE_ID,
        detail: { name },
      },
    ],
  };
}

function memberCard(member: Member): Message {
  const line = (label: string, value: string) =>
    row([text(label, { size: 'sm', color: COLORS.muted, flex: 4 }), text(value, { size: 'sm', flex: 6 })], {
      margin: 'md',
    });
  return flex(
    t.registeredTitle,
    bubble({
      kicker: t.registeredTitle,
      title: member.name,
      body: [
        line(t.unit, member.unit),
        line(t.roles, member.roles.map((role) => t.roleNames[role]).join(', ')),
      ],
    }),
  );
}
