import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import type { Outcome } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { posts } from '../outbox/records.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { complaintText as t } from './text.ts';

/**
 * Days offered, and by how many the real day may lie before or after: counted back, a day exactly so far away would be the day
 * of filing. None of them is the day of an answer, so a reminder does not point at a case.
 */
export const REMINDERS = [
  { days: 7, spreadDays: 2 },
  { days: 14, spreadDays: 4 },
  { days: 30, spreadDays: 7 },
] as const;
/** A person's posts that lie ahead and are looked through for a reminder. */
const POSTS_AHEAD = 50;
const REMINDER = 'reminder';
const HOUR = 9;
/** Who asked to be reminded is nobody's business once it is done; LINE's failures are over by then. */
const KEPT_DAYS = 2;
const MS_PER_HOUR = 60 * 60 * 1000;

/** Offers a reminder that says nothing. Off unless a day is chosen. */
export function reminderOffer(): Message {
  return say(t.remindOffer, [
    quick(t.remindNo, buttonData('complaints', 'remind', { d: 0 })),
    ...REMINDERS.map(({ days }) => quick(t.remindIn(days), buttonData('complaints', 'remind', { d: days }))),
  ]);
}

/**
 * Sets the reminder: a post to this person on about the chosen day, day and hour drawn at random so that neither tells when
 * somebody filed. It holds the person and the day, no case and no code (G4). One stands at a time: several draws would show
 * their middle.
 */
export async function setReminder(talk: Talk, press: ButtonPress): Promise<Outcome> {
  const chosen = REMINDERS.find(({ days }) => String(days) === press.values['d']);
  const { userId } = talk.event;
  if (chosen === undefined || userId === undefined) return { reply: [say(t.remindNone)] };
  const ahead = await talk.tx.query({
    collection: posts,
    where: [
      ['chatId', '==', userId],
      ['dueAtMs', '>', talk.nowMs],
    ],
    orderBy: { field: 'dueAtMs', direction: 'asc' },
    limit: POSTS_AHEAD,
  });
  if (ahead.some(({ data }) => data.kind === REMINDER)) return { reply: [say(t.remindStands)] };
  const { days, spreadDays } = chosen;
  const shift = Math.floor(talk.random.fraction() * (2 * spreadDays + 1)) - spreadDays;
  const day = addDays(dayOf(talk.nowMs), days + shift);
  const dueAtMs = epochMsOf(day, HOUR) + Math.floor(talk.random.fraction() * 8) * MS_PER_HOUR;
  return {
    reply: [say(t.remindSet(days))],
    posts: [
      {
        id: `reminder-${userId}-${day}`,
        kind: REMINDER,
        chatId: userId,
        messages: [say(t.reminder)],
        dueAtMs,
        pushAfterMs: dueAtMs,
        critical: true,
        keptDays: KEPT_DAYS,
      },
    ],
  };
}
