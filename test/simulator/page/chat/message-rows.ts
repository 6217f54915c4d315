import type { SimMessage } from '../../protocol.ts';
import { clockTime, dayLabel } from '../live/sim-time.ts';

export interface MessageRow {
  readonly message: SimMessage;
  readonly time: string;
  /** The day to announce above this message, when it is the first one of that day. */
  readonly day: string | undefined;
  /** The first of several in a row from one sender carries name and avatar. */
  readonly startsRun: boolean;
}

/** Older ones are left out: nobody scrolls that far, and drawing thousands of cards would be slow. */
export const MESSAGES_SHOWN_MAX = 300;

/** The messages of a chat with what stands around them. */
export function messageRows(messages: readonly SimMessage[]): readonly MessageRow[] {
  let previous: SimMessage | undefined;
  let previousDay: string | undefined;
  return messages.slice(-MESSAGES_SHOWN_MAX).map((message) => {
    const today = dayLabel(message.sentAtMs);
    const day = today === previousDay ? undefined : today;
    const startsRun =
      day !== undefined || previous?.from !== message.from || previous.content.kind === 'unsent';
    previous = message;
    previousDay = today;
    return { message, time: clockTime(message.sentAtMs), day, startsRun };
  });
}
