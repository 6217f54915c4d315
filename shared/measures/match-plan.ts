import { squeeze } from '../thai/text.ts';
import { sameText } from './similar-text.ts';

/** Texts compared letter by letter at most: two plans of 1,000 measures with nothing in common stay a matter of a second. */
const NEAR_COMPARISONS_MAX = 20_000;
/** Letters are counted in so many boxes. */
const BOXES = 64;
/** Share of letters in which two texts that `sameText` calls the same can differ: those of long ones, which it compares by pieces. */
const LETTERS_APART_SHARE = 0.8;
const SHORT_UNITS = 400;
const SHORT_APART_SHARE = 0.1;

interface Title {
  readonly title: string;
  readonly length: number;
  readonly letters: Uint16Array;
}

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
    const ids = free.get(key);
    if (ids) ids.push(id);
    else free.set(key, [id]);
  }
  const found = titles.map((title) => free.get(squeeze(title))?.shift() ?? null);
  const taken = new Set(found);
  const left = present
    .filter(({ id }) => !taken.has(id))
    .map(({ id, title }) => ({ id, ...lettersOf(title) }));
  let comparisons = 0;
  return found.map((id, at) => {
    if (id !== null) return id;
    const wanted = lettersOf(titles[at] ?? '');
    const near = left.findIndex((one) => {
      if (!mayBeSame(one, wanted) || comparisons >= NEAR_COMPARISONS_MAX) return false;
      comparisons += 1;
      return sameText(wanted.title, one.title);
    });
    return near < 0 ? null : (left.splice(near, 1)[0]?.id ?? null);
  });
}

function lettersOf(title: string): Title {
  const letters = new Uint16Array(BOXES);
  const key = squeeze(title);
  for (let at = 0; at < key.length; at += 1) {
    const box = key.charCodeAt(at) % BOXES;
    letters[box] = (letters[box] ?? 0) + 1;
  }
  return { title, length: key.length, letters };
}

/** A misread letter moves two counts by one, so titles whose counts lie far apart need no closer look. */
function mayBeSame(a: Title, b: Title): boolean {
  const longer = Math.max(a.length, b.length);
  const share = longer > SHORT_UNITS ? LETTERS_APART_SHARE : SHORT_APART_SHARE;
  const most = Math.max(2, longer * share);
  let apart = 0;
  for (let box = 0; box < BOXES; box += 1) {
    apart += Math.abs((a.letters[box] ?? 0) - (b.letters[box] ?? 0));
    if (apart > most) return false;
  }
  return true;
}
