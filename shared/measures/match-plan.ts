import { squeeze } from '../thai/text.ts';
import { sameText } from './similar-text.ts';

/** Texts compared letter by letter at most: two plans of 1,000 measures with nothing in common stay a matter of seconds. */
const NEAR_COMPARISONS_MAX = 200_000;

/**
 * Which measure of the present plan each new title is, by place; null for a new one. First equal titles, spaces ignored, then
 * titles that differ by a few misread letters. Each measure is given once. Printed numbers are never looked at.
 */
export function matchTitles(
  titles: readonly string[],
  present: readonly { readonly id: string; readonly title: string }[],
): (string | null)[] {
  const free = new Map<string, string[]>();
  for (const { id, title } of present) {
    const key = squeeze(title);
    free.set(key, [...(free.get(key) ?? []), id]);
  }
  const found = titles.map((title) => free.get(squeeze(title))?.shift() ?? null);
  const taken = new Set(found);
  const left = present.filter(({ id }) => !taken.has(id));
  let comparisons = 0;
  return found.map((id, at) => {
    if (id !== null) return id;
    const near = left.findIndex(({ title }) => {
      comparisons += 1;
      return comparisons <= NEAR_COMPARISONS_MAX && sameText(titles[at] ?? '', title);
    });
    return near < 0 ? null : (left.splice(near, 1)[0]?.id ?? null);
  });
}
