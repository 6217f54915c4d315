import type { Satang } from '../thai/money.ts';
import { columnLetter } from '../workbook/sheet.ts';
import { AMOUNT_FIELDS, type AmountField, type Amounts, type BudgetLine, sumAmounts } from './budget-line.ts';
import { COLUMN_LABELS, type MoneyColumn } from './column-words.ts';
import { fingerprint } from './fingerprint.ts';
import { LineSums } from './line-sums.ts';
import type { Doubt } from './reading.ts';
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
 * reading with the fewest differences counts. Throws RangeError past the safe integers.
 */
export function checkTotals(table: SheetTable, before: readonly BudgetLine[]): Doubt[] {
  const sums = new LineSums(table.lines.map(({ line }) => line));
  const sumBefore = before.length > 0 ? sumAmounts(before) : null;
  return table.totals.flatMap((total) =>
    mismatchesOf(total, readings(total, sums, sumBefore)).map(({ field, printed, computed }) => {
      const column = COLUMN_OF_FIELD[field];
      const at = table.header.columns.get(column);
      const where = {
        sheet: table.sheet.name,
        row: total.row,
        ...(at === undefined ? {} : { column: columnLetter(at) }),
      };
      return {
        id: fingerprint(['total-mismatch', table.sheet.name, total.row, column, printed, computed]),
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

function mismatchesOf(total: PrintedTotal, possible: Iterable<Amounts>): Mismatch[] {
  let best: Mismatch[] | undefined;
  for (const sums of possible) {
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

/** The sums a total may mean, the likeliest first. */
function* readings(total: PrintedTotal, sums: LineSums, sumBefore: Amounts | null): Iterable<Amounts> {
  const { starts, end, group } = total;
  for (const start of starts) {
    if (!group) {
      yield sums.span(start, end);
      continue;
    }
    if (group.column !== 'program') yield sums.group(group.column, group.key, start, end, end - 1);
    yield sums.group(group.column, group.key, start, end);
  }
  if (total.kind === 'grand' && sumBefore) yield sumAmounts([sumBefore, sums.span(0, end)]);
}
