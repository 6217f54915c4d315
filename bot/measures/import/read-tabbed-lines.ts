import type { ReportBlock } from '../../../shared/measures/report-block.ts';
import { MAX_CELL_CHARS } from './import-limits.ts';
import { TextBlockList } from './text-block-list.ts';

/**
 * Reads lines of text: those with tabs are rows of a table, an empty line or one without tabs ends it and is a paragraph.
 * Cells in quotes may hold line breaks, as spreadsheets copy them; a quote that never closes is a plain character.
 */
export function readTabbedLines(text: string): ReportBlock[] {
  const list = new TextBlockList();
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const start = line;
    const cells: string[] = [];
    for (let more = true; more; ) {
      const quoted = quotedCell(text, at);
      const stop = plainEnd(text, quoted?.end ?? at);
      const cell = quoted ? quoted.text : text.slice(at, stop);
      cells.push(cell);
      if (quoted) line += text.slice(at, stop).split(/\r\n|\n|\r/).length - 1;
      more = text[stop] === '\t';
      at = stop + (more ? 1 : 0);
    }
    if (cells.length > 1)
      list.row(
        start,
        cells.map((cell) => ({ text: cell })),
      );
    else list.paragraph(start, cells[0] ?? '');
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
  }
  return list.done();
}

function plainEnd(text: string, from: number): number {
  const end = /[\t\r\n]/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

/**
 * A cell in quotes, as a spreadsheet copies one with line breaks in it: quotes inside are doubled, and the closing one stands
 * before a tab or at the end of a line. Null for text that only begins with a quote.
 */
function quotedCell(text: string, at: number): { text: string; end: number } | null {
  if (text[at] !== '"') return null;
  const mark = /""|["\t]/g;
  mark.lastIndex = at + 1;
  for (let match = mark.exec(text); match && match.index < at + MAX_CELL_CHARS; match = mark.exec(text)) {
    if (match[0] === '""') continue;
    const closes = match[0] === '"' && /^[\t\r\n]?$/.test(text.charAt(match.index + 1));
    if (!closes) return null;
    return { text: text.slice(at + 1, match.index).replaceAll('""', '"'), end: match.index + 1 };
  }
  return null;
}
