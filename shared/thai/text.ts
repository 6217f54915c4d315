const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });
const ELLIPSIS = '…';
/** What spreadsheets and PDFs leave inside Thai words without showing it. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Whatever could need repair: anything but plain ASCII and Thai, nikhahit, doubled sara e, and vowels below typed after their
 * tone mark, which NFC puts in order. Nearly all text has none of it, and composing text again costs most of reading a workbook.
 */
const MAY_NEED_REPAIR =
  /[^\t\n\r\u0020-\u007e\u0e01-\u0e3a\u0e3f-\u0e4c\u0e4f-\u0e5b]|\u0e40\u0e40|[\u0e48-\u0e4b][\u0e38-\u0e3a]|[\u0e38\u0e39]\u0e3a/;

/**
 * Thai text as it was meant: NFC; nikhahit + sara aa (with a tone mark between or before) joined to sara am; two sara e to
 * sara ae; invisible characters dropped; exotic spaces to plain ones. Never NFKC, which takes sara am apart. Line breaks stay.
 */
export function repairThai(text: string): string {
  if (!MAY_NEED_REPAIR.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .normalize('NFC')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, '$1\u0e33')
    .replaceAll('\u0e40\u0e40', '\u0e41');
}

/** Repaired text without any white space, for comparing: spaces within Thai words carry no meaning. */
export function squeeze(text: string): string {
  return repairThai(text).replace(/\s+/g, '');
}

/** Repaired text with runs of white space as one space and none at the ends, for names that are shown. */
export function tidy(text: string): string {
  return repairThai(text).replace(/\s+/g, ' ').trim();
}

/**
 * The Levenshtein distance in code points, or `max + 1` as soon as it is known to be more than `max`.
 * Bounded so that long texts cost next to nothing.
 */
export function editDistance(a: string, b: string, max: number): number {
  // A code point is one or two units: lengths this far apart need no closer look.
  if (Math.max(a.length, b.length) > 2 * (Math.min(a.length, b.length) + max)) return max + 1;
  const left = [...a];
  const right = [...b];
  if (Math.abs(left.length - right.length) > max) return max + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const cost = Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > max) return max + 1;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, max + 1);
}

/** The characters as a reader sees them: "น้ำ" is one. */
export function graphemes(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), (part) => part.segment);
}

/** At most `maxGraphemes` characters as a reader sees them; what is cut ends with "…", which counts as one. */
export function truncate(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  if (maxGraphemes < 1) return '';
  let count = 0;
  let keptUnits = 0;
  // Only as far as needed: a cell may hold pages of text.
  for (const { index } of GRAPHEMES.segment(text)) {
    if (count === maxGraphemes - 1) keptUnits = index;
    if (count === maxGraphemes) return text.slice(0, keptUnits).trimEnd() + ELLIPSIS;
    count += 1;
  }
  return text;
}

/**
 * At most `maxUnits` UTF-16 code units, the unit in which LINE counts its limits, never cutting a grapheme;
 * what is cut ends with "…".
 */
export function truncateUnits(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  if (maxUnits < 1) return '';
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (kept.length + segment.length > maxUnits - ELLIPSIS.length) break;
    kept += segment;
  }
  return kept.trimEnd() + ELLIPSIS;
}
