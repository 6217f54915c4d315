import type { Clock } from '../clock.ts';
import type { Line } from '../line/line.ts';
import type { Random } from '../random.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { LineAccount } from './line-account.ts';

/** What setting up works on. */
export interface SetupDeps {
  readonly settings: Settings;
  readonly account: LineAccount;
  readonly line: Pick<Line, 'quota'>;
  /** Undefined before the program ran for the first time: then there is nobody to link. */
  readonly store: Store | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** The JSON behind an address of the office's own; undefined when it cannot be had. */
  readJson(url: string): Promise<unknown>;
}
