import { cellText } from './cell-text.ts';
import type { ColumnField } from './columns.ts';
import { matchColumns, sameHeader } from './match-columns.ts';
import { MAX_COLUMNS, MAX_PARAGRAPHS } from './read-limits.ts';
import type { ReportBlock, ReportCell, ReportRow } from './report-block.ts';

/** One piece of the report's table, below one printing of its header. Cell texts are clean. */
export interface Fragment {
  readonly columns: ReadonlyMap<ColumnField, number>;
  readonly headers: readonly string[];
  readonly rows: readonly ReportRow[];
}

/** A report taken apart: paragraphs above its table, the pieces of the table, and what stands between and below them. */
export interface ReportParts {
  readonly before: readonly string[];
  readonly fragments: readonly Fragment[];
  readonly after: readonly string[];
}

interface Header {
  readonly columns: ReadonlyMap<ColumnField, number>;
  readonly headers: readonly string[];
}

/** Fewer known columns are no header: single words occur in titles and notes. */
const KNOWN_COLUMNS_MIN = 3;
/** Share of a row's filled cells that must be header words. */
const HEADER_SHARE = 0.6;

/**
 * Finds the header by its words and every printing of it again, however misspelt: by the words, and by position where a word
 * is beyond recognition. A table without a header continues the one before when it is as wide; rows above the first header
 * are paragraphs. No fragment when the report has no header.
 */
export function findFragments(blocks: readonly ReportBlock[]): ReportParts {
  const before: string[] = [];
  const after: string[] = [];
  const fragments: { columns: Header['columns']; headers: readonly string[]; rows: ReportRow[] }[] = [];
  let first: Header | null = null;
  const paragraph = (raw: string): void => {
    const kept = first ? after : before;
    for (const line of cellText(raw).split('\n')) {
      if (line !== '' && kept.length < MAX_PARAGRAPHS) kept.push(line);
    }
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      paragraph(block.text);
      continue;
    }
    let current: Header | null = null;
    const rows = block.rows.map(cleanRow);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (!row) continue;
      const single = headerOf(row, first);
      const double = headerOfTwo(row, rows[at + 1]);
      const isDouble = double !== null && double.columns.size > (single?.columns.size ?? 0);
      const header: Header | null = isDouble ? double : single;
      if (header) {
        if (isDouble) at += 1;
        first ??= header;
        current = header;
        fragments.push({ ...header, rows: [] });
        continue;
      }
      if (!current && first && row.cells.length >= first.headers.length) {
        current = first;
        fragments.push({ ...first, rows: [] });
      }
      if (current) fragments.at(-1)?.rows.push(row);
      else paragraph(row.cells.map(({ text }) => text).join(' '));
    }
  }
  return { before, fragments, after };
}

function cleanRow(row: ReportRow): ReportRow {
  const clean = (cell: ReportCell): ReportCell => ({
    ...cell,
    text: cellText(cell.text),
  });
  return { where: row.where, cells: row.cells.slice(0, MAX_COLUMNS).map(clean) };
}

function headerOf(row: ReportRow, first: Header | null): Header | null {
  const headers = row.cells.map(({ text }) => text.replaceAll('\n', ' '));
  const filled = headers.filter((text) => text !== '').length;
  const columns = matchColumns(headers);
  const needed = Math.max(KNOWN_COLUMNS_MIN, filled * HEADER_SHARE);
  if (!first) return columns.has('measure') && columns.size >= needed ? { columns, headers } : null;
  const again = headers.filter((text, column) => sameHeader(text, first.headers[column] ?? '')).length;
  if (Math.max(again, columns.has('measure') ? columns.size : 0) < needed) return null;
  if (headers.length !== first.headers.length) return { columns, headers };
  // A header as wide as the first has the same columns: what cannot be read is known by its place.
  for (const [field, column] of first.columns) {
    const taken = [...columns.values()].includes(column);
    if (!columns.has(field) && !taken) columns.set(field, column);
  }
  return { columns, headers };
}

/** A header of two rows: a heading over several columns, their own words below. */
function headerOfTwo(upper: ReportRow, lower: ReportRow | undefined): Header | null {
  if (!lower || !upper.cells.some(({ merged }) => merged === 'left')) return null;
  let over = '';
  const cells = upper.cells.map((cell, column): ReportCell => {
    if (cell.merged !== 'left') over = cell.text;
    const below = lower.cells[column];
    return { text: below && below.merged !== 'above' && below.text !== '' ? `${over}${below.text}` : over };
  });
  return headerOf({ where: upper.where, cells }, null);
}
