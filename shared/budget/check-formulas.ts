import { columnLetter, type Place, type Sheet } from '../workbook/sheet.ts';
import type { TableHeader } from './find-header.ts';
import { ReadRefused } from './read-refused.ts';
import { REFUSALS } from './text.ts';

/**
 * Refuses a table in whose known columns a formula failed, or has no stored result: a missing result is neither zero nor empty.
 * The first such cell is named, and how many there are. Throws ReadRefused.
 */
export function checkFormulas(sheet: Sheet, header: TableHeader): void {
  const columns = [...header.columns.values()].sort((a, b) => a - b);
  let first: Place | undefined;
  let count = 0;
  for (let row = header.dataRow; row < sheet.rows.length; row += 1) {
    for (const column of columns) {
      const cell = sheet.rows[row]?.[column];
      if (cell?.kind !== 'formula-without-value' && cell?.kind !== 'error') continue;
      const where = { sheet: sheet.name, row: row + 1, column: columnLetter(column) };
      if (cell.kind === 'error')
        throw new ReadRefused('formula-error', REFUSALS.formulaError(where, cell.text), where);
      first ??= where;
      count += 1;
    }
  }
  if (first)
    throw new ReadRefused('formula-without-value', REFUSALS.formulaWithoutValue(first, count), first);
}
