/** Reads, checks and totals the workbook named on the command line; prints what it took as one line of JSON. */
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../bot/workbook/read-workbook.ts';
import { readTable } from '../../shared/budget/read-table.ts';
import { summarise } from '../../shared/budget/summary.ts';
import type { Day } from '../../shared/thai/days.ts';

const KB_PER_MB = 1_024;
const bytes = readFileSync(process.argv[2] ?? '');
const peakMb = () => process.resourceUsage().maxRSS / KB_PER_MB;
const beforeMb = peakMb();
const startedAt = performance.now();
const workbook = await readWorkbook(bytes, 'large.xlsx');
if (workbook.kind === 'refused') throw new Error(workbook.refusal.code);
const readAt = performance.now();
const result = readTable(workbook.sheets, {
  today: '2026-04-01' as Day,
  columnAnswers: [],
  acceptedDoubts: [],
});
if (result.kind !== 'read') throw new Error(result.kind);
const checkedAt = performance.now();
summarise(result.reading.lines, result.reading.hasSpending);
const done = {
  lines: result.reading.lines.length,
  readMs: readAt - startedAt,
  checkMs: checkedAt - readAt,
  totalMs: performance.now() - checkedAt,
  peakMb: peakMb(),
  beforeMb,
};
process.stdout.write(JSON.stringify(done));
