import type { Refusal } from '../../shared/workbook/refusal.ts';
import type { Sheet } from '../../shared/workbook/sheet.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { readCsv } from './read-csv.ts';
import { MAX_FILE_BYTES } from './workbook-limits.ts';
import { type WorkbookRefusalCode, WorkbookRefused, workbookRefusal } from './workbook-refusal.ts';
import { readWorkbookParts } from './xlsx-parts.ts';
import { type CellCount, readXlsxSheet } from './xlsx-sheet.ts';
import { ZipParts } from './zip-parts.ts';

export type WorkbookResult =
  | {
      readonly kind: 'sheets';
      readonly sheets: readonly Sheet[];
      readonly format: 'xlsx' | 'csv';
    }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal<WorkbookRefusalCode>;
    };

/**
 * Reads an .xlsx workbook or a CSV file into sheets of cells. What the file is follows from its bytes; the name serves only
 * to name the one sheet of a CSV. Never throws for a bad file: whatever is wrong with it, and whatever it was made to do to
 * its reader, the answer is a refusal with one Thai sentence, and memory stays within the limits of workbook-limits.ts.
 */
export async function readWorkbook(bytes: Buffer, fileName: string): Promise<WorkbookResult> {
  try {
    if (bytes.length > MAX_FILE_BYTES) throw new WorkbookRefused('file-too-large');
    const format = detectFormat(bytes);
    if (format === 'zip') return { kind: 'sheets', sheets: await readXlsx(bytes), format: 'xlsx' };
    if (format !== 'text') throw new WorkbookRefused(format);
    return {
      kind: 'sheets',
      sheets: [readCsv(decodeText(bytes), baseName(fileName))],
      format: 'csv',
    };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return { kind: 'refused', refusal: workbookRefusal(error.code) };
  }
}

async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const parts = await ZipParts.open(bytes);
  try {
    const shared = await readWorkbookParts(parts);
    const count: CellCount = { filled: 0 };
    const sheets: Sheet[] = [];
    for (const entry of shared.sheets) sheets.push(await readXlsxSheet(parts, entry, shared, count));
    return sheets;
  } finally {
    parts.close();
  }
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
