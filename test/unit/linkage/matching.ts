import type { Feature } from './attacker.ts';

/** Guesses that person and case of the same rank belong together, and counts how often that is right. */
export function rightGuesses(people: Feature, cases: Feature, caseOf: ReadonlyMap<string, string>): number {
  const sorted = (feature: Feature) => [...feature].sort(([, a], [, b]) => a - b).map(([id]) => id);
  const rankedCases = sorted(cases);
  return sorted(people).filter((userId, rank) => caseOf.get(userId) === rankedCases[rank]).length;
}

/** Spearman's rank correlation of a person's number with that of the person's own case; 0 when one of them is constant. */
export function correlation(people: Feature, cases: Feature, caseOf: ReadonlyMap<string, string>): number {
  const pairs = [...people].map(([userId, a]) => [a, cases.get(caseOf.get(userId) ?? '') ?? -1] as const);
  const first = ranks(pairs.map(([a]) => a));
  const second = ranks(pairs.map(([, b]) => b));
  const mean = (pairs.length - 1) / 2;
  const sum = (value: (n: number) => number) => pairs.reduce((all, _pair, n) => all + value(n), 0);
  const a = (n: number) => (first[n] ?? 0) - mean;
  const b = (n: number) => (second[n] ?? 0) - mean;
  const spread = Math.sqrt(sum((n) => a(n) ** 2) * sum((n) => b(n) ** 2));
  return spread === 0 ? 0 : sum((n) => a(n) * b(n)) / spread;
}

/** Ranks from 0; equal values share the mean of theirs. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}
