import type { Cell, CellObject, Image, Row, Sheet, SheetData } from 'write-excel-file/node';
import { printable } from '../../shared/documents/printable.ts';
import type { DocumentCell, DocumentTable, ReportDocument } from '../../shared/documents/report-document.ts';
import { satangAsBaht } from './satang-as-baht.ts';
import { documentText } from './text.ts';
import { withHeights } from './xlsx-heights.ts';

/** What a spreadsheet program allows. */
export const SHEET_NAME_UNITS = 31;
/** Marks that it does not allow in names, or that would have to be quoted. */
const SHEET_NAME_MARKS = /[:\\/?*[\]<>&'"]/g;
/** Width of a whole sheet in letters; printed, it is made to fit the width of an A4 page. */
const SHEET_LETTERS = { landscape: 210, portrait: 95 } as const;
/** Width of running text: what a printed page holds without being made smaller. */
const TEXT_LETTERS = 70;
const MIN_COLUMN_LETTERS = 8;
const HEADER_FILL = '#EDEDED';
const BORDER = { borderStyle: 'thin', borderColor: '#999999' } as const;

type TableSheet = Sheet<Image['content']> & { readonly data: SheetData };

/** The sheet of one table: title lines, header, rows; the header stays in view. */
export function tableSheet(document: ReportDocument, table: DocumentTable): TableSheet {
  const letters = columnLetters(document, table);
  const width = table.columns.length;
  const titles = document.titleLines.map((line) =>
    across({ value: printable(line), type: String, fontWeight: 'bold', align: 'center' }, width),
  );
  const heading =
    table.heading === undefined
      ? []
      : [across({ value: printable(table.heading), type: String, fontWeight: 'bold' }, width)];
  const above = withHeights([...titles, [], ...heading], letters);
  const header = withHeights(headerRows(table), letters);
  return {
    sheet: sheetName(table.heading ?? documentText.sheets.table),
    ...(document.orientation === 'landscape' ? { orientation: 'landscape' } : {}),
    columns: letters.map((each) => ({ width: each })),
    stickyRowsCount: above.length + header.length,
    data: [...above, ...header, ...withHeights(bodyRows(table), letters)],
  };
}

/** The sheet of what stands around the tables on paper: introduction, notes, signature; undefined when there is nothing. */
export function textSheet(document: ReportDocument): TableSheet | undefined {
  const { paragraphs, notes } = document;
  const listed = notes.items.length === 0 ? [] : [notes.heading, ...notes.items];
  const lines = [...paragraphs, ...listed];
  if (lines.length === 0) return undefined;
  return {
    sheet: sheetName(documentText.sheets.text),
    columns: [{ width: TEXT_LETTERS }],
    data: withHeights(
      lines.map((line) => [{ value: printable(line), type: String, wrap: true, alignVertical: 'top' }]),
      [TEXT_LETTERS],
    ),
  };
}

function headerRows({ columns, groups }: DocumentTable): SheetData {
  const cell = (value: string, more: Partial<CellObject> = {}): CellObject => ({
    value: printable(value),
    type: String,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: HEADER_FILL,
    ...BORDER,
    ...more,
  });
  if (!groups) return [columns.map(({ header }) => cell(header))];
  const upper: Row = [];
  const lower: Row = [];
  for (const group of groups) {
    const own = columns.slice(upper.length, upper.length + group.columns);
    if (group.header === '') {
      upper.push(...own.map(({ header }) => cell(header, { rowSpan: 2 })));
      lower.push(...own.map(() => null));
    } else {
      upper.push(...across(cell(group.header), group.columns));
      lower.push(...own.map(({ header }) => cell(header)));
    }
  }
  return [upper, lower];
}

function bodyRows({ columns, rows }: DocumentTable): SheetData {
  return rows.map((row, index) => {
    if (row.kind === 'section') {
      const value = printable(row.text);
      return across({ value, type: String, fontWeight: 'bold', wrap: true, ...BORDER }, columns.length);
    }
    return row.cells.map((cell, column): Cell => {
      const below = rows[index + 1];
      const goesOn = below?.kind === 'cells' && below.cells[column]?.kind === 'above';
      return {
        ...contentOf(cell),
        alignVertical: 'top',
        wrap: true,
        ...(columns[column]?.align && cell.kind === 'text' ? { align: columns[column].align } : {}),
        ...(row.isTotal ? { fontWeight: 'bold' } : {}),
        ...bordersOf(cell.kind === 'above', goesOn),
      };
    });
  });
}

/** Cells shown as one have no line between them. Truly merged ones could not be sorted, nor find their height. */
function bordersOf(isBelow: boolean, goesOn: boolean): Partial<CellObject> {
  const { borderStyle: style, borderColor: color } = BORDER;
  return {
    leftBorderStyle: style,
    leftBorderColor: color,
    rightBorderStyle: style,
    rightBorderColor: color,
    ...(isBelow ? {} : { topBorderStyle: style, topBorderColor: color }),
    ...(goesOn ? {} : { bottomBorderStyle: style, bottomBorderColor: color }),
  };
}

/** Text is always typed as text: what begins with "=", "+", "-" or "@" is never reckoned by a spreadsheet program. */
function contentOf(cell: DocumentCell): CellObject {
  switch (cell.kind) {
    case 'above':
      return {};
    case 'text': {
      const value = printable(cell.lines.join('\n'));
      return value === '' ? {} : { value, type: String };
    }
    case 'amount':
      return { value: satangAsBaht(cell.amountSatang), type: Number, format: '#,##0.00' };
    case 'hundredths':
      return { value: cell.hundredths / 100, type: Number, format: '#,##0.00' };
    case 'count':
      return { value: cell.count, type: Number, format: '#,##0' };
  }
}

/** One cell over several columns. */
function across(cell: CellObject, columns: number): Row {
  return [columns > 1 ? { ...cell, columnSpan: columns } : cell, ...Array<null>(columns - 1).fill(null)];
}

function columnLetters({ orientation }: ReportDocument, { columns }: DocumentTable): readonly number[] {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return columns.map(({ width }) =>
    Math.max(MIN_COLUMN_LETTERS, Math.round((SHEET_LETTERS[orientation] * width) / sum)),
  );
}

function sheetName(wanted: string): string {
  return printable(wanted).replace(SHEET_NAME_MARKS, ' ').trim().slice(0, SHEET_NAME_UNITS);
}
