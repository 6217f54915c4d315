import type { ReportBlock, ReportCell } from '../../../shared/measures/report-block.ts';
import { MAX_COLUMNS, MAX_ROWS } from './import-limits.ts';
import { TextBlockList } from './text-block-list.ts';

const STRUCTURE = /<(\/?)(table|tr|td|th)(?![a-z])([^<>]*)>/gi;

/**
 * Reads a page or a piece of HTML with tables: rows and cells with colspan and rowspan resolved, what stands outside tables as
 * paragraphs. Unclosed rows and cells end where the next begins. Tags inside cells and paragraphs stay in their text, from which
 * the reading of cells removes them; nothing is run or fetched. A table inside a cell becomes rows of its own.
 */
export function readHtmlTables(text: string): ReportBlock[] {
  const list = new TextBlockList();
  const position = lineCounter(text);
  let row: ReportCell[] | null = null;
  let rowLine = 1;
  let cell: { attributes: string; start: number } | null = null;
  /** For each column the rows below that a cell above still covers. */
  let covered: number[] = [];
  let outside = 0;

  function endCell(end: number): void {
    if (!cell || !row) return;
    fillCovered(row, covered);
    const down = spanIn(cell.attributes, 'rowspan', MAX_ROWS);
    const across = spanIn(cell.attributes, 'colspan', MAX_COLUMNS);
    for (let more = 0; more < across && row.length < MAX_COLUMNS; more += 1) {
      covered[row.length] = down - 1;
      row.push(more === 0 ? { text: text.slice(cell.start, end) } : { text: '', merged: 'left' });
    }
    cell = null;
  }

  function endRow(end: number): void {
    endCell(end);
    if (row && row.length > 0) {
      fillCovered(row, covered);
      list.row(rowLine, row);
    }
    row = null;
  }

  STRUCTURE.lastIndex = 0;
  for (let match = STRUCTURE.exec(text); match; match = STRUCTURE.exec(text)) {
    const closing = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    const after = STRUCTURE.lastIndex;
    if (name === 'table') {
      endRow(match.index);
      if (!closing) paragraphs(text.slice(outside, match.index), position(outside), list);
      else list.endTable();
      covered = [];
      outside = after;
    } else if (name === 'tr') {
      endRow(match.index);
      if (!closing) row = [];
      rowLine = position(match.index);
    } else {
      endCell(match.index);
      if (closing) continue;
      row ??= [];
      cell = { attributes: match[3] ?? '', start: after };
    }
  }
  endRow(text.length);
  list.endTable();
  paragraphs(text.slice(outside), position(outside), list);
  return list.done();
}

/** Cells that a cell of a row above covers. */
function fillCovered(row: ReportCell[], covered: number[]): void {
  while ((covered[row.length] ?? 0) > 0 && row.length < MAX_COLUMNS) {
    covered[row.length] = (covered[row.length] ?? 0) - 1;
    row.push({ text: '', merged: 'above' });
  }
}

function paragraphs(html: string, line: number, list: TextBlockList): void {
  const body = html.replace(/<head[\s>][\s\S]*?(?:<\/head>|$)/i, '');
  for (const piece of body.split(/<\/?(?:p|div|h[1-6]|br|li)(?![a-z])[^<>]*>|\n/i)) {
    const text = piece.replace(/<[^<>]*>/g, '').trim();
    if (text !== '') list.paragraph(line, text);
  }
}

function spanIn(attributes: string, name: 'colspan' | 'rowspan', max: number): number {
  const written = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(Number(written ?? 1), 1), max);
}

/** The line of a place in the text; asked in order, it reads the text once. */
function lineCounter(text: string): (place: number) => number {
  let at = 0;
  let line = 1;
  return (place) => {
    for (; at < place; at += 1) if (text[at] === '\n') line += 1;
    return line;
  };
}
