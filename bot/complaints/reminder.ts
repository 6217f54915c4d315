import { formatDay } from '../../shared/thai/dates.ts';
import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import type { Outcome } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { complaintText as t } from './text.ts';

/** Days offered; none of them is the day of an answer, so a reminder does not point at a case. */
const DAYS = [7, 14, 30];
const HOUR = 9;
/** Who asked to be reminded is nobody's business once it is done; LINE's failures are over by then. */
const KEPT_DAYS = 2;
const MS_PER_HOUR = 60 * 60 * 1000;

/** Offers a reminder that says nothing. Off unless a day is chosen. */
export function reminderOffer(): Message {
  return say(t.remindOffer, [
    quick(t.remindNo, buttonData('complaints', 'remind', { d: 0 })),
    ...DAYS.map((days) => quick(t.remindIn(days), buttonData('complaints', 'remind', { d: days }))),
  ]);
}

/**
 * Sets the reminder: a post to this person on a day, at an hour drawn at random so that it does not repeat the hour of filing.
 * It holds the person and the day, no case and no code (G4).
 */
export function setReminder(talk: Talk, press: ButtonPress): Outcome {
  const days = DAYS.find((one) => String(one) === press.values['d']);
  const { userId } = talk.event;
  if (days === undefined || userId === undefined) return { reply: [say(t.remindNone)] };
  const day = addDays(dayOf(talk.nowMs), days);
  const dueAtMs = epochMsOf(day, HOUR) + Math.floor(talk.random.fraction() * 8) * MS_PER_HOUR;
  return {
    reply: [say(t.remindSet(formatDay(day, 'long')))],
    posts: [
      {
        id: `reminder-${userId}-${day}`,
        kind: 'reminder',
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
