import { parseMoney } from '../thai/money.ts';
import { cellText, columnLetter, type Sheet } from '../workbook/sheet.ts';
import { COLUMN_LABELS, MONEY_COLUMNS, type MoneyColumn } from './column-words.ts';
import type { TableHeader } from './find-header.ts';
import { NOT_NEEDED_LABEL } from './text.ts';

/** One column put before a person because a sum that matters was not found. */
export interface ColumnQuestion {
  readonly headerFingerprint: string;
  readonly sheet: string;
  readonly column: string;
  readonly headerText: string;
  /** The first filled cells of the column, as printed, to help the person recognise it. */
  readonly samples: readonly string[];
  readonly missing: MoneyColumn;
  readonly choices: readonly { readonly field: MoneyColumn | 'other'; readonly labelThai: string }[];
}

/** Sums without which the report would say something else, in the order in which they are asked for. */
const SUMS_THAT_MATTER: readonly MoneyColumn[] = ['approved', 'disbursed', 'obligated'];
const SAMPLED_ROWS = 60;
const SAMPLES_SHOWN = 3;
/** Counts, percentages and running numbers stay below; some amount of a money column does not. */
const MONEY_SEEN_MIN_SATANG = 1_000_00;

/**
 * The question to ask, if a sum that matters has no known column while a column of unknown name holds money; else null.
 * Each answer settles one column, so the questions come to an end.
 */
export function columnQuestion(sheet: Sheet, header: TableHeader): ColumnQuestion | null {
  const { columns } = header;
  const missing = SUMS_THAT_MATTER.find(
    (field) => !columns.has(field) && !(field === 'approved' && columns.has('revised')),
  );
  const column = missing && header.unknown.find((each) => holdsMoney(sheet, header, each));
  if (missing === undefined || column === undefined) return null;
  const free = MONEY_COLUMNS.filter((field) => !columns.has(field));
  return {
    headerFingerprint: header.fingerprint,
    sheet: sheet.name,
    column: columnLetter(column),
    headerText: header.texts[column] ?? '',
    samples: samplesOf(sheet, header, column),
    missing,
    choices: [
      ...free.map((field) => ({ field, labelThai: COLUMN_LABELS[field] })),
      { field: 'other' as const, labelThai: NOT_NEEDED_LABEL },
    ],
  };
}

function samplesOf(sheet: Sheet, header: TableHeader, column: number): string[] {
  return filledCells(sheet, header, column)
    .map((cell) => cellText(cell))
    .slice(0, SAMPLES_SHOWN);
}

function filledCells(sheet: Sheet, header: TableHeader, column: number) {
  return sheet.rows
    .slice(header.dataRow, header.dataRow + SAMPLED_ROWS)
    .map((row) => row[column] ?? null)
    .filter((cell) => cellText(cell) !== '');
}

function holdsMoney(sheet: Sheet, header: TableHeader, column: number): boolean {
  const cells = filledCells(sheet, header, column);
  const amounts = cells.map((cell) =>
    parseMoney(cellText(cell), cell?.kind === 'number' ? 'number' : 'text'),
  );
  const money = amounts.filter((amount) => amount === null || typeof amount === 'number');
  const large = money.some((amount) => amount !== null && Math.abs(amount) >= MONEY_SEEN_MIN_SATANG);
  return large && money.length * 2 >= cells.length;
}
