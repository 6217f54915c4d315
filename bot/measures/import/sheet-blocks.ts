import type { ReportBlock, ReportCell, ReportRow } from '../../../shared/measures/report-block.ts';
import type { Merge, Sheet } from '../../../shared/workbook/sheet.ts';
import { cellText } from '../../../shared/workbook/sheet.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from './import-limits.ts';
import { ImportRefused } from './import-refusal.ts';

/**
 * The visible sheets of a workbook as blocks: rows between empty rows are a table, or paragraphs when none of them has a
 * second cell. Merged cells keep their text in the first cell, the others say where it stands.
 * Throws ImportRefused 'too-many-rows' past the limits.
 */
export function sheetBlocks(sheets: readonly Sheet[]): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  let count = 0;
  for (const sheet of sheets.filter(({ hidden }) => !hidden).slice(0, MAX_SHEETS)) {
    const merged = mergedCells(sheet.merges ?? [], sheet.rows.length);
    let group: ReportRow[] = [];
    sheet.rows.forEach((row, index) => {
      const cells = row.slice(0, MAX_COLUMNS).map((cell, column): ReportCell => {
        const side = merged.get(index * MAX_COLUMNS + column);
        return side ? { text: '', merged: side } : { text: cellText(cell).slice(0, MAX_CELL_CHARS) };
      });
      if (cells.every(({ text }) => text.trim() === '')) {
        blocks.push(...blocksOf(group));
        group = [];
        return;
      }
      count += 1;
      if (count > MAX_ROWS) throw new ImportRefused('too-many-rows');
      group.push({ where: { kind: 'sheet-row', sheet: sheet.name, row: index + 1 }, cells });
    });
    blocks.push(...blocksOf(group));
  }
  return blocks;
}

function blocksOf(rows: readonly ReportRow[]): ReportBlock[] {
  if (rows.length === 0) return [];
  const filled = (row: ReportRow): number => row.cells.filter(({ text }) => text.trim() !== '').length;
  if (rows.some((row) => filled(row) > 1)) {
    // Rows of a sheet end at their last filled cell; a table's rows are equally long.
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    const padded = rows.map((row) => ({
      ...row,
      cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, () => ({ text: '' }))],
    }));
    return [{ kind: 'table', rows: padded }];
  }
  return rows.map((row) => ({
    kind: 'paragraph',
    text: row.cells.map(({ text }) => text).join(''),
    where: row.where,
  }));
}

/** For each cell that a merge covers but its first, by row × MAX_COLUMNS + column, where its text stands. */
function mergedCells(merges: readonly Merge[], rowCount: number): Map<number, 'above' | 'left'> {
  const cells = new Map<number, 'above' | 'left'>();
  for (const merge of merges) {
    for (
      let row = merge.fromRow;
      row <= Math.min(merge.toRow, rowCount - 1, merge.fromRow + MAX_ROWS);
      row += 1
    ) {
      for (let column = merge.fromColumn; column <= Math.min(merge.toColumn, MAX_COLUMNS - 1); column += 1) {
        if (row > merge.fromRow) cells.set(row * MAX_COLUMNS + column, 'above');
        else if (column > merge.fromColumn) cells.set(row * MAX_COLUMNS + column, 'left');
      }
    }
  }
  return cells;
}
