import { type Outcome, set } from '../commit/outcome.ts';
import { bubble, button, COLORS, carousels, press, quick, say, text } from '../line/card.ts';
import { posts, rides } from '../outbox/records.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { showMenu } from './menu-work.ts';
import { activeMembers, memberOf, membersWith } from './read-people.ts';
import { type Member, members } from './records.ts';
import { peopleText as t } from './text.ts';

/** Cards of one answer; an office with more people sees the first ones by name. */
const MAX_SHOWN = 48;

/** `สมาชิก`: who is registered, by name. */
export async function listMembers(talk: Talk): Promise<Outcome> {
  const active = await activeMembers(talk.tx);
  if (active.length === 0) return { reply: [say(t.membersNone)] };
  const byName = [...active].sort((a, b) => a.data.name.localeCompare(b.data.name, 'th')).slice(0, MAX_SHOWN);
  const bubbles = byName.map(({ id, data }) =>
    bubble({
      size: 'kilo',
      kicker: data.unit,
      title: data.name,
      body: [
        text(data.roles.map((role) => t.roleNames[role]).join(', '), {
          size: 'sm',
          color: COLORS.muted,
          margin: 'md',
        }),
      ],
      buttons: [
        button(press(t.removeMember, buttonData('people', 'remove', { id }), t.removeMember), 'secondary'),
      ],
    }),
  );
  return { reply: carousels(t.membersTitle, bubbles).slice(0, 5) };
}

/** ถอนสิทธิ์: asks first, then takes every role back at once. The last admin stays. */
export async function pressMember(talk: Talk, pressed: ButtonPress): Promise<Outcome> {
  const id = pressed.values['id'] ?? '-';
  const member = await memberOf(talk.tx, id);
  if (!member) return { reply: [say(t.stale)] };
  if (pressed.action === 'keep') return { reply: [say(t.kept)] };
  if (pressed.action === 'remove') {
    return {
      reply: [
        say(t.removeAsk(member.name), [
          quick(t.removeYes, buttonData('people', 'remove-yes', { id })),
          quick(t.keep, buttonData('people', 'keep', { id })),
        ]),
      ],
    };
  }
  if (pressed.action !== 'remove-yes') return { reply: [say(t.stale)] };
  const admins = await membersWith(talk.tx, 'admin');
  if (admins.length === 1 && admins[0] === id) return { reply: [say(t.lastAdmin)] };
  const removed: Member = { ...member, roles: [], status: 'removed' };
  return {
    reply: [say(t.removed(member.name))],
    writes: [set(ref(members, id), removed)],
    cancelPosts: await waitingForMember(talk, id),
    audit: [
      {
        actor: { kind: 'member', userId: talk.event.userId ?? '-' },
        action: 'people.removed',
        subject: id,
        detail: { roles: member.roles.join(',') },
      },
    ],
    work: [showMenu(talk.event.id, id)],
  };
}

/** What waits in the person's chat because of the membership: reminders and the like. What they asked for as anybody stays. */
async function waitingForMember({ tx }: Talk, userId: string): Promise<readonly string[]> {
  const waiting = (await tx.get(ref(rides, userId)))?.data.postIds ?? [];
  const found = await Promise.all(waiting.map((id) => tx.get(ref(posts, id))));
  return found.flatMap((post) => (post?.data.forMember ? [post.id] : []));
}
