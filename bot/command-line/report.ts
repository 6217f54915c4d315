/** What a command has to say, and whether it did what was asked. */
export interface CommandReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Prints the report and sets the exit code of the process: 0 when all is well, else 1. */
export function sayReport({ ok, lines }: CommandReport): void {
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = ok ? 0 : 1;
}
