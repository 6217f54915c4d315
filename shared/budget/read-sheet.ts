import { squeeze } from '../thai/text.ts';
import { cellText, type Sheet } from '../workbook/sheet.ts';
import type { BudgetLine } from './budget-line.ts';
import { GROUP_COLUMNS, type GroupColumn } from './column-words.ts';
import { repeatsHeader, type TableHeader } from './find-header.ts';
import { groupKey, groupName, withoutPrefix } from './group-names.ts';
import { lineAmounts, type PrintedAmounts, totalAmounts } from './line-amounts.ts';
import { ReadRefused } from './read-refused.ts';
import type { SkippedRow, SkippedRowKind } from './reading.ts';
import { rowKind } from './row-kind.ts';
import type { PrintedTotal, SheetTable, TableLine } from './sheet-table.ts';
import { type TableRow, TableRows } from './table-row.ts';
import { REFUSALS } from './text.ts';
import type { TotalLabel } from './total-label.ts';

/** Ten times the largest budget seen. */
export const MAX_LINES = 20_000;

interface OpenHeading {
  readonly column: GroupColumn;
  readonly row: TableRow;
  readonly name: string;
  readonly printed: PrintedAmounts;
  readonly start: number;
}

/**
 * Reads one sheet below its header into lines, printed totals and the rows that are neither. Group names printed once, merged or
 * as headings are carried down. Nothing is checked here. Throws ReadRefused for cells that cannot be money and for too many lines.
 */
export function readSheet(sheet: Sheet, header: TableHeader): SheetTable {
  return new SheetReader(sheet, header).read();
}

class SheetReader {
  readonly #sheet: Sheet;
  readonly #header: TableHeader;
  readonly #rows: TableRows;
  /** Group columns as the sheet nests them: left to right, those without a column after them. */
  readonly #nesting: readonly GroupColumn[];
  readonly #lines: TableLine[] = [];
  readonly #totals: PrintedTotal[] = [];
  readonly #skipped: SkippedRow[] = [];
  readonly #lastTotals = new Map<string, number>();
  #current: Partial<Record<GroupColumn, string>> = {};
  #headings: OpenHeading[] = [];
  #grandRow: number | undefined;
  #afterTotal: SheetTable['afterTotal'];

  constructor(sheet: Sheet, header: TableHeader) {
    this.#sheet = sheet;
    this.#header = header;
    this.#rows = new TableRows(sheet, header);
    const place = (column: GroupColumn) => header.columns.get(column) ?? Number.POSITIVE_INFINITY;
    this.#nesting = [...GROUP_COLUMNS].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  }

  read(): SheetTable {
    const { rows } = this.#sheet;
    for (let index = 0; index < rows.length; index += 1) {
      if (index < this.#header.firstRow) this.#skip(index, isBlank(rows[index]) ? 'blank' : 'title');
      else if (index < this.#header.dataRow || repeatsHeader(this.#header, rows[index] ?? []))
        this.#takeHeader(index);
      else this.#take(this.#rows.at(index));
    }
    this.#closeHeadings(null);
    return {
      sheet: this.#sheet,
      header: this.#header,
      lines: this.#lines,
      totals: this.#totals,
      skippedRows: this.#skipped,
      ...(this.#afterTotal ? { afterTotal: this.#afterTotal } : {}),
    };
  }

  #take(row: TableRow): void {
    const kind = rowKind(row, this.#header, this.#current, this.#grandRow !== undefined);
    if (kind.kind === 'line') this.#addLine(row, this.#namesOf(row), this.#rows.amounts(row));
    else if (kind.kind === 'total') this.#takeTotal(row, kind.total);
    else if (kind.kind === 'heading') this.#takeHeading(row, kind.column, kind.name);
    else this.#skip(row.index, kind.kind);
  }

  #takeHeader(index: number): void {
    if (index >= this.#header.dataRow) {
      for (const [, column] of this.#header.columns) {
        const again = squeeze(cellText(this.#sheet.rows[index]?.[column]));
        const elsewhere = this.#header.texts.findIndex(
          (text, at) => at !== column && squeeze(text) === again,
        );
        if (again === '' || elsewhere < 0 || squeeze(this.#header.texts[column] ?? '') === again) continue;
        const sentence = REFUSALS.headerChanges(this.#sheet.name, index + 1, this.#header.firstRow + 1);
        throw new ReadRefused('header-changes', sentence, { sheet: this.#sheet.name, row: index + 1 });
      }
    }
    this.#skip(index, 'header');
  }

  /** Another name printed on the row starts its group and ends the finer ones; where none is printed the one above goes on. */
  #namesOf(row: TableRow): Partial<Record<GroupColumn, string>> {
    for (const column of this.#nesting) {
      const name = row.names[column];
      if (name === undefined) continue;
      if (groupKey(column, name) === groupKey(column, this.#current[column] ?? '')) continue;
      this.#closeHeadings(column);
      this.#enter(column, name);
    }
    return { ...this.#current };
  }

  #enter(column: GroupColumn, name: string): void {
    this.#current[column] = name;
    for (const finer of this.#nesting.slice(this.#nesting.indexOf(column) + 1)) delete this.#current[finer];
  }

  #addLine(
    row: TableRow,
    groups: Partial<Record<GroupColumn, string>>,
    printed: PrintedAmounts,
    name?: string,
  ): void {
    if (this.#lines.length >= MAX_LINES)
      throw new ReadRefused('too-many-lines', REFUSALS.tooManyLines(MAX_LINES));
    const named = (column: GroupColumn) => groupName(column, groups[column] ?? '');
    const item =
      name ?? row.names.item ?? row.names.subCategory ?? row.names.category ?? row.labels.at(-1)?.text ?? '';
    const subCategory = named('subCategory');
    const line: BudgetLine = {
      program: named('program'),
      task: named('task'),
      budgetGroup: named('budgetGroup'),
      category: named('category'),
      ...(subCategory === '' ? {} : { subCategory }),
      item,
      ...(row.names.unit === undefined ? {} : { unit: row.names.unit }),
      ...lineAmounts(printed, this.#header.columns.has('approved')),
      sheet: this.#sheet.name,
      row: row.index + 1,
    };
    this.#lines.push({ line, printed });
    if (this.#grandRow !== undefined)
      this.#afterTotal ??= { totalRow: this.#grandRow, lineRow: row.index + 1 };
  }

  #takeTotal(row: TableRow, total: TotalLabel): void {
    if (total.kind === 'group') this.#closeHeadings(total.column);
    if (total.kind === 'grand') this.#closeHeadings(null);
    const end = this.#lines.length;
    const key = total.kind === 'group' ? `${total.column}|${total.key}` : total.kind;
    const since = (name: string) => this.#lastTotals.get(name) ?? 0;
    const starts =
      total.kind === 'group'
        ? [since(key), since(total.column), 0]
        : total.kind === 'grand'
          ? [since('grand'), 0]
          : [since('any'), ...GROUP_COLUMNS.map(since), since('grand'), 0];
    this.#totals.push({
      row: row.index + 1,
      label: row.labels[0]?.text ?? '',
      kind: total.kind,
      starts: [...new Set(starts)],
      end,
      ...(total.kind === 'group' ? { group: { column: total.column, key: total.key } } : {}),
      amounts: totalAmounts(this.#rows.amounts(row)),
    });
    for (const name of ['any', key, ...(total.kind === 'group' ? [total.column] : [])])
      this.#lastTotals.set(name, end);
    if (total.kind === 'grand') this.#grandRow = row.index + 1;
    // The group that ends here must not be carried into rows that name none.
    if (total.kind === 'group') this.#leave(total.column);
    this.#skip(row.index, total.kind === 'grand' ? 'grand-total' : 'subtotal');
  }

  #leave(column: GroupColumn): void {
    for (const ended of this.#nesting.slice(this.#nesting.indexOf(column))) delete this.#current[ended];
  }

  #takeHeading(row: TableRow, column: GroupColumn, name: string): void {
    this.#closeHeadings(column);
    this.#enter(column, name);
    const start = this.#lines.length;
    if (row.hasMoney) this.#headings.push({ column, row, name, printed: this.#rows.amounts(row), start });
    else this.#skip(row.index, 'heading');
  }

  /** Ends the open headings at this level and below: each was a total of the lines since, or, with none, a line itself. */
  #closeHeadings(column: GroupColumn | null): void {
    const level = column === null ? -1 : GROUP_COLUMNS.indexOf(column);
    const closing = this.#headings
      .filter((heading) => GROUP_COLUMNS.indexOf(heading.column) >= level)
      .reverse();
    this.#headings = this.#headings.filter((heading) => GROUP_COLUMNS.indexOf(heading.column) < level);
    for (const { row, name, printed, start, column: own } of closing) {
      if (start === this.#lines.length) {
        this.#addLine(row, { ...this.#current, [own]: name }, printed, withoutPrefix(own, name));
        continue;
      }
      const amounts = totalAmounts(printed);
      this.#totals.push({
        row: row.index + 1,
        label: name,
        kind: 'unnamed',
        starts: [start],
        end: this.#lines.length,
        amounts,
      });
      this.#skip(row.index, 'subtotal');
    }
  }

  #skip(index: number, kind: SkippedRowKind): void {
    const text = (this.#sheet.rows[index] ?? []).map(cellText).find((each) => each.trim() !== '') ?? '';
    this.#skipped.push({
      sheet: this.#sheet.name,
      row: index + 1,
      kind,
      text: squeeze(text) === '' ? '' : text,
    });
  }
}

function isBlank(row: Sheet['rows'][number] | undefined): boolean {
  return !row?.some((cell) => cell);
}
