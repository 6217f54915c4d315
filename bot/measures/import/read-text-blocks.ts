import type { ReportBlock } from '../../../shared/measures/report-block.ts';
import { MAX_TEXT_CHARS } from './import-limits.ts';
import { ImportRefused } from './import-refusal.ts';
import { readHtmlTables } from './read-html-tables.ts';
import { readMarkdownTables } from './read-markdown-tables.ts';
import { readTabbedLines } from './read-tabbed-lines.ts';

const MARKDOWN_RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?$/m;

/**
 * Reads a report that came as text, pasted or from a file: HTML when it holds a table element, markdown when it holds a
 * table rule, else lines whose cells are separated by tabs. HTML inside single cells is left to the reading of cells.
 * Throws ImportRefused: 'empty-file', 'file-too-large', 'too-many-rows'.
 */
export function readTextBlocks(text: string): ReportBlock[] {
  if (text.trim() === '') throw new ImportRefused('empty-file');
  if (text.length > MAX_TEXT_CHARS) throw new ImportRefused('file-too-large');
  if (/<table[\s>]/i.test(text)) return readHtmlTables(text);
  return MARKDOWN_RULE.test(text) ? readMarkdownTables(text) : readTabbedLines(text);
}
