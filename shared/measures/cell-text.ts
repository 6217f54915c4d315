import { repairThai } from '../thai/text.ts';

/** Tags that end a line where they stand; the others known to occur within lines are dropped. */
const BLOCK_TAGS = new Set(['p', 'br', 'div', 'ul', 'ol', 'li', 'tr', 'td', 'th', 'table', 'tbody', 'thead']);
const INLINE_TAGS = new Set([
  'span',
  'b',
  'i',
  'u',
  'strong',
  'em',
  'a',
  'font',
  'sup',
  'sub',
  'img',
  'small',
]);
for (const level of [1, 2, 3, 4, 5, 6]) BLOCK_TAGS.add(`h${level}`);
/** Their content is no text of the report. */
const DROPPED_WITH_CONTENT = new Set(['script', 'style']);
const TAG = /<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])[^<>]*>/gi;
const MAY_BE_MARKUP = /[<&*]/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const LAST_CODE_POINT = 0x10ffff;
/** Stripping can uncover markup that was written twice over; past this many rounds the text is taken as it is. */
const ROUNDS_MAX = 4;
const OWN_MARK = /^([-–—•*]|\(?\p{Nd}{1,2}[.)])/u;

/**
 * The text of a cell as a person reads it: HTML tags and entities gone (paragraphs, list entries and line breaks become lines,
 * unclosed tags do no harm), markdown bold removed, spaces made single, empty lines dropped. Text with "<" that is no known tag stays. The
 * result is plain text, not safe HTML: whoever shows it escapes it. Reading the result again gives the same.
 */
export function cellText(raw: string): string {
  let text = repairThai(raw);
  for (let round = 0; round < ROUNDS_MAX && MAY_BE_MARKUP.test(text); round += 1) {
    const plain = decodeEntities(stripTags(text)).replaceAll('**', '');
    if (plain === text) break;
    text = plain;
  }
  return text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function stripTags(text: string): string {
  if (!text.includes('<')) return text;
  const lists: ({ next: number } | null)[] = [];
  let plain = '';
  let kept = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    const closing = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    const dropped = DROPPED_WITH_CONTENT.has(name);
    if (!BLOCK_TAGS.has(name) && !INLINE_TAGS.has(name) && !dropped) continue;
    plain += text.slice(kept, match.index);
    kept = TAG.lastIndex;
    if (dropped && !closing) {
      const end = text.toLowerCase().indexOf(`</${name}`, kept);
      // Never closed: then all that follows belongs to it.
      kept = end < 0 ? text.length : end;
      TAG.lastIndex = kept;
    }
    if (BLOCK_TAGS.has(name)) plain += '\n';
    if (name === 'ol' || name === 'ul') {
      if (closing) lists.pop();
      else lists.push(name === 'ol' ? { next: 1 } : null);
    }
    if (name === 'li' && !closing) plain += listMark(lists.at(-1), text.slice(kept, kept + 8));
  }
  return plain + text.slice(kept);
}

/** The browser draws marks of list entries; plain text must write them, unless the entry brings its own. */
function listMark(list: { next: number } | null | undefined, start: string): string {
  if (OWN_MARK.test(start.trimStart())) return '';
  if (!list) return '- ';
  list.next += 1;
  return `${list.next - 1}. `;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:amp;)*(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    return code > 0 && code <= LAST_CODE_POINT && !surrogate ? String.fromCodePoint(code) : '';
  });
}
