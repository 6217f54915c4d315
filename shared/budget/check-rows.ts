import { type Satang, satang } from '../thai/money.ts';
import { columnLetter } from '../workbook/sheet.ts';
import type { BudgetLine } from './budget-line.ts';
import { COLUMN_LABELS } from './column-words.ts';
import { fingerprint } from './fingerprint.ts';
import type { Doubt } from './reading.ts';
import type { SheetTable, TableLine } from './sheet-table.ts';
import { ACCEPT_LABELS, DOUBTS } from './text.ts';

/** From this many rows on, a คงเหลือ without ผูกพัน is the file's rule, not a slip. */
const RULE_ROWS_MIN = 3;

/**
 * Checks on each row that หลังโอน is ตั้งไว้ + โอนเพิ่ม − โอนลด and คงเหลือ is หลังโอน − ผูกพัน − เบิกจ่าย, where they are printed.
 * A file that leaves ผูกพัน out of คงเหลือ throughout is one doubt, and its คงเหลือ is computed anew in the lines returned.
 */
export function checkRows(table: SheetTable): { lines: BudgetLine[]; doubts: Doubt[] } {
  const leavesOut = leavesObligatedOut(table.lines);
  const doubts: Doubt[] = [];
  const lines = table.lines.map(({ line, printed }) => {
    if (printed.revised !== undefined)
      compare(table, line, 'revised', printed.revised, revisedOf(line), doubts);
    const remaining = satang(line.revisedSatang - line.obligatedSatang - line.disbursedSatang);
    if (leavesOut) return { ...line, remainingSatang: remaining };
    if (printed.remaining !== undefined)
      compare(table, line, 'remaining', printed.remaining, remaining, doubts);
    return line;
  });
  if (leavesOut) {
    const where = { sheet: table.sheet.name, ...columnOf(table, 'remaining') };
    doubts.push({
      id: fingerprint(['remaining-without-obligated', table.sheet.name]),
      code: 'remaining-without-obligated',
      sentence: DOUBTS.remainingWithoutObligated(table.sheet.name),
      acceptLabel: ACCEPT_LABELS['remaining-without-obligated'],
      where,
    });
  }
  return { lines, doubts };
}

function revisedOf(line: BudgetLine): Satang {
  return satang(line.approvedSatang + line.transferInSatang - line.transferOutSatang);
}

function compare(
  table: SheetTable,
  line: BudgetLine,
  column: 'revised' | 'remaining',
  printed: Satang,
  computed: Satang,
  doubts: Doubt[],
): void {
  if (printed === computed) return;
  const where = { sheet: line.sheet, row: line.row, ...columnOf(table, column) };
  doubts.push({
    id: fingerprint(['row-mismatch', line.sheet, line.row, column, printed, computed]),
    code: 'row-mismatch',
    sentence: DOUBTS.rowMismatch({ column: COLUMN_LABELS[column], where, printed, computed }),
    acceptLabel: ACCEPT_LABELS['row-mismatch'],
    where,
    printedSatang: printed,
    computedSatang: computed,
    differenceSatang: (printed - computed) as Satang,
  });
}

function columnOf(table: SheetTable, column: 'revised' | 'remaining'): { column?: string } {
  const at = table.header.columns.get(column);
  return at === undefined ? {} : { column: columnLetter(at) };
}

function leavesObligatedOut(lines: readonly TableLine[]): boolean {
  const telling = lines.filter(
    ({ line, printed }) => printed.remaining !== undefined && line.obligatedSatang !== 0,
  );
  return (
    telling.length >= RULE_ROWS_MIN &&
    telling.every(({ line, printed }) => printed.remaining === line.revisedSatang - line.disbursedSatang)
  );
}
