import { type Outcome, set } from '../commit/outcome.ts';
import type { WorkHandler } from '../jobs/work.ts';
import { bubble, button, flex, press, say, text } from '../line/card.ts';
import type { Line, Message } from '../line/line.ts';
import { rides } from '../outbox/records.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Talk } from '../webhook/feature.ts';
import { membersWith, officeOf } from './read-people.ts';
import { type Group, groups } from './records.ts';
import { peopleText as t } from './text.ts';

/** A new group's posts wait this long for a free ride. */
const DEFAULT_PUSH_AFTER_MS = 3 * 60 * 60 * 1000;
/** An admin who says nothing this long is told by push that a group waits to be linked. */
const TELL_ADMIN_AFTER_MS = 30 * 60 * 1000;
/** Name of the work that asks LINE what the group is called. */
export const NAME_GROUP = 'people.name-group';

/** The account was put into a group: greet it, remember it as unlinked, and ask LINE for its name. */
export async function groupJoined(talk: Talk): Promise<Outcome> {
  const { event, tx, nowMs } = talk;
  const before = (await tx.get(ref(groups, event.chat.id)))?.data;
  const group: Group = {
    name: before?.name ?? '',
    status: 'joined',
    topics: [],
    pushAfterMs: before?.pushAfterMs ?? DEFAULT_PUSH_AFTER_MS,
    rev: (before?.rev ?? 0) + 1,
  };
  return {
    reply: [say(t.groupGreeting((await officeOf(tx)).name))],
    writes: [set(ref(groups, event.chat.id), group)],
    audit: [
      { actor: { kind: 'program' }, action: 'people.group-joined', subject: event.chat.id, detail: {} },
    ],
    work: [{ id: `name-${event.chat.id}-${nowMs}`, name: NAME_GROUP, args: { groupId: event.chat.id } }],
  };
}

/** The account was taken out of a group: nothing is sent there any more. */
export async function groupLeft(talk: Talk): Promise<Outcome> {
  const { event, tx } = talk;
  const before = (await tx.get(ref(groups, event.chat.id)))?.data;
  if (!before) return {};
  const waiting = (await tx.get(ref(rides, event.chat.id)))?.data.postIds ?? [];
  const { nextSlotAtMs: _slot, budgetSchedule: _schedule, ...rest } = before;
  const left: Group = { ...rest, status: 'left', topics: [], rev: before.rev + 1 };
  return {
    writes: [set(ref(groups, event.chat.id), left)],
    cancelPosts: waiting,
    audit: [{ actor: { kind: 'program' }, action: 'people.group-left', subject: event.chat.id, detail: {} }],
  };
}

/** Asks LINE for the group's name, then tells the admins that a group waits to be linked. */
export function nameGroupWork(line: Line): WorkHandler {
  return {
    name: NAME_GROUP,
    feature: 'people',
    run: async (work) => {
      const groupId = String(work.args['groupId']);
      const name = await line.groupName(groupId);
      if (name === undefined) return { kind: 'again' };
      return {
        kind: 'done',
        decide: async ({ tx, nowMs }) => {
          const stored = await tx.get(ref(groups, groupId));
          if (stored?.data.status !== 'joined') return {};
          const admins = await membersWith(tx, 'admin');
          return {
            writes: [set(ref(groups, groupId), { ...stored.data, name })],
            posts: admins.map((chatId) => ({
              id: `group-joined-${groupId}-${chatId}-${stored.data.rev}`,
              kind: 'group-joined',
              chatId,
              messages: [joinedCard(groupId, name)],
              dueAtMs: nowMs,
              pushAfterMs: nowMs + TELL_ADMIN_AFTER_MS,
            })),
          };
        },
      };
    },
    // The group works without a name; the list shows a general word for it.
    giveUp: () => ({}),
  };
}

function joinedCard(groupId: string, name: string): Message {
  const show = press(t.groupSettings, buttonData('people', 'group', { id: groupId }), t.groupSettings);
  return flex(
    t.groupJoined(name),
    bubble({
      kicker: t.groupsTitle,
      title: name || t.groupUnnamed,
      body: [text(t.groupJoined(name || t.groupUnnamed), { size: 'sm', margin: 'md' })],
      buttons: [button(show)],
    }),
  );
}
