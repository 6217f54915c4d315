import { toArabicDigits } from '../thai/digits.ts';
import { leadingMark } from './list-marks.ts';
import type { PrintedNumber } from './measure.ts';

/** One activity of a cell: its number and its text. */
export interface Activity {
  readonly number: PrintedNumber | null;
  readonly title: string;
}

/** A measure cell: the heading in front (๑.๑.๑ …) and the activities it lists, at least one unless only a heading stands there. */
export interface ActivityCell {
  readonly heading: string;
  readonly activities: readonly Activity[];
}

/** One cell lists a few activities at most. */
const ACTIVITIES_MAX = 20;
const MARKER = /\(\s?(\p{Nd}{1,2})\s?\)[^\S\n]*/gu;
const ACTIVITY_WORD = /^(?:โครงการ|กิจกรรม|มาตร(?:า)?การ|แผนงาน|งาน)/;

/** True when a text holds a numbered activity, with or without a heading in front. */
export function hasActivity(text: string): boolean {
  const { activities } = readActivities(text, 'with-headings');
  return activities.some(({ number }) => number?.mark.startsWith('('));
}

/**
 * Takes a measure cell apart. In reports with headings, "(n)" after a heading number or before a word for an activity begins an
 * activity; further ones in the same cell count only with the next number and such a word, since texts cite "(๒)" too.
 * Otherwise the number in front of the text is the measure's.
 */
export function readActivities(text: string, mode: 'plain' | 'with-headings'): ActivityCell {
  if (text === '') return { heading: '', activities: [] };
  const starts = mode === 'with-headings' ? activityStarts(text) : startsAfterFirst(text);
  const first = starts[0];
  if (first === undefined) {
    const heading = mode === 'with-headings' && leadingMark(text)?.style === 'n.n';
    if (!heading) return { heading: '', activities: [activityOf(text)] };
    const [head = '', ...rest] = text.split('\n');
    return { heading: head, activities: rest.length === 0 ? [] : [activityOf(rest.join('\n'))] };
  }
  return {
    heading: text.slice(0, first).trim(),
    activities: starts.map((start, index) => activityOf(text.slice(start, starts[index + 1]).trim())),
  };
}

function activityOf(text: string): Activity {
  const mark = leadingMark(text);
  const value = mark?.numbers[0];
  if (!mark || value === undefined || mark.style === 'n.n') return { number: null, title: text };
  return { number: { mark: mark.mark, value }, title: mark.rest };
}

function startsAfterFirst(text: string): number[] {
  const first = leadingMark(text);
  const value = first?.numbers[0];
  return first?.style === '(n)' && value !== undefined ? [0, ...followers(text, 0, value)] : [0];
}

function activityStarts(text: string): number[] {
  const numberedHeading = leadingMark(text)?.style === 'n.n' || /^\p{Nd}{2,4}\s/u.test(text);
  for (const match of text.matchAll(MARKER)) {
    const after = text.slice(match.index + match[0].length);
    const startsParagraph = match.index === 0 || text[match.index - 1] === '\n';
    if (!startsParagraph && !ACTIVITY_WORD.test(after) && !numberedHeading) continue;
    return [match.index, ...followers(text, match.index, numberIn(match))];
  }
  return leadingMark(text)?.style === 'n.n' ? [] : [0];
}

function followers(text: string, from: number, value: number): number[] {
  const starts: number[] = [];
  let wanted = value + 1;
  for (const match of text.matchAll(MARKER)) {
    if (match.index <= from || numberIn(match) !== wanted || starts.length >= ACTIVITIES_MAX) continue;
    if (!ACTIVITY_WORD.test(text.slice(match.index + match[0].length))) continue;
    starts.push(match.index);
    wanted += 1;
  }
  return starts;
}

function numberIn(match: RegExpExecArray): number {
  return Number(toArabicDigits(match[1] ?? ''));
}
