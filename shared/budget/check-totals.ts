import type { Satang } from '../thai/money.ts';
import { AMOUNT_FIELDS, type AmountField, type BudgetLine, sumAmounts } from './budget-line.ts';
import { COLUMN_LABELS, type GroupColumn, type MoneyColumn } from './column-words.ts';
import { groupKey } from './group-names.ts';
import type { Doubt } from './reading.ts';
import { columnLetter } from './sheet.ts';
import type { PrintedTotal, SheetTable } from './sheet-table.ts';
import { ACCEPT_LABELS, DOUBTS } from './text.ts';

/** The column whose printed figures check a field. */
export const COLUMN_OF_FIELD: Readonly<Record<AmountField, MoneyColumn>> = {
  approvedSatang: 'approved',
  transferInSatang: 'transferIn',
  transferOutSatang: 'transferOut',
  revisedSatang: 'revised',
  obligatedSatang: 'obligated',
  disbursedSatang: 'disbursed',
  remainingSatang: 'remaining',
};

interface Mismatch {
  readonly field: AmountField;
  readonly printed: Satang;
  readonly computed: Satang;
}

/**
 * Compares every printed total with the sum of its lines, column by column, to the satang; each difference is a doubt with both
 * sums. A grand total may also be that of all sheets so far (`before`). Where the lines a total means are not certain, the
 * reading with the fewest differences counts.
 */
export function checkTotals(table: SheetTable, before: readonly BudgetLine[]): Doubt[] {
  return table.totals.flatMap((total) =>
    mismatchesOf(table, total, before).map(({ field, printed, computed }) => {
      const column = COLUMN_OF_FIELD[field];
      const at = table.header.columns.get(column);
      const where = {
        sheet: table.sheet.name,
        row: total.row,
        ...(at === undefined ? {} : { column: columnLetter(at) }),
      };
      return {
        id: `total-mismatch:${table.sheet.name}:${total.row}:${column}:${printed}:${computed}`,
        code: 'total-mismatch' as const,
        sentence: DOUBTS.totalMismatch({
          label: total.label,
          column: COLUMN_LABELS[column],
          where,
          printed,
          computed,
        }),
        acceptLabel: ACCEPT_LABELS['total-mismatch'],
        where,
        printedSatang: printed,
        computedSatang: computed,
        differenceSatang: (printed - computed) as Satang,
      };
    }),
  );
}

function mismatchesOf(table: SheetTable, total: PrintedTotal, before: readonly BudgetLine[]): Mismatch[] {
  let best: Mismatch[] | undefined;
  for (const lines of readings(table, total, before)) {
    const sums = sumAmounts(lines);
    const found = AMOUNT_FIELDS.flatMap((field) => {
      const printed = total.amounts[field];
      return printed === undefined || printed === sums[field]
        ? []
        : [{ field, printed, computed: sums[field] }];
    });
    if (found.length === 0) return [];
    if (!best || found.length < best.length) best = found;
  }
  return best ?? [];
}

/** The sets of lines a total may mean, the likeliest first. */
function* readings(
  table: SheetTable,
  total: PrintedTotal,
  before: readonly BudgetLine[],
): Iterable<BudgetLine[]> {
  const lines = table.lines.map(({ line }) => line);
  const program = lines[total.end - 1]?.program;
  for (const start of total.starts) {
    const span = lines.slice(start, total.end);
    if (!total.group) {
      yield span;
      continue;
    }
    const { column, key } = total.group;
    const members = span.filter((line) => groupKey(column, nameIn(line, column)) === key);
    if (column !== 'program') yield members.filter((line) => line.program === program);
    yield members;
  }
  if (total.kind === 'grand' && before.length > 0) yield [...before, ...lines.slice(0, total.end)];
}

function nameIn(line: BudgetLine, column: GroupColumn): string {
  return line[column] ?? '';
}
