import type { MeasureStatus } from './measure.ts';
import { sameText } from './similar-text.ts';
import { STATUS_WORDS } from './status-words.ts';
import { PROGRESS_WARNINGS } from './text.ts';

/** A measure as one round reports it. `id` is the program's own, where there is one; printed numbers are never compared. */
export interface RoundMeasure {
  readonly id?: string;
  readonly title: string;
  readonly status: MeasureStatus | null;
}

/** What changed from one round to the next; places are those in the two lists, from 0. */
export interface RoundComparison {
  readonly pairs: readonly { readonly before: number; readonly after: number }[];
  readonly vanished: readonly number[];
  readonly appeared: readonly number[];
  /** Pairs whose status went back: done to in progress, or either to not started. */
  readonly wentBack: readonly { readonly before: number; readonly after: number }[];
  /** Thai sentences: what vanished, then what went back. */
  readonly warnings: readonly string[];
}

const RANK: Readonly<Record<MeasureStatus, number>> = { 'not-started': 0, 'in-progress': 1, done: 2 };

/**
 * Compares two rounds of a plan. A measure is the same when its id is; without ids when its title is, spaces ignored, and
 * after that when the title differs only by a few misread letters. Each measure is paired at most once.
 */
export function compareRounds(
  before: readonly RoundMeasure[],
  after: readonly RoundMeasure[],
): RoundComparison {
  const pairs: { before: number; after: number }[] = [];
  const takenBefore = new Set<number>();
  const takenAfter = new Set<number>();
  const pairUp = (isSame: (a: RoundMeasure, b: RoundMeasure) => boolean): void => {
    before.forEach((a, from) => {
      if (takenBefore.has(from)) return;
      const to = after.findIndex((b, index) => !takenAfter.has(index) && isSame(a, b));
      if (to < 0) return;
      pairs.push({ before: from, after: to });
      takenBefore.add(from);
      takenAfter.add(to);
    });
  };
  pairUp((a, b) => a.id !== undefined && a.id === b.id);
  const titles = new Map([...before, ...after].map((each) => [each, each.title.replace(/\s+/g, '')]));
  const unnamed = (a: RoundMeasure, b: RoundMeasure): boolean => a.id === undefined || b.id === undefined;
  pairUp((a, b) => unnamed(a, b) && titles.get(a) === titles.get(b));
  pairUp((a, b) => unnamed(a, b) && sameText(a.title, b.title));
  pairs.sort((a, b) => a.before - b.before);
  const vanished = before.flatMap((_, index) => (takenBefore.has(index) ? [] : [index]));
  const appeared = after.flatMap((_, index) => (takenAfter.has(index) ? [] : [index]));
  const wentBack = pairs.filter((pair) =>
    isBackwards(before[pair.before]?.status, after[pair.after]?.status),
  );
  const warnings = [
    ...vanished.map((index) => PROGRESS_WARNINGS.vanished(before[index]?.title ?? '')),
    ...wentBack.map((pair) => backwardsWarning(before[pair.before], after[pair.after])),
  ];
  return { pairs, vanished, appeared, wentBack, warnings };
}

/** True when a status goes back. From or to no status is no step back: nothing is known of it. */
export function isBackwards(
  before: MeasureStatus | null | undefined,
  after: MeasureStatus | null | undefined,
): boolean {
  return before != null && after != null && RANK[after] < RANK[before];
}

function backwardsWarning(before: RoundMeasure | undefined, after: RoundMeasure | undefined): string {
  const words = (measure: RoundMeasure | undefined): string =>
    measure?.status ? STATUS_WORDS[measure.status] : '';
  return PROGRESS_WARNINGS.wentBack(after?.title ?? '', words(before), words(after));
}
