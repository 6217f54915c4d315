import { collection } from '../store/store.ts';
import type { Chat } from '../webhook/event.ts';

/** What a piece of work is about, and its answer's way back while the token lasts. */
export interface Work {
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly chat?: Chat;
  readonly replyToken?: string;
  readonly receivedAtMs: number;
  readonly eventAtMs?: number;
}

/** Work that waits to be done after a commit. Removed in the transaction that stores its result. */
export interface WorkRow {
  /** The {@link Work}, closed: for whom something is being done is nobody's business. */
  readonly closedWork: string;
  readonly attempts: number;
  /** Also the end of the lease while somebody works on it. */
  readonly nextAttemptAtMs: number;
  /** How often it could not be opened, or nobody knew it. */
  readonly unknownTries?: number;
}

export const workRows = collection<WorkRow>('work', { indexes: [['nextAttemptAtMs']] });
