import { isProblem, parseMoney } from '../thai/money.ts';
import { editDistance, tidy } from '../thai/text.ts';
import { type Cell, cellText, columnLetter, type Sheet } from '../workbook/sheet.ts';
import type { ColumnAnswer } from './column-answer.ts';
import { type ColumnField, MONEY_COLUMNS, type MoneyColumn } from './column-words.ts';
import { fingerprint } from './fingerprint.ts';
import { type ColumnMatch, headerKey, matchColumn } from './match-column.ts';

/** The header of one table: which column is what. Indexes from 0. */
export interface TableHeader {
  readonly firstRow: number;
  /** The row after the header. */
  readonly dataRow: number;
  readonly columns: ReadonlyMap<Exclude<ColumnField, 'other'>, number>;
  readonly texts: readonly string[];
  /** Columns whose header names nothing known. */
  readonly unknown: readonly number[];
  /** Two columns that claim to be the same sum, if any. */
  readonly clash?: { readonly field: MoneyColumn; readonly columns: readonly [number, number] };
  /** Same header texts, same fingerprint: under it answers about columns are remembered. */
  readonly fingerprint: string;
}

/** Title rows stand above the header, never more than these. */
const HEADER_SEARCH_ROWS = 40;
/** Columns further right are not looked at. */
const HEADER_COLUMNS_MAX = 60;
/** Letters by which a header printed again may differ from the first. */
const MISSPELT_MAX = 2;
/** Fewer known columns are no header: single words occur in titles and notes. */
const KNOWN_COLUMNS_MIN = 3;
const MONEY_FIELDS: readonly ColumnField[] = MONEY_COLUMNS;

/**
 * Finds the header by its words, wherever it stands: the first row (or two rows, where sums share a printed heading) in which
 * at least three columns are known, one of them naming lines or groups. Null when the sheet has none.
 */
export function findHeader(sheet: Sheet, answers: readonly ColumnAnswer[] = []): TableHeader | null {
  const end = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < end; row += 1) {
    const single = headerAt(sheet, row, 1, answers);
    if (!single) continue;
    const double = row + 1 < end && isTextRow(sheet.rows[row + 1]) ? headerAt(sheet, row, 2, answers) : null;
    return double && double.columns.size > single.columns.size ? double : single;
  }
  return null;
}

/** True when the row prints the header's words again, as reports do at page breaks. Misspellings do not matter. */
export function repeatsHeader(header: TableHeader, row: readonly (Cell | null)[]): boolean {
  // Rows with an amount, which are nearly all, are known not to be headers at once.
  for (const field of MONEY_COLUMNS) {
    const cell = row[header.columns.get(field) ?? -1];
    if (cell && (cell.kind !== 'text' || !isProblem(parseMoney(cell.text)))) return false;
  }
  let same = 0;
  for (const column of header.columns.values()) {
    const text = cellText(row[column]);
    if (text === '') continue;
    const slips = editDistance(headerKey(text), headerKey(header.texts[column] ?? ''), MISSPELT_MAX);
    if (slips <= MISSPELT_MAX) same += 1;
  }
  return same >= KNOWN_COLUMNS_MIN || same === header.columns.size;
}

function headerAt(
  sheet: Sheet,
  row: number,
  height: 1 | 2,
  answers: readonly ColumnAnswer[],
): TableHeader | null {
  const upper = sheet.rows[row] ?? [];
  const lower = height === 2 ? (sheet.rows[row + 1] ?? []) : [];
  const width = Math.min(Math.max(upper.length, lower.length), HEADER_COLUMNS_MAX);
  const texts: string[] = [];
  const best = new Map<ColumnField, { column: number; match: ColumnMatch }>();
  let clash: TableHeader['clash'];
  const unknown: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const above = tidy(cellText(upper[column]) || mergedAcross(sheet, row, column));
    const below = tidy(cellText(lower[column]));
    texts[column] = tidy(`${above} ${below}`);
  }
  const headerFingerprint = fingerprint(texts);
  for (let column = 0; column < width; column += 1) {
    const match =
      answered(answers, headerFingerprint, column) ??
      matchTwoRows(texts[column] ?? '', tidy(cellText(lower[column])));
    if (!match) {
      if (texts[column]) unknown.push(column);
      continue;
    }
    const rival = best.get(match.field);
    const order = rival ? rival.match.doubt - match.doubt : 1;
    if (rival && order === 0 && MONEY_FIELDS.includes(match.field)) {
      clash ??= { field: match.field as MoneyColumn, columns: [rival.column, column] };
    }
    if (!rival || order > 0 || (order === 0 && match.rank < rival.match.rank))
      best.set(match.field, { column, match });
  }
  best.delete('other');
  const columns = new Map(
    [...best].map(([field, { column }]) => [field as Exclude<ColumnField, 'other'>, column]),
  );
  if (
    columns.size < KNOWN_COLUMNS_MIN ||
    !['item', 'category', 'program'].some((f) => best.has(f as ColumnField))
  ) {
    return null;
  }
  return {
    firstRow: row,
    dataRow: row + height,
    columns,
    texts,
    unknown,
    fingerprint: headerFingerprint,
    ...(clash ? { clash } : {}),
  };
}

function matchTwoRows(whole: string, lower: string): ColumnMatch | null {
  return matchColumn(whole) ?? (lower ? matchColumn(lower) : null);
}

function answered(
  answers: readonly ColumnAnswer[],
  headerFingerprint: string,
  column: number,
): ColumnMatch | null {
  const letter = columnLetter(column);
  const answer = answers.find(
    (each) => each.headerFingerprint === headerFingerprint && each.column === letter,
  );
  return answer ? { field: answer.field, rank: 0, doubt: 0 } : null;
}

/** The text of a heading printed once across several columns, which the file stores in the first of them only. */
function mergedAcross(sheet: Sheet, row: number, column: number): string {
  const merge = sheet.merges?.find(
    (each) => each.fromRow <= row && row <= each.toRow && each.fromColumn < column && column <= each.toColumn,
  );
  return merge ? cellText(sheet.rows[row]?.[merge.fromColumn]) : '';
}

function isTextRow(row: readonly (Cell | null)[] | undefined): boolean {
  const cells = (row ?? []).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => cell.kind === 'text' && isProblem(parseMoney(cell.text)));
}
