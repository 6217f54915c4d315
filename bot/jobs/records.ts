import { collection } from '../store/store.ts';

/** Work that waits to be done after a commit. Removed in the transaction that stores its result. */
export interface WorkRow {
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** The answer's way back, while its token lasts. */
  readonly chatId?: string;
  readonly chatKind?: 'user' | 'group';
  readonly replyToken?: string;
  readonly receivedAtMs: number;
  readonly eventAtMs?: number;
  readonly attempts: number;
  /** Also the end of the lease while somebody works on it. */
  readonly nextAttemptAtMs: number;
}

export const workRows = collection<WorkRow>('work', {
  indexes: [['nextAttemptAtMs']],
});
