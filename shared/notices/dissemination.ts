import type { Day } from '../thai/days.ts';
import type { Channel, NoticeWarning } from './notice-api.ts';
import { noticeText as t } from './text.ts';

/** One time a notice was made known somewhere. */
export interface DisseminationEntry {
  readonly channel: Channel;
  readonly day: Day;
  /** Epoch ms, when the time of day is known. */
  readonly atMs?: number;
  readonly url?: string;
  readonly pictureId?: string;
  readonly note?: string;
  /** LINE user id; absent for what the program wrote itself. */
  readonly byId?: string;
}

/**
 * What an auditor would ask about a notice that must be in LINE before it is on the website: order and proof. On the same
 * day the order is only known when both times are.
 */
export function orderWarnings(entries: readonly DisseminationEntry[]): readonly NoticeWarning[] {
  const first = (channel: Channel) =>
    entries.filter((entry) => entry.channel === channel).sort((a, b) => compare(a, b))[0];
  const line = first('line');
  const website = first('website');
  const found: NoticeWarning[] = [];
  if (!line) found.push({ code: 'line-missing', text: t.lineMissing });
  if (!website) found.push({ code: 'website-missing', text: t.websiteMissing });
  if (website && !line) found.push({ code: 'website-first', text: t.websiteFirst });
  if (line && website) {
    const order = orderOf(line, website);
    if (order === 'website') found.push({ code: 'website-first', text: t.websiteFirst });
    if (order === 'unknown') found.push({ code: 'order-unknown', text: t.orderUnknown });
  }
  return [...found, ...proofWarnings(entries)];
}

/** Entries without anything to show for them; what the program sent itself needs no proof. */
export function proofWarnings(entries: readonly DisseminationEntry[]): readonly NoticeWarning[] {
  const bare = entries.some(
    ({ channel, url, pictureId }) => channel !== 'line' && url === undefined && pictureId === undefined,
  );
  return bare ? [{ code: 'proof-missing', text: t.proofMissing }] : [];
}

function compare(a: DisseminationEntry, b: DisseminationEntry): number {
  return a.day === b.day ? (a.atMs ?? 0) - (b.atMs ?? 0) : a.day.localeCompare(b.day);
}

function orderOf(line: DisseminationEntry, website: DisseminationEntry): 'line' | 'website' | 'unknown' {
  if (line.day !== website.day) return line.day < website.day ? 'line' : 'website';
  if (line.atMs === undefined || website.atMs === undefined) return 'unknown';
  return line.atMs <= website.atMs ? 'line' : 'website';
}
