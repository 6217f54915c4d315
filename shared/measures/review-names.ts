import { editDistance, squeeze } from '../thai/text.ts';
import type { Measure } from './measure.ts';
import type { MeasureDoubt } from './measure-doubt.ts';
import { measureTexts } from './measure-texts.ts';

/** What the office is really called, as far as it is known. */
export interface OfficeNames {
  readonly officeName: string | null;
  readonly website: string | null;
}

const KIND = '(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วนตำบล|อบต\\.|ท[ตมน]\\.)';
const LATIN_WORD = /[a-z0-9.-]+/gi;
const HOST_END = /[a-z0-9]\.(?:go\.th|or\.th|ac\.th|co\.th|in\.th|com|org|net)$/;
/** A report names a few hosts; comparing more with one another would cost much and tell nothing. */
const HOSTS_MAX = 50;
const HOST_CHARS_MAX = 100;
/** Share of a name's letters that may be misread for it to be the same name still. */
const MISREAD_SHARE = 0.5;
const HOST_MISREAD_MAX = 3;

/**
 * Names of the office, and of its website, that differ a little from the office's own: one doubt per measure and name. A
 * similar name is a misreading, not a second office. Where the website is not known, hosts that nearly agree with one
 * another are all doubted. Hosts are never to be made into links.
 */
export function reviewNames(measures: readonly Measure[], names: OfficeNames): MeasureDoubt[] {
  const hosts = names.website ? [names.website] : hostsOf(measures);
  return measures.flatMap((measure, index) =>
    measureTexts(measure).flatMap(({ field, text }) => [
      ...officeNames(text, names.officeName).map((detail) => ({
        measure: index,
        what: 'office-name-differs' as const,
        field,
        detail,
      })),
      ...websites(text, hosts, names.website).map((detail) => ({
        measure: index,
        what: 'website-differs' as const,
        field,
        detail,
      })),
    ]),
  );
}

function officeNames(text: string, officeName: string | null): { printed: string; suggestion: string }[] {
  const match = new RegExp(`^${KIND}`).exec(squeeze(officeName ?? ''));
  if (!match || !officeName) return [];
  // อำเภอ and จังหวัด follow the name after a space.
  const own = squeeze(officeName.slice(0, /\s+(?:อำเภอ|จังหวัด)/.exec(officeName)?.index)).slice(
    match[0].length,
  );
  const allowed = Math.floor([...own].length * MISREAD_SHARE);
  const key = squeeze(text);
  const found = new Map<string, string>();
  for (const place of key.matchAll(new RegExp(KIND, 'g'))) {
    const name = key.slice(place.index + place[0].length, place.index + place[0].length + own.length);
    if (name === own || name[0] !== own[0] || name.length < own.length) continue;
    const distance = editDistance(name, own, allowed);
    if (distance > 0 && distance <= allowed) found.set(place[0] + name, place[0] + own);
  }
  return [...found].map(([printed, suggestion]) => ({ printed, suggestion }));
}

function websites(
  text: string,
  hosts: readonly string[],
  own: string | null,
): { printed: string; suggestion?: string }[] {
  return hostsIn(text).flatMap((host) => {
    const near = hosts.find(
      (other) => other !== host && editDistance(host, other, HOST_MISREAD_MAX) <= HOST_MISREAD_MAX,
    );
    if (near === undefined || host === own) return [];
    return own === null ? [{ printed: host }] : [{ printed: host, suggestion: own }];
  });
}

function hostsOf(measures: readonly Measure[]): string[] {
  const hosts = new Set(
    measures.flatMap((measure) => measureTexts(measure).flatMap(({ text }) => hostsIn(text))),
  );
  return [...hosts].slice(0, HOSTS_MAX);
}

function hostsIn(text: string): string[] {
  const words = text.match(LATIN_WORD) ?? [];
  const hosts = words
    .map((word) =>
      word
        .toLowerCase()
        .replace(/[.-]+$/, '')
        .replace(/^www\./, ''),
    )
    .filter((word) => word.length <= HOST_CHARS_MAX && HOST_END.test(word));
  return [...new Set(hosts)].slice(0, HOSTS_MAX);
}
