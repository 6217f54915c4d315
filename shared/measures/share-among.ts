import type { Draft } from './draft.ts';
import { statusOf } from './status-words.ts';

/** The longest words for a status, spaces inside them included. */
const STATUS_CHARS_MAX = 60;

/**
 * The cells of a row that lists several activities, shared among them: as many results as activities are given one each in
 * order, otherwise the first has them all; an amount of money belongs to the first, since it must not count twice; everything
 * else (period, owner, note) is given to each. A person looks at all of it.
 */
export function shareAmong(texts: Draft['texts'], count: number): Draft['texts'][] {
  if (count < 2) return [texts];
  const results = resultsOf(texts.result);
  return Array.from({ length: count }, (_, index) => ({
    ...texts,
    result: results.length === count ? (results[index] ?? '') : index === 0 ? texts.result : '',
    budgetSet: index === 0 || texts.budgetSet === '-' ? texts.budgetSet : '',
    budgetUsed: index === 0 || texts.budgetUsed === '-' ? texts.budgetUsed : '',
  }));
}

/** Results written one after the other: each begins a paragraph or a "-", a status at the end stands for itself. */
function resultsOf(text: string): string[] {
  const entries = text
    .split(/\n|\s(?=[-–•]\s?[ก-๎“"])/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return entries.flatMap((entry) => {
    for (const space of entry.matchAll(/\s/g)) {
      const end = entry.slice(space.index + 1);
      if (end.length <= STATUS_CHARS_MAX && statusOf(end) !== null)
        return [entry.slice(0, space.index).trim(), end];
    }
    return [entry];
  });
}
