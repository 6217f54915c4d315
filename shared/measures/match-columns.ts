import { editDistance, squeeze } from '../thai/text.ts';
import { COLUMN_WORDS, type ColumnField } from './columns.ts';

/** Longer texts are sentences, not column names. */
const HEADER_CHARS_MAX = 60;
const WORDS = (Object.entries(COLUMN_WORDS) as [ColumnField, readonly string[]][]).flatMap(([field, words]) =>
  words.map((word, rank) => ({ field, word, rank })),
);

interface Candidate {
  readonly column: number;
  readonly field: ColumnField;
  readonly distance: number;
  readonly rank: number;
}

/** A header text as words are compared: without spaces, signs, markdown and "(บาท)". */
export function headerKey(text: string): string {
  return squeeze(text)
    .replace(/\((?:บาท|ถ้ามี)\)$/, '')
    .replace(/[()[\]{}_.,:;*"'“”‘’+/\\-]/g, '');
}

/**
 * Which column holds what, by header texts: words as listed before misspelt ones ("จบ ประมาณ ที่ตั้งไว้"), each field
 * at most once, nearest first. A text that names nothing known is missing from the answer.
 */
export function matchColumns(texts: readonly string[]): Map<ColumnField, number> {
  const candidates = texts.flatMap((text, column) => candidatesOf(headerKey(text), column));
  candidates.sort((a, b) => a.distance - b.distance || a.rank - b.rank || a.column - b.column);
  const found = new Map<ColumnField, number>();
  const taken = new Set<number>();
  for (const { column, field } of candidates) {
    if (found.has(field) || taken.has(column)) continue;
    found.set(field, column);
    taken.add(column);
  }
  return found;
}

/** True when a text is the given header text, or near enough to be the same one misread. */
export function sameHeader(text: string, header: string): boolean {
  const key = headerKey(text);
  const wanted = headerKey(header);
  if (key === '' || key.length > HEADER_CHARS_MAX) return false;
  const allowed = mistakesAllowed(wanted);
  return key === wanted || editDistance(key, wanted, allowed) <= allowed;
}

function candidatesOf(key: string, column: number): Candidate[] {
  if (key === '' || key.length > HEADER_CHARS_MAX) return [];
  return WORDS.flatMap(({ field, word, rank }) => {
    const allowed = mistakesAllowed(word);
    const distance = key === word ? 0 : editDistance(key, word, allowed);
    return distance <= allowed ? [{ column, field, distance, rank }] : [];
  });
}

/** Short words differ from one another by one letter; only long ones may be misread. */
function mistakesAllowed(word: string): number {
  if (word.length < 6) return 0;
  if (word.length < 10) return 1;
  return word.length < 15 ? 2 : 4;
}
