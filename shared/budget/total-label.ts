import { squeeze } from '../thai/text.ts';
import { GROUP_COLUMNS, type GroupColumn } from './column-words.ts';
import { groupKey, groupName } from './group-names.ts';

/** What the label of a total row says it adds up: everything, a named group, or no more than "รวม". */
export type TotalLabel =
  | { readonly kind: 'grand' }
  | { readonly kind: 'group'; readonly column: GroupColumn; readonly key: string }
  | { readonly kind: 'unnamed' };

/** The names of the group a row stands in, as written on the lines above it. */
export type CurrentGroups = Readonly<Partial<Record<GroupColumn, string>>>;

const TOTAL = /^(?:ยอด)?รวม(?:เป็นเงิน|จำนวนเงิน|งบประมาณ|รายจ่าย|เงิน|ยอด)*|^(?:grand|sub)?total/i;
const GRAND = /^(?:รวม)?(?:ทั้งสิ้น|ทั้งหมด|ทุกแผนงาน|ทั้งปี)/;
const PREFIXES: readonly (readonly [RegExp, GroupColumn])[] = [
  [/^แผนงาน/, 'program'],
  [/^งาน/, 'task'],
  [/^งบ/, 'budgetGroup'],
  [/^หมวด/, 'category'],
];

/**
 * Reads the only text of a row as the label of a total, or null when it is none. A name that merely begins with รวม
 * ("รวมพลัง…") is no total: what follows รวม must be nothing, ทั้งสิ้น, or the name or kind of a group.
 */
export function readTotalLabel(label: string, current: CurrentGroups): TotalLabel | null {
  const text = squeeze(label).replace(/[:：.\s]+$/, '');
  if (/^grandtotal$/i.test(text)) return { kind: 'grand' };
  const start = TOTAL.exec(text)?.[0];
  if (start === undefined) return null;
  const rest = text.slice(start.length);
  if (rest === '') return { kind: 'unnamed' };
  if (GRAND.test(rest)) return { kind: 'grand' };
  // What was taken for a filler word may begin the name itself: "รวมรายจ่ายอื่น", "รวมเงินเดือน…".
  const names = [rest, text.replace(/^(?:ยอด)?รวม/, '')];
  const prefix = PREFIXES.find(([pattern]) => pattern.test(rest))?.[1];
  const columns = prefix ? [prefix, ...GROUP_COLUMNS] : GROUP_COLUMNS;
  for (const name of names) {
    const column = columns.find((each) => current[each] && sameGroup(each, current[each], name));
    if (column) return { kind: 'group', column, key: canonicalKey(column, name) };
  }
  return prefix ? { kind: 'group', column: prefix, key: canonicalKey(prefix, rest) } : null;
}

/** The key by which lines of a group are found: that of its official name, if it has one. */
function canonicalKey(column: GroupColumn, name: string): string {
  return groupKey(column, groupName(column, name));
}

function sameGroup(column: GroupColumn, a: string, b: string): boolean {
  return canonicalKey(column, a) === canonicalKey(column, b);
}
