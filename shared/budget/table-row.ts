import { isProblem, parseMoney, type Satang } from '../thai/money.ts';
import { tidy, truncateUnits } from '../thai/text.ts';
import { type Cell, cellText, type Sheet } from '../workbook/sheet.ts';
import { GROUP_COLUMNS, type GroupColumn, MONEY_COLUMNS, type MoneyColumn } from './column-words.ts';
import type { TableHeader } from './find-header.ts';
import { lookOfMoney, readMoneyCell } from './money-cell.ts';

/** Some offices put a whole project description into รายการ; more than a page of it is cut. */
const MAX_NAME_UNITS = 2000;

type NameColumn = GroupColumn | 'item' | 'unit';

/** One text of a row outside the money columns. */
export interface Label {
  readonly column: number;
  readonly text: string;
}

/** A row of the table as its columns give it, before anyone says what kind of row it is. Row index from 0. */
export interface TableRow {
  readonly index: number;
  readonly cells: readonly (Cell | null)[];
  /** Texts printed on this very row outside the money columns, left to right; numbers are no labels. */
  readonly labels: readonly Label[];
  /** Names by column, values of merged cells included. */
  readonly names: Readonly<Partial<Record<NameColumn, string>>>;
  /** Some money column holds an amount or a dash. */
  readonly hasMoney: boolean;
  /** Some money column holds other text. */
  readonly hasOtherText: boolean;
}

/** Reads the rows of one sheet by its header. */
export class TableRows {
  readonly #sheet: Sheet;
  readonly #header: TableHeader;
  readonly #moneyColumns: ReadonlySet<number>;
  /** For a name cell inside a merge: the row that holds the value, by column and row. */
  readonly #mergedFrom = new Map<number, Map<number, number>>();

  constructor(sheet: Sheet, header: TableHeader) {
    this.#sheet = sheet;
    this.#header = header;
    this.#moneyColumns = new Set(MONEY_COLUMNS.flatMap((field) => header.columns.get(field) ?? []));
    const nameColumns = new Set(
      [...GROUP_COLUMNS, 'item' as const, 'unit' as const].map((f) => header.columns.get(f)),
    );
    for (const merge of sheet.merges ?? []) {
      if (merge.fromRow < header.dataRow || !nameColumns.has(merge.fromColumn)) continue;
      const column = this.#mergedFrom.get(merge.fromColumn) ?? new Map<number, number>();
      const last = Math.min(merge.toRow, sheet.rows.length - 1);
      for (let row = merge.fromRow + 1; row <= last; row += 1) column.set(row, merge.fromRow);
      this.#mergedFrom.set(merge.fromColumn, column);
    }
  }

  /** The row at an index from 0; rows past the end are empty. */
  at(index: number): TableRow {
    const cells = this.#sheet.rows[index] ?? [];
    const labels: Label[] = [];
    let hasMoney = false;
    let hasOtherText = false;
    cells.forEach((cell, column) => {
      if (!cell) return;
      if (this.#moneyColumns.has(column)) {
        const look = lookOfMoney(cell);
        hasMoney ||= look === 'money';
        hasOtherText ||= look === 'not-money';
      } else if (cell.kind === 'text') {
        const text = tidy(cell.text);
        if (text !== '' && isProblem(parseMoney(text))) labels.push({ column, text });
      }
    });
    const names: Partial<Record<NameColumn, string>> = {};
    for (const field of [...GROUP_COLUMNS, 'item', 'unit'] as const) {
      const column = this.#header.columns.get(field);
      const name = column === undefined ? '' : this.#nameAt(index, column);
      if (name !== '') names[field] = name;
    }
    return { index, cells, labels, names, hasMoney, hasOtherText };
  }

  /** The amounts printed on a row, by money column; absent where the cell is empty. Throws ReadRefused for text that is none. */
  amounts(row: TableRow): Partial<Record<MoneyColumn, Satang>> {
    const amounts: Partial<Record<MoneyColumn, Satang>> = {};
    for (const field of MONEY_COLUMNS) {
      const column = this.#header.columns.get(field);
      if (column === undefined) continue;
      const amount = readMoneyCell(row.cells[column], { sheet: this.#sheet.name, row: row.index, column });
      if (amount !== null) amounts[field] = amount;
    }
    return amounts;
  }

  #nameAt(row: number, column: number): string {
    const own = tidy(cellText(this.#sheet.rows[row]?.[column]));
    // Names are never a bare dash: it stands for "none".
    if (own !== '') return /^[-–—]+$/.test(own) ? '' : truncateUnits(own, MAX_NAME_UNITS);
    const from = this.#mergedFrom.get(column)?.get(row);
    return from === undefined
      ? ''
      : truncateUnits(tidy(cellText(this.#sheet.rows[from]?.[column])), MAX_NAME_UNITS);
  }
}
