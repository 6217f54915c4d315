/** Where something stands in the file a person sent, as that person would look for it; all counts from 1. */
export type Where =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'sheet-row'; readonly sheet: string; readonly row: number }
  | { readonly kind: 'table-row'; readonly table: number; readonly row: number };

/** One cell as the file holds it: HTML remains and line breaks included. */
export interface ReportCell {
  readonly text: string;
  /** Set when the file shows this cell as one with the cell above it or to its left, where the text then stands. */
  readonly merged?: 'above' | 'left';
}

export interface ReportRow {
  readonly where: Where;
  readonly cells: readonly ReportCell[];
}

/**
 * A report of any format, in reading order: paragraphs between tables, tables as rows of cells. Titles may stand as
 * paragraphs or as rows above the header; a table split over pages is several tables, its header printed again or not.
 */
export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly where: Where }
  | { readonly kind: 'table'; readonly rows: readonly ReportRow[] };
