import type { CommandReport } from '../command-line/report.ts';

/** One thing that was looked at. `bad` must be put right, `look` is for a person to look at because LINE does not tell. */
export interface Finding {
  readonly level: 'good' | 'done' | 'look' | 'bad';
  readonly text: string;
}

const SIGNS = { good: '✓', done: '✓', look: '?', bad: '✗' } as const;

/** The findings as lines. It is well when nothing is bad. */
export function reportOf(
  findings: readonly Finding[],
  ending: { well: string; notWell: string },
): CommandReport {
  const ok = findings.every(({ level }) => level !== 'bad');
  const lines = findings.map(({ level, text }) => `${SIGNS[level]} ${text}`);
  return { ok, lines: [...lines, '', ok ? ending.well : ending.notWell] };
}
