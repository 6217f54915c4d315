import type { Chat } from '../webhook/event.ts';

/** What an outcome belongs to: an event, a finished piece of work, a tick of the schedule or a call of the API. */
export interface Occasion {
  /** Unique; names the rows made from it. */
  readonly id: string;
  /** The feature whose flow `Outcome.flow` is. */
  readonly feature: string;
  readonly chat?: Chat;
  readonly replyToken?: string;
  /** A person's doing, outside a chat: like an event in a chat, many others may do the same in this moment. */
  readonly isByPerson?: boolean;
  /** When the program got to know of it, epoch ms. */
  readonly receivedAtMs: number;
  /** The revision the conversation gets when its flow changes: what the answer's buttons carry. */
  readonly nextRev?: number;
  /** LINE's time of the event, when it is one. */
  readonly eventAtMs?: number;
}
