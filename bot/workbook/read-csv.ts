import type { Cell, Sheet } from '../../shared/workbook/sheet.ts';
import { MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS_PER_SHEET } from './workbook-limits.ts';
import { WorkbookRefused } from './workbook-refusal.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** How much is looked at to find the delimiter: titles come first and hold none. */
const SNIFFED_CHARS = 20_000;
/** A table has at least this many columns, or the text is no table. */
const COLUMNS_MIN = 3;

/**
 * Reads CSV text (RFC 4180: quoted fields, doubled quotes, line breaks inside quotes, CRLF or LF) into a sheet of text cells.
 * The delimiter is a comma, semicolon or tab, whichever gives a table. `rows[0]` is the first record.
 * Throws WorkbookRefused: 'not-a-workbook' when no delimiter gives a table, 'damaged-file' when a quoted field is never closed,
 * 'too-many-cells' past the limits.
 */
export function readCsv(text: string, name: string): Sheet {
  const delimiter = findDelimiter(text);
  const rows: (Cell | null)[][] = [];
  let cells = 0;
  forEachRecord(text, delimiter, (fields) => {
    if (rows.length >= MAX_ROWS_PER_SHEET) throw new WorkbookRefused('too-many-cells');
    const row = fields.slice(0, MAX_COLUMNS).map(textCell);
    cells += row.length;
    if (cells > MAX_CELLS) throw new WorkbookRefused('too-many-cells');
    rows.push(row);
  });
  return { name, rows };
}

function textCell(field: string): Cell | null {
  return field.trim() === '' ? null : { kind: 'text', text: field.slice(0, MAX_CELL_CHARS) };
}

/**
 * The delimiter with which most records have one and the same number of fields: amounts hold commas too, but not in every
 * record alike. A broken quote in the sniffed part is left to the real reading.
 */
function findDelimiter(text: string): string {
  let best = { delimiter: '', alike: 0, columns: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    const count = (fields: readonly string[]): void => {
      counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    };
    forEachRecord(text.slice(0, SNIFFED_CHARS), delimiter, count, 'cut-off');
    for (const [columns, alike] of counts) {
      if (columns < COLUMNS_MIN || alike < best.alike || (alike === best.alike && columns <= best.columns))
        continue;
      best = { delimiter, alike, columns };
    }
  }
  if (best.delimiter === '') throw new WorkbookRefused('not-a-workbook');
  return best.delimiter;
}

function forEachRecord(
  text: string,
  delimiter: string,
  take: (fields: string[]) => void,
  end: 'whole' | 'cut-off' = 'whole',
): void {
  const plainEnd = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      const closed = closingQuote(text, at);
      if (closed < 0) {
        if (end === 'cut-off') return;
        throw new WorkbookRefused('damaged-file');
      }
      field = text.slice(at + 1, closed).replaceAll('""', '"');
      at = closed + 1;
    }
    // After a closing quote there should be nothing more; what stands there is kept rather than lost.
    plainEnd.lastIndex = at;
    const stop = plainEnd.exec(text)?.index ?? text.length;
    fields.push(field + text.slice(at, stop));
    at = stop;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      fields.push('');
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    take(fields);
    fields = [];
  }
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
