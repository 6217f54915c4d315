import { type Amounts, type BudgetLine, sumAmounts } from './budget-line.ts';
import { BUDGET_GROUPS, PROGRAMS } from './taxonomy.ts';
import { OTHER_GROUPS_NAME, UNNAMED_GROUP_NAME } from './text.ts';

/** One row of a table of sums. */
export interface SummaryRow extends Amounts {
  readonly name: string;
  /** How many lines it adds up. */
  readonly count: number;
}

/** The sums of one งาน, with its แผนงาน. */
export interface TaskRow extends SummaryRow {
  readonly program: string;
}

/** One line, for the lists of single items. */
export interface SummaryItem extends Amounts {
  readonly program: string;
  readonly item: string;
  readonly unit?: string;
}

/** What cards, pages and reports show of a budget; small enough to be stored in one document. */
export interface BudgetSummary {
  readonly count: number;
  readonly totals: Amounts;
  readonly byProgram: readonly SummaryRow[];
  readonly byBudgetGroup: readonly SummaryRow[];
  readonly byTask: readonly TaskRow[];
  /** Lowest disbursed share first, among lines with at least SLOWEST_REVISED_MIN_SATANG after transfers. Empty without spending. */
  readonly slowest: readonly SummaryItem[];
  /** Highest after transfers first. */
  readonly largest: readonly SummaryItem[];
}

/** Twelve แผนงาน and six งบ are official; what goes past the limits is one row "อื่น ๆ", so that sums stay whole. */
export const MAX_PROGRAM_ROWS = 20;
export const MAX_GROUP_ROWS = 12;
export const MAX_TASK_ROWS = 60;
export const MAX_LISTED_ITEMS = 10;
/** Slow spending of less than 100,000 baht is no news. */
export const SLOWEST_REVISED_MIN_SATANG = 100_000_00;

/**
 * Adds lines up by แผนงาน, งบ and งาน, in the official order, then as they come. In each of the three tables the counts and all
 * seven sums add up to `count` and `totals`, to the satang. `hasSpending` is false for lists of approved amounts.
 * Throws RangeError past the safe integers.
 */
export function summarise(lines: readonly BudgetLine[], hasSpending: boolean): BudgetSummary {
  const byTask = grouped(
    lines,
    (line) => JSON.stringify([line.program, line.task]),
    MAX_TASK_ROWS,
    programOrder,
  );
  return {
    count: lines.length,
    totals: sumAmounts(lines),
    byProgram: grouped(lines, (line) => line.program, MAX_PROGRAM_ROWS, programOrder).map(summaryRow),
    byBudgetGroup: grouped(lines, (line) => line.budgetGroup, MAX_GROUP_ROWS, budgetGroupOrder).map(
      summaryRow,
    ),
    byTask: byTask.map((group) => {
      const [program = '', task = ''] = group.key === null ? [] : (JSON.parse(group.key) as string[]);
      return { program, ...summaryRow({ ...group, key: group.key === null ? null : task }) };
    }),
    slowest: hasSpending ? slowestOf(lines) : [],
    largest: [...lines]
      .sort((a, b) => b.revisedSatang - a.revisedSatang)
      .slice(0, MAX_LISTED_ITEMS)
      .map(summaryItem),
  };
}

interface Group {
  /** Null for the row that holds what is past the limit. */
  readonly key: string | null;
  readonly lines: readonly BudgetLine[];
}

function grouped(
  lines: readonly BudgetLine[],
  keyOf: (line: BudgetLine) => string,
  max: number,
  order: (line: BudgetLine) => number,
): Group[] {
  const groups = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const sorted: Group[] = [...groups]
    .map(([key, members]) => ({ key, lines: members, rank: members[0] ? order(members[0]) : 0 }))
    .sort((a, b) => a.rank - b.rank);
  if (sorted.length <= max) return sorted;
  return [
    ...sorted.slice(0, max - 1),
    { key: null, lines: sorted.slice(max - 1).flatMap((group) => group.lines) },
  ];
}

function summaryRow({ key, lines }: Group): SummaryRow {
  const name = key === null ? OTHER_GROUPS_NAME : key === '' ? UNNAMED_GROUP_NAME : key;
  return { name, count: lines.length, ...sumAmounts(lines) };
}

const PROGRAM_RANKS = new Map(PROGRAMS.map(({ name }, rank) => [name, rank]));
const GROUP_RANKS = new Map(BUDGET_GROUPS.map(({ name }, rank) => [name, rank]));

/** Unknown names after all known ones; sorting is stable, so they keep the order of the file. */
function programOrder(line: BudgetLine): number {
  return PROGRAM_RANKS.get(line.program) ?? PROGRAM_RANKS.size;
}

function budgetGroupOrder(line: BudgetLine): number {
  return GROUP_RANKS.get(line.budgetGroup) ?? GROUP_RANKS.size;
}

function slowestOf(lines: readonly BudgetLine[]): SummaryItem[] {
  return lines
    .filter((line) => line.revisedSatang >= SLOWEST_REVISED_MIN_SATANG)
    .sort((a, b) => compareShares(a, b) || b.revisedSatang - a.revisedSatang)
    .slice(0, MAX_LISTED_ITEMS)
    .map(summaryItem);
}

/** Compares disbursed shares exactly, by cross-multiplication: products of two sums leave the safe integers. */
function compareShares(a: BudgetLine, b: BudgetLine): number {
  const left = BigInt(a.disbursedSatang) * BigInt(b.revisedSatang);
  const right = BigInt(b.disbursedSatang) * BigInt(a.revisedSatang);
  return left < right ? -1 : left > right ? 1 : 0;
}

function summaryItem(line: BudgetLine): SummaryItem {
  const { program, item, unit } = line;
  const amounts = sumAmounts([line]);
  return { program, item, ...(unit === undefined ? {} : { unit }), ...amounts };
}
