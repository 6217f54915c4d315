import type { ReportDocument } from '../../shared/documents/report-document.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

/** The formats in which an office sends a report on: to be printed and signed, or to be reckoned with. */
export type DocumentFormat = 'docx' | 'xlsx';

export const DOCUMENT_CONTENT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file of a report. Throws DocumentRefused when the report is past a limit. */
export function writeDocument(document: ReportDocument, format: DocumentFormat): Promise<Buffer> {
  return format === 'docx' ? writeDocx(document) : writeXlsx(document);
}
