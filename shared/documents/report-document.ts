import type { Satang } from '../thai/money.ts';
import type { DocumentDigits } from './document-digits.ts';

export type Align = 'left' | 'center' | 'right';

export interface DocumentColumn {
  readonly header: string;
  /** Its share of the table's width, in the same unit as its neighbours'; above 0. */
  readonly width: number;
  readonly align?: Align;
}

/** A header cell above neighbouring columns; with an empty header each of them is headed by its own name alone. */
export interface HeaderGroup {
  readonly header: string;
  readonly columns: number;
}

/** One cell. `above`: empty, and shown as one with the cell over it. */
export type DocumentCell =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'amount'; readonly amountSatang: Satang }
  | { readonly kind: 'count'; readonly count: number }
  /** Any other number with two decimals, in hundredths. */
  | { readonly kind: 'hundredths'; readonly hundredths: number }
  | { readonly kind: 'above' };

/** A row of cells, one for each column, or a heading across the whole table. */
export type DocumentRow =
  | { readonly kind: 'cells'; readonly cells: readonly DocumentCell[]; readonly isTotal?: boolean }
  | { readonly kind: 'section'; readonly text: string };

export interface DocumentTable {
  /** Stands above the table; left out where the document's title says it already. */
  readonly heading?: string;
  readonly columns: readonly DocumentColumn[];
  /** From the left, together as many columns as the table has; left out where the header is one row. */
  readonly groups?: readonly HeaderGroup[];
  readonly rows: readonly DocumentRow[];
}

/** A picture of the annex. Its format follows from its bytes (JPEG, PNG, WebP or GIF). */
export interface DocumentPicture {
  readonly bytes: Uint8Array;
  readonly caption: string;
}

/** Who signs; dotted lines are left where a name or date is still to be written. */
export interface DocumentSignature {
  readonly name: string;
  readonly position: string;
}

/**
 * A report, as plain as it can be said: what an office prints, sends or puts on its website. Files of any format are made
 * from it. Texts are plain and in the digits they are to be printed in; whoever writes a format escapes them.
 */
export interface ReportDocument {
  readonly orientation: 'landscape' | 'portrait';
  /** How amounts, counts and page numbers are written on paper. In a workbook they are numbers. */
  readonly digits: DocumentDigits;
  readonly titleLines: readonly string[];
  /** Between title and tables. */
  readonly paragraphs: readonly string[];
  readonly tables: readonly DocumentTable[];
  /** Below the tables, as a list under its heading; nothing when it is empty. */
  readonly notes: { readonly heading: string; readonly items: readonly string[] };
  readonly signature?: DocumentSignature;
  readonly annex: { readonly heading: string; readonly pictures: readonly DocumentPicture[] };
}
