/** What a place of files needs done now and then. Absent where the service does it by itself. */
export interface Housekeeping {
  /** Removes what a crash left half-written; returns how many there were. */
  removeUnfinished(nowMs: number): Promise<number>;
  /** Names of up to `limit` whole files in a folder that were written before `beforeMs`, in order, after `after`. */
  oldFiles(page: OldFiles): Promise<readonly string[]>;
}

export interface OldFiles {
  /** The part of the names before the slash. */
  readonly folder: string;
  /** Epoch ms. */
  readonly beforeMs: number;
  /** The last name of an earlier page; left out for the first one. */
  readonly after?: string | undefined;
  readonly limit: number;
}
