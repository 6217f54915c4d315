import { type Satang, satang } from '../thai/money.ts';
import { squeeze } from '../thai/text.ts';
import {
  AMOUNT_FIELDS,
  type AmountField,
  type Amounts,
  type BudgetLine,
  NO_AMOUNTS,
  sumAmounts,
} from './budget-line.ts';

/** A line that both uploads hold, with other sums. */
export interface ChangedLine {
  readonly before: BudgetLine;
  readonly after: BudgetLine;
  /** after − before */
  readonly delta: Amounts;
}

/** What a new upload changes. Counts are complete; the lists hold the largest changes, at most MAX_LISTED_CHANGES each. */
export interface BudgetDifference {
  readonly addedCount: number;
  readonly removedCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly added: readonly BudgetLine[];
  readonly removed: readonly BudgetLine[];
  readonly changed: readonly ChangedLine[];
  /** after − before, over all lines */
  readonly totalsDelta: Amounts;
}

export const MAX_LISTED_CHANGES = 30;

/**
 * Compares two uploads line by line. Lines are the same when แผนงาน, งาน, งบ, หมวด and รายการ are, spaces aside; equal ones are told
 * apart by their order. Places in the file do not matter. Throws RangeError past the safe integers.
 */
export function compareBudgets(
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
): BudgetDifference {
  const old = keyed(before);
  const added: BudgetLine[] = [];
  const changed: ChangedLine[] = [];
  let unchangedCount = 0;
  for (const [key, line] of keyed(after)) {
    const earlier = old.get(key);
    old.delete(key);
    if (!earlier) added.push(line);
    else if (AMOUNT_FIELDS.every((field) => line[field] === earlier[field])) unchangedCount += 1;
    else changed.push({ before: earlier, after: line, delta: difference(earlier, line) });
  }
  const removed = [...old.values()];
  return {
    addedCount: added.length,
    removedCount: removed.length,
    changedCount: changed.length,
    unchangedCount,
    added: largest(added, weight),
    removed: largest(removed, weight),
    changed: largest(changed, (each) => weight(each.delta)),
    totalsDelta: difference(sumAmounts(before), sumAmounts(after)),
  };
}

function keyed(lines: readonly BudgetLine[]): Map<string, BudgetLine> {
  const seen = new Map<string, number>();
  const byKey = new Map<string, BudgetLine>();
  for (const line of lines) {
    const name = [line.program, line.task, line.budgetGroup, line.category, line.item].map(squeeze).join('|');
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    byKey.set(`${name}|${occurrence}`, line);
  }
  return byKey;
}

function difference(before: Amounts, after: Amounts): Amounts {
  const delta: Record<AmountField, Satang> = { ...NO_AMOUNTS };
  for (const field of AMOUNT_FIELDS) delta[field] = satang(after[field] - before[field]);
  return delta;
}

function weight(amounts: Amounts): number {
  return Math.max(...AMOUNT_FIELDS.map((field) => Math.abs(amounts[field])));
}

function largest<T>(all: readonly T[], weightOf: (each: T) => number): T[] {
  return [...all].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MAX_LISTED_CHANGES);
}
