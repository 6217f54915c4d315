import type { CellObject, Row, SheetData } from 'write-excel-file/node';

/** Points a line of 14-point TH Sarabun New needs, and of the fonts that may stand in for it. */
const LINE_POINTS = 24;
/** What a spreadsheet program allows; longer texts are whole in their cell, and seen when it is opened. */
const MAX_ROW_POINTS = 409;
/** How much of a column's letters a line of wrapped Thai fills: whole words are carried over. */
const FILLED_SHARE = 0.75;
const NO_WIDTH = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;

/** The rows with heights at which their wrapped text is seen: not every program finds them by itself. */
export function withHeights(rows: SheetData, letters: readonly number[]): SheetData {
  return rows.map((row) => {
    const lines = Math.max(1, ...row.map((_, column) => linesOf(row, column, letters)));
    const height = Math.min(MAX_ROW_POINTS, lines * LINE_POINTS);
    // Every cell says it: the library takes the row's from whichever is there.
    return row.map((cell) => (isObject(cell) ? { ...cell, height } : cell));
  });
}

function linesOf(row: Row, column: number, letters: readonly number[]): number {
  const cell = row[column];
  if (!isObject(cell) || typeof cell.value !== 'string') return 1;
  const span = cell.columnSpan ?? 1;
  const width = letters.slice(column, column + span).reduce((sum, each) => sum + each, 0);
  return cell.value.split('\n').reduce((sum, line) => {
    const seen = line.replace(NO_WIDTH, '').length;
    return sum + Math.max(1, Math.ceil(seen / Math.max(1, width * FILLED_SHARE)));
  }, 0);
}

function isObject(cell: Row[number]): cell is CellObject {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date);
}
