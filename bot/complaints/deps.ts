import type { Clock } from '../clock.ts';
import type { Files } from '../files/files.ts';
import type { Line } from '../line/line.ts';
import type { Random } from '../random.ts';
import type { Store } from '../store/store.ts';
import type { LookUps } from './look-ups.ts';
import type { ReceiptSecrets } from './receipt/receipt-secrets.ts';
import type { Tickets } from './tickets.ts';

/** What taking complaints in, and following them up, needs. There is no private key among it. */
export interface ComplaintDeps {
  readonly store: Store;
  readonly files: Files;
  readonly line: Line;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: ReceiptSecrets;
  readonly tickets: Tickets;
  readonly lookUps: LookUps;
  /** Address of a page of the mini-app, for officers; undefined where none is set up. */
  liffUrl(path: string): string | undefined;
  /** Address of the 1:1 chat with this account, once LINE said what it is called. */
  chatUrl(): string | undefined;
}
