import type { Clock } from '../clock.ts';
import type { OfficeKeys } from '../office-keys.ts';
import type { Random } from '../random.ts';

/** What a commit needs besides the transaction. */
export interface CommitDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Names and closes 1:1 conversations. */
  readonly keys: OfficeKeys;
}
