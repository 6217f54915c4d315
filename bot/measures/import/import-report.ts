import type { ReportBlock } from '../../../shared/measures/report-block.ts';
import type { Refusal } from '../../../shared/workbook/refusal.ts';
import { decodeText } from '../../workbook/decode-text.ts';
import { detectFormat } from '../../workbook/detect-format.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { WorkbookRefused } from '../../workbook/workbook-refusal.ts';
import { ZipParts } from '../../workbook/zip-parts.ts';
import { MAX_FILE_BYTES } from './import-limits.ts';
import { fromWorkbook, type ImportRefusalCode, ImportRefused, importRefusal } from './import-refusal.ts';
import { DOCUMENT_PART, readDocument } from './read-document.ts';
import { readTextBlocks } from './read-text-blocks.ts';
import { sheetBlocks } from './sheet-blocks.ts';

export type ImportResult =
  | {
      readonly kind: 'blocks';
      readonly blocks: readonly ReportBlock[];
      readonly format: 'docx' | 'xlsx' | 'text';
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal<ImportRefusalCode> };

/**
 * Reads the file of a report, a .docx, an .xlsx or a text (tab-separated, a markdown table or an HTML page), into blocks for
 * `readReport`. What the file is follows from its bytes; its name says nothing. Never throws for a bad file: whatever is wrong with
 * it, the answer is a refusal with one Thai sentence, and memory stays within the limits.
 */
export function importReport(bytes: Buffer): Promise<ImportResult> {
  return answered(async () => {
    if (bytes.length > MAX_FILE_BYTES) throw new ImportRefused('file-too-large');
    const format = detectFormat(bytes);
    if (format === 'zip') return importZip(bytes);
    // HTML is refused as a workbook, but a page with a table is a report.
    if (format !== 'text' && !(format === 'not-a-workbook' && isMarkup(bytes))) {
      throw new ImportRefused(fromWorkbook(format));
    }
    return { kind: 'blocks', blocks: readTextBlocks(decodeText(bytes)), format: 'text' };
  });
}

/** Reads what a person pasted: cells copied from a sheet or a document, a markdown table, or HTML. Answers as `importReport`. */
export function importPasted(text: string): Promise<ImportResult> {
  return answered(() =>
    Promise.resolve({ kind: 'blocks' as const, blocks: readTextBlocks(text), format: 'text' as const }),
  );
}

async function answered(read: () => Promise<ImportResult>): Promise<ImportResult> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ImportRefused) return { kind: 'refused', refusal: importRefusal(error.code) };
    if (!(error instanceof WorkbookRefused)) throw error;
    return { kind: 'refused', refusal: importRefusal(fromWorkbook(error.code)) };
  }
}

async function importZip(bytes: Buffer): Promise<ImportResult> {
  const parts = await ZipParts.open(bytes);
  try {
    if (parts.has(DOCUMENT_PART)) {
      return { kind: 'blocks', blocks: await readDocument(parts), format: 'docx' };
    }
  } finally {
    parts.close();
  }
  const workbook = await readWorkbook(bytes, '');
  if (workbook.kind === 'refused') throw new ImportRefused(fromWorkbook(workbook.refusal.code));
  return { kind: 'blocks', blocks: sheetBlocks(workbook.sheets), format: 'xlsx' };
}

function isMarkup(bytes: Buffer): boolean {
  return /^\s*<(!doctype html|html|table|head|body|meta|div|p|!--)/i.test(
    bytes.subarray(0, 200).toString('latin1').replace(/^ï»¿/, ''),
  );
}
