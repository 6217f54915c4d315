import type { Clock } from '../clock.ts';
import type { CommandReport } from '../command-line/report.ts';
import type { Random } from '../random.ts';
import type { Store } from '../store/store.ts';

/** What the keys commands work on. */
export interface KeysDeps {
  /** The folder whose `keys` folder holds the private keys. */
  readonly dataDir: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

/** What a keys command has to say. */
export type KeysReport = CommandReport;
