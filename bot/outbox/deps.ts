import type { CommitDeps } from '../commit/commit-deps.ts';
import type { Line } from '../line/line.ts';
import type { Log } from '../log.ts';
import type { Store, Transaction } from '../store/store.ts';

/** What sending needs. */
export interface OutboxDeps extends CommitDeps {
  readonly store: Store;
  readonly line: Line;
  readonly log: Log;
  /** 1:1 chats of the people who look after the program. */
  adminChats(tx: Pick<Transaction, 'query'>): Promise<readonly string[]>;
  /** Messages of the month that only critical posts may use. */
  quotaReserve(tx: Pick<Transaction, 'get'>): Promise<number>;
}
