import { checkDocument, type DocumentProblem } from '../../shared/documents/check-document.ts';
import { MAX_DOCUMENT_BYTES } from '../../shared/documents/document-limits.ts';
import type { ReportDocument } from '../../shared/documents/report-document.ts';

/** No file is made: the description is past a limit or not whole, or what comes out would be too large. */
export class DocumentRefused extends Error {
  readonly problem: DocumentProblem | 'file-too-large' | 'picture-unreadable';

  constructor(problem: DocumentRefused['problem'], options?: ErrorOptions) {
    super(problem, options);
    this.name = 'DocumentRefused';
    this.problem = problem;
  }
}

/** Throws DocumentRefused for a description of which no file can be made. */
export function refuseUnfit(document: ReportDocument): void {
  const problem = checkDocument(document);
  if (problem) throw new DocumentRefused(problem);
}

/** The file, when it is not too large to be sent. Throws DocumentRefused `file-too-large`. */
export function withinSize(bytes: Buffer): Buffer {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentRefused('file-too-large');
  return bytes;
}
