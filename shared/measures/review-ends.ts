import { toArabicDigits } from '../thai/digits.ts';
import type { Measure } from './measure.ts';
import type { MeasureDoubt } from './measure-doubt.ts';
import { measureTexts } from './measure-texts.ts';

/** Words after which a Thai sentence goes on. */
const GOES_ON = /(?:และ|หรือ|คือ|ได้แก่|ดังนี้|โดย|เช่น|ของ|ให้|ที่|ซึ่ง|เพื่อ|[,(/“])$/;
/** "แบ่งออกเป็น ๒ ประเด็น คือ ๑. …": so many are announced. */
const ANNOUNCED = /(\d{1,2})\s?(?:ประเด็น|ข้อ|ด้าน|ส่วน|ประการ|ขั้นตอน)\s?(?:คือ|ได้แก่|ดังนี้)/g;
const SHOWN_CHARS = 30;

/**
 * Texts of the last measure that stop before they end (a file cut off in the middle): the last words call for more, a bracket
 * stays open, or fewer entries follow than were announced. And titles whose quotation mark closes in the next cell.
 */
export function reviewEnds(measures: readonly Measure[]): MeasureDoubt[] {
  const last = measures.length - 1;
  const lastMeasure = measures[last];
  const cut = (lastMeasure ? measureTexts(lastMeasure) : [])
    .filter(({ field, text }) => field !== 'dimension' && field !== 'mission' && isCutOff(text))
    .map(({ field, text }) => ({
      measure: last,
      what: 'text-cut-off' as const,
      field,
      detail: { printed: text.slice(-SHOWN_CHARS) },
    }));
  return [...measures.flatMap(openQuotation), ...cut];
}

function isCutOff(text: string): boolean {
  const plain = toArabicDigits(text).trimEnd();
  if (GOES_ON.test(plain)) return true;
  if (plain.split('(').length > plain.split(')').length && !/\d\)/.test(plain)) return true;
  const announcements = [...plain.matchAll(ANNOUNCED)];
  const announcement = announcements.at(-1);
  if (!announcement) return false;
  const after = plain.slice(announcement.index + announcement[0].length);
  let next = 1;
  for (const [, number] of after.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]/g))
    if (Number(number) === next) next += 1;
  return next > 1 && next <= Number(announcement[1]);
}

function openQuotation(measure: Measure, index: number): MeasureDoubt[] {
  const opened = measure.title.lastIndexOf('“');
  if (opened < 0 || measure.title.includes('”', opened)) return [];
  const closed = measure.result.indexOf('”');
  const another = measure.result.indexOf('“');
  const inResult = closed >= 0 && (another < 0 || closed < another);
  const suggestion = inResult ? `${measure.title} ${measure.result.slice(0, closed + 1)}` : null;
  const detail = { printed: measure.title, ...(suggestion === null ? {} : { suggestion }) };
  return [{ measure: index, what: 'open-quotation', field: 'title', detail }];
}
