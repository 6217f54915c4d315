import type { DocumentCell } from '../../shared/documents/report-document.ts';
import { cellLines } from './cell-lines.ts';
import { CELL_MARGIN, type TableStyle } from './docx-table-style.ts';

/** How wide a Thai letter is on average, in parts of the font's size; vowels and tone marks above and below take no width. */
const LETTER_WIDTH = 0.42;

/** About how many lines a row has, by the longest of its cells. */
export function linesOf(cells: readonly DocumentCell[], { widths, size, digits }: TableStyle): number {
  const twipsPerLetter = (size / 2) * 20 * LETTER_WIDTH;
  const perCell = cells.map((cell, column) => {
    const perLine = Math.max(1, Math.floor(((widths[column] ?? 0) - 2 * CELL_MARGIN) / twipsPerLetter));
    return cellLines(cell, digits).reduce((sum, line) => {
      const letters = line.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length;
      return sum + Math.max(1, Math.ceil(letters / perLine));
    }, 0);
  });
  return Math.max(1, ...perCell);
}
