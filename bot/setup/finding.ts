/** One thing that was looked at. `bad` must be put right, `look` is for a person to look at because LINE does not tell. */
export interface Finding {
  readonly level: 'good' | 'done' | 'look' | 'bad';
  readonly text: string;
}

/** What the command has to say, and whether all is well. */
export interface SetupReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const SIGNS = { good: '✓', done: '✓', look: '?', bad: '✗' } as const;

/** The findings as lines. It is well when nothing is bad. */
export function reportOf(
  findings: readonly Finding[],
  ending: { well: string; notWell: string },
): SetupReport {
  const ok = findings.every(({ level }) => level !== 'bad');
  const lines = findings.map(({ level, text }) => `${SIGNS[level]} ${text}`);
  return { ok, lines: [...lines, '', ok ? ending.well : ending.notWell] };
}
