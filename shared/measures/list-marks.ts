import { toArabicDigits } from '../thai/digits.ts';
import type { ListItem } from './measure.ts';

/** How a mark is written: "(๑)", "๑)" or "๑.๑)", "๑.", "๑.๑" or "๑.๑.๑", "-". */
export type MarkStyle = '(n)' | 'n)' | 'n.' | 'n.n' | 'bullet';

/** What stands in front of a text. */
export interface LeadingMark {
  readonly mark: string;
  readonly style: MarkStyle;
  /** The numbers of the mark, outermost first: [4, 1, 2] for "๔.๑.๒"; none for a bullet. */
  readonly numbers: readonly number[];
  readonly rest: string;
}

const FORMS: readonly (readonly [MarkStyle, RegExp])[] = [
  ['(n)', /^\(\s?(\p{Nd}{1,2})\s?\)\s*/u],
  ['n)', /^(\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,3})\s?\)\s*/u],
  // Not a time of day, a decimal or a date: those have digits without a letter after them.
  ['n.n', /^(\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){1,3})\.?(?:\s+(?=\S)(?!น\.)|\s*(?=[“"(\p{L}])(?!น\.)|$)/u],
  ['n.', /^(\p{Nd}{1,2})\s?\.(?!\p{Nd})\s*/u],
  ['bullet', /^([-–—•▪●○►➢✓])\s*/u],
];

/** The mark at the start of a text, or null. A text that is nothing but a dash is no list: it says "none". */
export function leadingMark(text: string): LeadingMark | null {
  for (const [style, form] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    if (style === 'bullet') return rest === '' ? null : { mark: match[1] ?? '', style, numbers: [], rest };
    const numbers = toArabicDigits(match[1] ?? '')
      .split('.')
      .map(Number);
    return { mark: match[0].trim(), style, numbers, rest };
  }
  return null;
}

/**
 * A list as its entries. Each paragraph is an entry; a paragraph that begins with a number is cut further at the numbers that
 * follow it in order and in the same style. Numbers inside a paragraph that begins without one stay part of its text, as do
 * numbers out of order. No text is lost: the entries printed one per paragraph are read as the same list again.
 */
export function splitList(text: string): ListItem[] {
  return text === '' ? [] : text.split('\n').flatMap(splitParagraph);
}

/** One entry as it is printed. */
export function printItem(item: ListItem): string {
  return [item.mark, item.text].filter((part) => part !== '').join(' ');
}

function splitParagraph(paragraph: string): ListItem[] {
  const items: ListItem[] = [];
  let first = leadingMark(paragraph);
  if (!first) return [{ mark: '', text: paragraph }];
  while (first) {
    const next: number = nextInOrder(first);
    const text: string = next < 0 ? first.rest : first.rest.slice(0, next).trimEnd();
    items.push({ mark: first.mark, text });
    first = next < 0 ? null : leadingMark(first.rest.slice(next));
  }
  return items;
}

/** Where in the rest the following number of the same style begins, after a space; -1 when there is none. */
function nextInOrder(current: LeadingMark): number {
  const wanted = (current.numbers[0] ?? 0) + 1;
  if (current.numbers.length !== 1 || current.style === 'n.n') return -1;
  for (const space of current.rest.matchAll(/\s+(?=\(?\p{Nd})/gu)) {
    const at = space.index + space[0].length;
    const mark = leadingMark(current.rest.slice(at, at + 12));
    if (mark?.style === current.style && mark.numbers.length === 1 && mark.numbers[0] === wanted) return at;
  }
  return -1;
}
