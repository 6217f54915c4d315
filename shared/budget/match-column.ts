import { editDistance, squeeze } from '../thai/text.ts';
import { COLUMN_WORDS, type ColumnField, WEAK_APPROVED_WORDS } from './column-words.ts';

/** What a header text means, and how surely: 0 is a word as listed, then misspelt ones, then weak words. Lower is better. */
export interface ColumnMatch {
  readonly field: ColumnField;
  /** Position of the word in its list: better words first. */
  readonly rank: number;
  readonly doubt: 0 | 1 | 2;
}

/** Longer header texts are sentences, not column names. */
const MAX_HEADER_CHARS = 60;

const EXACT = new Map<string, ColumnMatch>();
for (const [field, words] of Object.entries(COLUMN_WORDS) as [ColumnField, readonly string[]][]) {
  words.forEach((word, rank) => {
    EXACT.set(word, { field, rank, doubt: 0 });
  });
}
WEAK_APPROVED_WORDS.forEach((word, rank) => {
  EXACT.set(word, { field: 'approved', rank, doubt: 2 });
});

/** A header text as words are compared: no spaces, signs, years or "(บาท)", lower case. */
export function headerKey(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replace(/[()[\]{}_.,:;*"'“”‘’+/\\-]/g, '')
    .replace(/บาท$/, '')
    .replace(/(?<=\D)\p{Nd}{4,}$/u, '');
}

/**
 * The column a header text names, by the listed words or by one that is at most one or two letters off (reports are typed and
 * scanned: "งบประมาณที่ต่งไว้"); null when it names none.
 */
export function matchColumn(headerText: string): ColumnMatch | null {
  const key = headerKey(headerText);
  if (key === '' || key.length > MAX_HEADER_CHARS) return null;
  const exact = EXACT.get(key);
  if (exact) return exact;
  let best: { match: ColumnMatch; distance: number } | null = null;
  for (const [word, match] of EXACT) {
    const allowed = mistakesAllowed(word);
    const limit = Math.min(allowed, best ? best.distance - 1 : allowed);
    if (allowed === 0 || limit < 1) continue;
    const distance = editDistance(key, word, limit);
    if (distance <= limit) best = { match, distance };
  }
  return best && { ...best.match, doubt: best.match.doubt === 2 ? 2 : 1 };
}

/** Short words differ from one another by one letter; only long ones may be misspelt. */
function mistakesAllowed(word: string): number {
  if (word.length < 5) return 0;
  return word.length <= 8 ? 1 : 2;
}
