/** Something the program does by the clock. Must be safe to run at any time, twice, and after a crash half-way. */
export interface Job {
  readonly name: string;
  run(): Promise<void>;
}
