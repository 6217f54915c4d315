import type { DocumentDigits } from '../../shared/documents/document-digits.ts';
import type { Align } from '../../shared/documents/report-document.ts';
import type { Docx } from './docx-library.ts';

/** Between a cell's border and its text at the sides, in twips. */
export const CELL_MARGIN = 100;

/** How one table is set. */
export interface TableStyle {
  readonly docx: Docx;
  /** Of the columns, in twips. */
  readonly widths: readonly number[];
  /** Half points. */
  readonly size: number;
  readonly digits: DocumentDigits;
  readonly aligns: readonly Align[];
}
