import type { ReportBlock } from '../../../shared/measures/report-block.ts';
import { TextBlockList } from './text-block-list.ts';

const RULE_CELL = /^\s*:?-{2,}:?\s*$/;

/**
 * Reads markdown: lines that begin with "|" (or stand in a table and hold one) are rows, the rule below a header is dropped, "\|" is a
 * plain character, heading marks in front of other lines are taken off.
 */
export function readMarkdownTables(text: string): ReportBlock[] {
  const list = new TextBlockList();
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const trimmed = line.trim();
    if (!trimmed.startsWith('|') && !/[^\\]\|/.test(trimmed)) {
      list.paragraph(index + 1, trimmed.replace(/^#{1,6}\s+/, ''));
      return;
    }
    const cells = trimmed
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll('\\|', '|').trim());
    if (!cells.every((cell) => RULE_CELL.test(cell)))
      list.row(
        index + 1,
        cells.map((cell) => ({ text: cell })),
      );
  });
  return list.done();
}
