import type { Clock } from '../../bot/clock.ts';
import type { Line } from '../../bot/line/line.ts';
import type { Random } from '../../bot/random.ts';
import type { LineAccount } from '../../bot/setup/line-account.ts';
import type { Store } from '../../bot/store/store.ts';
import type { DeploySettings } from './deploy-settings.ts';
import type { GoogleProject } from './google-project.ts';

/** What a deployment works on. */
export interface DeployDeps {
  readonly settings: DeploySettings;
  readonly google: GoogleProject;
  readonly account: LineAccount;
  readonly line: Pick<Line, 'quota'>;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the built functions lie. */
  readonly functionsFolder: string;
  /** The office's store in the project. The caller closes it. */
  openStore(): Promise<Store>;
  /** Whether an office with people in it lives in `DATA_DIR` of this machine and has not moved away. */
  isOfficeOnMachine(): Promise<boolean>;
  /** Builds the mini-app and the functions; false when that failed, and then it has said why. */
  build(): Promise<boolean>;
  /** Runs firebase-tools with these words and lets it talk; returns its exit code. */
  firebase(words: readonly string[]): Promise<number>;
  /** The JSON behind an address of the office's own; undefined when it cannot be had. */
  readJson(url: string): Promise<unknown>;
  /** Says a line. */
  say(line: string): void;
}

/** `look` changes nothing; `prepare` switches on and makes what the project lacks and what there is one right answer to. */
export type CheckMode = 'look' | 'prepare';
