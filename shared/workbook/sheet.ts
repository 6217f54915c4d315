/** What one cell of a sheet holds, as the file says it; numbers keep their decimal writing so that money stays exact. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly raw: string }
  /** A formula whose result the file does not hold: not zero, not empty, simply unknown. */
  | { readonly kind: 'formula-without-value' }
  /** A formula that failed: "#REF!", "#DIV/0!" and their like. */
  | { readonly kind: 'error'; readonly text: string };

/** Cells from row `fromRow` to `toRow` and column `fromColumn` to `toColumn` (indexes from 0, both ends included) shown as one. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** One sheet: `rows[0]` is row 1 of the file, `rows[r][0]` column A; null is an empty cell; rows may be short. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly merges?: readonly Merge[];
  readonly hidden?: boolean;
}

/** Where something stands, as a clerk finds it: row from 1, column by letter. */
export interface Place {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: string;
}

const LETTERS = 26;

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(65 + (rest % LETTERS)) + letters;
  }
  return letters;
}

/** The text of a cell as printed; "" for an empty cell or one without a value. */
export function cellText(cell: Cell | null | undefined): string {
  if (!cell) return '';
  if (cell.kind === 'number') return cell.raw;
  return cell.kind === 'formula-without-value' ? '' : cell.text;
}
