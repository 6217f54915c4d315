import { headerKey, sameHeader } from './match-columns.ts';

/** A cell text with the header words in front of it taken off. */
export interface Leak {
  readonly leaked: string;
  readonly rest: string;
}

/** How much longer than its header misread header words may be. */
const SLACK_CHARS = 6;

/**
 * Header words that slipped into a cell when a page was recognised: the whole header alone, or a header of several words joined
 * by "/" (also misread in part, as long as it begins and ends as the header does) in front of the text. Headers of one word
 * are never taken off, because titles begin with them ("มาตรการ…"). Null when there is none.
 */
export function findLeakedHeader(text: string, header: string): Leak | null {
  if (sameHeader(text, header)) return { leaked: text, rest: '' };
  const words = header
    .split('/')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length < 2) return null;
  const window = text.slice(0, header.length + SLACK_CHARS);
  const end = window.indexOf(last);
  const leaked = window.slice(0, end + last.length);
  if (end <= 0 || !leaked.includes('/')) return null;
  const beginsAlike = headerKey(leaked).slice(0, 2) === headerKey(header).slice(0, 2);
  const rest = text.slice(leaked.length).trimStart();
  return beginsAlike && !rest.startsWith('/') ? { leaked, rest } : null;
}
