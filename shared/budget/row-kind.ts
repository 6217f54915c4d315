import { squeeze } from '../thai/text.ts';
import { cellText } from '../workbook/sheet.ts';
import type { GroupColumn } from './column-words.ts';
import type { TableHeader } from './find-header.ts';
import { columnOfHeading } from './group-names.ts';
import type { Label, TableRow } from './table-row.ts';
import { type CurrentGroups, readTotalLabel, type TotalLabel } from './total-label.ts';

/** What a row below the header is. */
export type RowKind =
  | { readonly kind: 'blank' | 'column-numbers' | 'foot' | 'note' | 'line' }
  | { readonly kind: 'total'; readonly total: TotalLabel }
  /** Names a group for the rows below; with amounts it also prints that group's total. */
  | { readonly kind: 'heading'; readonly column: GroupColumn; readonly name: string };

const FOOT =
  /^\(?(ลงชื่อ|ลงนาม|ผู้จัดทำ|ผู้ตรวจ|ผู้รับรอง|ผู้รายงาน|ผู้อำนวยการ|ตำแหน่ง|หัวหน้า|ปลัด|นายก|หมายเหตุ|ข้อมูลณ|พิมพ์วันที่|หน้าที่?\d|\.{3}|…|_{3})/;
/** Sums carried over a page break, and shares in percent: figures, but of no line. */
const NO_SUM = /^(ยอดยก(มา|ไป)|รวมยก(มา|ไป)|ยกมา|ยกไป|(คิดเป็น)?ร้อยละ|(คิดเป็น)?%|เปอร์เซ็นต์)/;
const COLUMN_NUMBER = /^\(?[\p{Nd}]{1,2}\)?([=+\-–(),\p{Nd}\s]*)$/u;

/** Says what a row is, from its labels, its amounts and the groups the rows above it stand in. */
export function rowKind(
  row: TableRow,
  header: TableHeader,
  current: CurrentGroups,
  afterGrandTotal: boolean,
): RowKind {
  const first = row.labels[0];
  if (!first && !row.hasMoney && !row.hasOtherText)
    return { kind: row.cells.some((cell) => cell) ? 'note' : 'blank' };
  if (row.index <= header.dataRow + 1 && numbersColumns(row)) return { kind: 'column-numbers' };
  if (first && NO_SUM.test(squeeze(first.text))) return { kind: 'note' };
  if (!row.hasMoney) return rowWithoutMoney(row, header, afterGrandTotal);
  if (row.labels.length === 1 && first) {
    const total = readTotalLabel(first.text, current);
    if (total) return { kind: 'total', total };
    const column = headingColumn(first, header);
    if (column && (row.names.item === undefined || !header.columns.has(column))) {
      return { kind: 'heading', column, name: first.text };
    }
  }
  if (row.labels.length === 0 && row.names.item === undefined)
    return { kind: 'total', total: { kind: 'unnamed' } };
  return { kind: 'line' };
}

function rowWithoutMoney(row: TableRow, header: TableHeader, afterGrandTotal: boolean): RowKind {
  const [first] = row.labels;
  if (afterGrandTotal || row.labels.some(({ text }) => FOOT.test(squeeze(text)))) return { kind: 'foot' };
  // Names with something in a money column that is no amount: a line, so that reading its amounts says what is wrong.
  if (row.hasOtherText && row.labels.length > 1 && row.names.item !== undefined) return { kind: 'line' };
  if (row.labels.length !== 1 || !first || row.hasOtherText) return { kind: 'note' };
  const column = headingColumn(first, header);
  return column ? { kind: 'heading', column, name: first.text } : { kind: 'note' };
}

/** The group a lone label names: that of its own column, or the one its words give when it stands elsewhere. */
function headingColumn(label: Label, header: TableHeader): GroupColumn | null {
  for (const column of ['program', 'task', 'budgetGroup', 'category', 'subCategory'] as const) {
    if (header.columns.get(column) === label.column)
      return columnOfHeading(label.text) === 'program' ? 'program' : column;
  }
  const column = columnOfHeading(label.text);
  // An item may be named like a group ("งบกลาง"); where the group has a column of its own, that one names it.
  const isItem = header.columns.get('item') === label.column;
  return isItem && column !== null && column !== 'program' && header.columns.has(column) ? null : column;
}

/** "(1) (2) (3)=(1)+(2)": some forms number their columns below the header. */
function numbersColumns(row: TableRow): boolean {
  const texts = row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  return texts.length > 2 && texts.every((text) => COLUMN_NUMBER.test(text));
}
