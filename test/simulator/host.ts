import type { SpawnedProgram, SpawnOptions } from './spawn-program.ts';

/** Names a server that lends emulated deployments (test/firebase); the same tests then run against those. */
export const EMULATORS_URL = 'PRONGSAI_EMULATORS_URL';

/** Where an office's program runs, and where what it keeps outlives it. */
export interface Host {
  /** Keys, and whatever else lies on the office's own machine. */
  readonly dataDir: string;
  /** What a command of the admin (`npm run keys`) is told of where the office is. */
  readonly environment: Readonly<Record<string, string>>;
  /** What is to be added to it for a place where no office is. */
  readonly elsewhere: Readonly<Record<string, string>>;
  start(options: Omit<SpawnOptions, 'dataDir'>): Promise<SpawnedProgram>;
  /** What an admin does after keys were made or changed: on one machine nothing, on Firebase the secrets are sent. */
  sendKeys(): Promise<void>;
  /** Everything that is kept (store, files, logs), as files of a folder. */
  kept(): Promise<string>;
  /** The office is over: removes all of it. The program must have ended. */
  leave(): Promise<void>;
}
