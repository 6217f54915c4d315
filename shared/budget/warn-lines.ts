import type { Satang } from '../thai/money.ts';
import type { BudgetLine } from './budget-line.ts';
import { COLUMN_OF_FIELD } from './check-totals.ts';
import { COLUMN_LABELS } from './column-words.ts';
import { isKnownProgram, programSuggestion, programTheTaskBelongsTo } from './group-names.ts';
import type { Warning } from './reading.ts';
import { WARNINGS } from './text.ts';

/** An approved amount below 100 baht is more likely a slip of reading or typing than a budget line. */
const TINY_BELOW_SATANG = 100_00;
/** The sums that follow from these are negative only because one of these is, or because of overspending. */
const GIVEN_FIELDS = ['approvedSatang', 'transferInSatang', 'obligatedSatang', 'disbursedSatang'] as const;
/** More than these nobody reads; the last one says how many more there are. */
export const MAX_WARNINGS = 50;

/**
 * What a person should look at, line by line: tiny and negative amounts, spending beyond the budget, tasks in another than their
 * usual แผนงาน (once per pair), unknown แผนงาน (once each). Nothing here stops the file.
 */
export function warnLines(lines: readonly BudgetLine[]): Warning[] {
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  const once = (key: string, make: () => Warning): void => {
    if (seen.has(key)) return;
    seen.add(key);
    warnings.push(make());
  };
  for (const line of lines) {
    const where = { sheet: line.sheet, row: line.row };
    if (line.approvedSatang > 0 && line.approvedSatang < TINY_BELOW_SATANG) {
      warnings.push({
        code: 'tiny-amount',
        sentence: WARNINGS.tinyAmount(line.row, line.approvedSatang),
        where,
      });
    }
    const over = (line.obligatedSatang + line.disbursedSatang - line.revisedSatang) as Satang;
    if (over > 0) warnings.push({ code: 'overspent', sentence: WARNINGS.overspent(line.row, over), where });
    for (const field of GIVEN_FIELDS) {
      if (line[field] >= 0) continue;
      const sentence = WARNINGS.negativeAmount(line.row, COLUMN_LABELS[COLUMN_OF_FIELD[field]]);
      warnings.push({ code: 'negative-amount', sentence, where });
    }
    const { program, task } = line;
    if (program !== '' && !isKnownProgram(program)) {
      once(`program:${program}`, () => ({
        code: 'unknown-program',
        sentence: WARNINGS.unknownProgram(program, programSuggestion(program)),
        where,
      }));
    }
    const usual = programTheTaskBelongsTo(program, task);
    if (usual !== null) {
      once(`task:${program}:${task}`, () => ({
        code: 'task-in-other-program',
        sentence: WARNINGS.taskInOtherProgram(task, program, usual),
        where,
      }));
    }
  }
  return warnings;
}
