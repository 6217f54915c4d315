import type { FileChild, Table, TableCell, TableRow } from 'docx';
import type { DocumentDigits } from '../../shared/documents/document-digits.ts';
import type { DocumentCell, DocumentRow, DocumentTable } from '../../shared/documents/report-document.ts';
import { cellLines, isNumber } from './cell-lines.ts';
import { NARROW_SIZE, TEXT_SIZE } from './docx-fonts.ts';
import type { Docx } from './docx-library.ts';
import { columnTwips } from './docx-paper.ts';
import { headerRows } from './docx-table-header.ts';
import { CELL_MARGIN, type TableStyle } from './docx-table-style.ts';
import { headingParagraph, runsOf } from './docx-text.ts';
import { linesOf } from './row-lines.ts';

/** A table with more columns than this is set in the smaller size. */
const WIDE_COLUMNS = 6;
/** A row estimated to be longer than this may break over two pages; holding it together would leave much of a page empty. */
const MAX_LINES_KEPT = 6;
/** A table of no more rows than this, all short, stays on one page as a whole. */
const MAX_ROWS_TOGETHER = 14;
const MAX_SHORT_LINES = 2;
/** A number that is too long for its cell is set smaller, down to this: broken over two lines nobody can read it. */
const MIN_NUMBER_SIZE = 18;
/** How wide a digit is at most, in the widest of the fonts that may stand in; Thai ones are wider than letters. */
const DIGIT_WIDTH = 0.7;
const SECTION_SHADE = 'F7F7F7';

/** A table over the whole width, its header printed again on every page; rows that are not too long stay on one page. */
export function tableParts(
  docx: Docx,
  table: DocumentTable,
  digits: DocumentDigits,
  textWidth: number,
): FileChild[] {
  const widths = columnTwips(
    table.columns.map(({ width }) => width),
    textWidth,
  );
  const style: TableStyle = {
    docx,
    widths,
    size: table.columns.length > WIDE_COLUMNS ? NARROW_SIZE : TEXT_SIZE,
    digits,
    aligns: table.columns.map(({ align }) => align ?? 'left'),
  };
  const isShort = (row: DocumentRow) =>
    row.kind === 'section' || linesOf(row.cells, style) <= MAX_SHORT_LINES;
  const together = table.rows.length <= MAX_ROWS_TOGETHER && table.rows.every(isShort);
  const rows = table.rows.map((row, index) => bodyRow(row, table.rows[index + 1], together, style));
  const made: Table = new docx.Table({
    width: { size: textWidth, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    rows: [...headerRows(table, style), ...rows],
  });
  return table.heading === undefined ? [made] : [headingParagraph(docx, table.heading), made];
}

function bodyRow(
  row: DocumentRow,
  next: DocumentRow | undefined,
  together: boolean,
  style: TableStyle,
): TableRow {
  const { docx, widths, size } = style;
  const keepNext = together && next !== undefined;
  if (row.kind === 'section') {
    const cell = new docx.TableCell({
      columnSpan: widths.length,
      shading: { fill: SECTION_SHADE, type: docx.ShadingType.CLEAR, color: 'auto' },
      children: [
        new docx.Paragraph({ keepNext: true, children: runsOf(docx, row.text, { bold: true, size }) }),
      ],
    });
    return new docx.TableRow({ cantSplit: true, children: [cell] });
  }
  const cells = row.cells.map((cell, column) => {
    const below = next?.kind === 'cells' ? next.cells[column] : undefined;
    return bodyCell(cell, column, below?.kind === 'above', row.isTotal ?? false, style);
  });
  return new docx.TableRow({
    cantSplit: linesOf(row.cells, style) <= MAX_LINES_KEPT,
    keepNext,
    children: cells,
  });
}

function bodyCell(
  cell: DocumentCell,
  column: number,
  goesOn: boolean,
  bold: boolean,
  { docx, widths, size, digits, aligns }: TableStyle,
): TableCell {
  const width = widths[column] ?? 0;
  const align = isNumber(cell) ? 'right' : (aligns[column] ?? 'left');
  const lines = cellLines(cell, digits);
  const open = { style: docx.BorderStyle.NIL };
  // Not truly merged: programs cut off what is merged over the end of a page.
  const borders = { ...(cell.kind === 'above' ? { top: open } : {}), ...(goesOn ? { bottom: open } : {}) };
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    borders,
    children: (lines.length === 0 ? [''] : lines).map((line) => {
      const fitting = isNumber(cell) ? numberSize(line, width, size) : size;
      return new docx.Paragraph({ alignment: align, children: runsOf(docx, line, { bold, size: fitting }) });
    }),
  });
}

/** The size, in half points, at which a number stays on one line. */
function numberSize(text: string, width: number, size: number): number {
  const needed = text.length * DIGIT_WIDTH * (size / 2) * 20;
  const fitting = Math.floor((size * (width - 2 * CELL_MARGIN)) / needed);
  return Math.max(MIN_NUMBER_SIZE, Math.min(size, fitting));
}
