import type { ReportBlock, ReportCell, ReportRow } from '../../../shared/measures/report-block.ts';
import { walkXml } from '../../workbook/walk-xml.ts';
import { WorkbookRefused } from '../../workbook/workbook-refusal.ts';
import type { ZipParts } from '../../workbook/zip-parts.ts';
import { MAX_BLOCKS, MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS } from './import-limits.ts';

/** The part of a .docx that holds its text. */
export const DOCUMENT_PART = 'word/document.xml';

/** Content that is written twice for older programs, deleted by tracked changes, or no text of the page at all. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);

interface OpenCell {
  text: string;
  span: number;
  mergedAbove: boolean;
}

/**
 * Reads the body of a .docx: paragraphs and tables in order, the paragraphs of a cell as its lines, cells merged across
 * (gridSpan) or down (vMerge) marked as such. A table inside a cell gives its text to that cell. Text deleted by tracked
 * changes is left out. Throws WorkbookRefused: 'too-many-cells' past the limits, else for a broken or hostile zip.
 */
export async function readDocument(parts: ZipParts): Promise<ReportBlock[]> {
  const blocks: ReportBlock[] = [];
  let rows: ReportRow[] = [];
  let cells: ReportCell[] = [];
  let cell: OpenCell | null = null;
  let paragraph = '';
  let paragraphs = 0;
  let tables = 0;
  let rowsRead = 0;
  let depth = 0;
  let skipping = 0;
  let inText = false;

  function add(text: string): void {
    if (skipping > 0) return;
    const open = cell;
    if (open) {
      if (open.text.length < MAX_CELL_CHARS) open.text += text;
    } else if (paragraph.length < MAX_CELL_CHARS) paragraph += text;
  }

  function endParagraph(): void {
    paragraphs += 1;
    if (cell) {
      add('\n');
      return;
    }
    if (paragraph.trim() !== '') {
      blocks.push({ kind: 'paragraph', text: paragraph, where: { kind: 'line', line: paragraphs } });
      if (blocks.length > MAX_BLOCKS) throw new WorkbookRefused('too-many-cells');
    }
    paragraph = '';
  }

  function endCell(done: OpenCell): void {
    const text = done.text.replace(/\n+$/, '');
    cells.push(done.mergedAbove ? { text: '', merged: 'above' } : { text });
    for (let more = 1; more < done.span && cells.length < MAX_COLUMNS; more += 1) {
      cells.push({ text: '', merged: done.mergedAbove ? 'above' : 'left' });
    }
  }

  function endRow(): void {
    rowsRead += 1;
    if (rowsRead > MAX_ROWS) throw new WorkbookRefused('too-many-cells');
    rows.push({
      where: { kind: 'table-row', table: tables, row: rows.length + 1 },
      cells: cells.slice(0, MAX_COLUMNS),
    });
    cells = [];
  }

  await walkXml(parts, DOCUMENT_PART, {
    open(name, attribute) {
      if (SKIPPED.has(name)) skipping += 1;
      else if (name === 'tbl') {
        depth += 1;
        if (depth === 1) tables += 1;
      } else if (name === 'tc' && depth === 1) cell = { text: '', span: 1, mergedAbove: false };
      else if (name === 'gridSpan' && cell && depth === 1) cell.span = spanOf(attribute('w:val'));
      // A merge starts with val="restart"; every further cell of it has none.
      else if (name === 'vMerge' && cell && depth === 1) cell.mergedAbove = attribute('w:val') !== 'restart';
      else if (name === 't') inText = true;
      else if (name === 'tab') add(' ');
      else if (name === 'br' || name === 'cr') add('\n');
      else if (name === 'noBreakHyphen') add('-');
    },
    text(text) {
      if (inText) add(text);
    },
    close(name) {
      if (SKIPPED.has(name)) skipping -= 1;
      else if (name === 't') inText = false;
      else if (name === 'p') endParagraph();
      else if (name === 'tc' && depth === 1 && cell) {
        endCell(cell);
        cell = null;
      } else if (name === 'tr' && depth === 1) endRow();
      else if (name === 'tbl') {
        depth -= 1;
        if (depth > 0) return;
        blocks.push({ kind: 'table', rows });
        rows = [];
      }
    },
  });
  return blocks;
}

function spanOf(written: string | undefined): number {
  const span = Number(written);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MAX_COLUMNS) : 1;
}
