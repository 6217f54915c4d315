import type { Cell, Merge, Sheet } from '../../shared/workbook/sheet.ts';
import { walkXml } from './walk-xml.ts';
import { MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS_PER_SHEET } from './workbook-limits.ts';
import { WorkbookRefused } from './workbook-refusal.ts';
import { type SheetEntry, unescapeText, type WorkbookParts } from './xlsx-parts.ts';
import type { ZipParts } from './zip-parts.ts';

/** How many filled cells the sheets read so far hold; one for a whole workbook. */
export interface CellCount {
  filled: number;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  value: string;
}

const DAY_MS = 86_400_000;
/** Day 0 of both ways of counting. Excel counts a 29 February 1900 that never was; days since then start one earlier. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);

/**
 * Reads one sheet into rows of cells. Numbers keep their decimal writing, dates become 'YYYY-MM-DD' text, rich text its plain
 * text; a formula gives its stored result (a stored 0 included), and says so when none is stored.
 * Throws WorkbookRefused 'too-many-cells' past the limits and 'damaged-file' for XML no spreadsheet program writes.
 */
export async function readXlsxSheet(
  parts: ZipParts,
  entry: SheetEntry,
  shared: WorkbookParts,
  count: CellCount,
): Promise<Sheet> {
  const rows: (Cell | null)[][] = [];
  const merges: Merge[] = [];
  let row: (Cell | null)[] = [];
  let rowIndex = 0;
  let nextRow = 0;
  let nextColumn = 0;
  let cell: OpenCell | undefined;
  let inValue = false;
  let inPhonetic = false;

  function openRow(written: string | undefined): void {
    const index = written === undefined ? nextRow : Number(written) - 1;
    if (!Number.isInteger(index) || index < nextRow) throw new WorkbookRefused('damaged-file');
    row = [];
    rowIndex = index;
    nextRow = index + 1;
    nextColumn = 0;
  }

  function openCell(attribute: (name: string) => string | undefined): void {
    const address = attribute('r');
    const column = address === undefined ? nextColumn : columnIndex(address);
    if (column < nextColumn) throw new WorkbookRefused('damaged-file');
    nextColumn = column + 1;
    cell = {
      column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      hasFormula: false,
      value: '',
    };
  }

  function closeCell(done: OpenCell): void {
    const content = done.column < MAX_COLUMNS ? cellOf(done, shared) : null;
    if (!content) return;
    count.filled += 1;
    if (count.filled > MAX_CELLS || rowIndex >= MAX_ROWS_PER_SHEET)
      throw new WorkbookRefused('too-many-cells');
    // Empty rows, written or not, take a place only once something stands below them: sheets formatted to the last row are common.
    while (rows.length < rowIndex) rows.push([]);
    if (rows.length === rowIndex) rows.push(row);
    while (row.length < done.column) row.push(null);
    row.push(content);
  }

  await walkXml(parts, entry.part, {
    open(name, attribute) {
      if (name === 'row') openRow(attribute('r'));
      else if (name === 'c') openCell(attribute);
      else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || name === 't') inValue = !inPhonetic;
      else if (name === 'mergeCell' && merges.length < MAX_MERGES) pushMerge(merges, attribute('ref'));
    },
    text(piece) {
      if (cell && inValue && cell.value.length < MAX_CELL_CHARS) cell.value += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && cell) {
        closeCell(cell);
        cell = undefined;
      }
    },
  });
  return { name: entry.name, rows, merges, hidden: entry.hidden };
}

function cellOf(cell: OpenCell, shared: WorkbookParts): Cell | null {
  const { type, value } = cell;
  if (type === 'e') return { kind: 'error', text: value || '#ERROR!' };
  if (value === '') return cell.hasFormula && type !== 'str' ? { kind: 'formula-without-value' } : null;
  if (type === 's') {
    const text = shared.sharedStrings[Number(value)];
    if (text === undefined) throw new WorkbookRefused('damaged-file');
    return text === '' ? null : { kind: 'text', text };
  }
  if (type === 'str' || type === 'inlineStr') return { kind: 'text', text: unescapeText(value) };
  if (type === 'b') return { kind: 'text', text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { kind: 'text', text: value.slice(0, 10) };
  const raw = value.trim();
  if (raw === '') return null;
  return shared.dateStyles[cell.style]
    ? { kind: 'text', text: dateText(raw, shared.from1904) }
    : { kind: 'number', raw };
}

function dateText(raw: string, from1904: boolean): string {
  const date = new Date((from1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.floor(Number(raw)) * DAY_MS);
  return Number.isNaN(date.getTime()) ? raw : date.toISOString().slice(0, 10);
}

function pushMerge(merges: Merge[], reference: string | undefined): void {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '');
  if (!match) return;
  merges.push({
    fromColumn: columnIndex(match[1] ?? ''),
    fromRow: Number(match[2]) - 1,
    toColumn: columnIndex(match[3] ?? ''),
    toRow: Number(match[4]) - 1,
  });
}

/** 0 for "A1", 27 for "AB7". */
function columnIndex(address: string): number {
  let index = 0;
  let letters = 0;
  for (; letters < address.length; letters += 1) {
    const letter = address.charCodeAt(letters) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
  }
  if (letters === 0 || letters > 3) throw new WorkbookRefused('damaged-file');
  return index - 1;
}
