import { toArabicDigits } from '../thai/digits.ts';
import type { FiscalYear } from '../thai/fiscal-year.ts';
import { tidy } from '../thai/text.ts';

/** A month of a calendar year (CE), with the day of the month where one is written; the year is null when nothing tells it. */
export interface MonthPoint {
  readonly year: number | null;
  /** 1 to 12 */
  readonly month: number;
  readonly date: number | null;
}

/**
 * From one month to another, both included. 'sure': as written; 'implied': a year was taken from the other end or from the
 * fiscal year; 'unsure': a misread month was guessed, the order is wrong, or no year is known.
 */
export interface MonthRange {
  readonly from: MonthPoint;
  readonly to: MonthPoint;
  readonly confidence: 'sure' | 'implied' | 'unsure';
}

interface Point {
  month: number;
  year: number | null;
  dates: readonly number[];
  misread: boolean;
  readonly start: number;
  readonly end: number;
}

const BUDDHIST_OFFSET = 543;
const BUDDHIST_FROM = 2400;
/** "๖๕" is 2565. */
const TWO_DIGIT_CENTURY = 2500;
const FIRST_FISCAL_MONTH = 10;
/** Longer texts are prose about time, not a period. */
const READ_CHARS_MAX = 400;

const LONG = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
  ' ',
);
const SHORT = 'มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค'.split(' ');
const MONTHS = new Map([...LONG, ...SHORT].map((name, index) => [name, (index % 12) + 1]));
/** What ต.ค. is recognised as in scanned reports: each stands before a two-digit year or a hyphen, where no other reading makes sense. */
const MISREAD_OCTOBER = '(?:ค\\.?ศ\\.?|ด\\.?ค\\.?|3\\s?\\.\\s?1\\.)(?=\\s?(?:\\d{2}\\s?[-–—]|[-–—]))';
const short = SHORT.map(lenient).join('|');
const MONTH = `(?<!\\p{L})(?:(?<name>${LONG.join('|')}|${short})|(?<misread>${MISREAD_OCTOBER}))`;
const POINT = new RegExp(
  `(?:(?<!\\d)(?<day>\\d{1,2})\\s?(?:[-–—]\\s?(?<lastDay>\\d{1,2})\\s?)?(?:เดือน\\s?)?)?${MONTH}\\s?(?:พ\\.?ศ\\.?\\s?|ค\\.?ศ\\.?\\s?(?=\\d{4}))?(?<year>\\d{4}|\\d{2})?(?!\\d)`,
  'gu',
);
const BETWEEN = /^\s?(?:[-–—]|จน?ถึง|ถึง)\s?(?:เดือน|วันที่|สิ้นเดือน)?\s?$/;

/**
 * Reads every month or range of months in a short text, leniently: dots and spaces missing, Thai or Arabic digits, years of
 * two or four digits, พ.ศ. or ค.ศ., a start without its year, days of the month, misread forms of ต.ค. Ranges come in the order
 * printed; empty when the text names no month.
 */
export function readMonths(text: string, fiscalYear: FiscalYear | null): MonthRange[] {
  const plain = monthText(text);
  const points = [...plain.matchAll(POINT)].map(pointOf);
  const ranges: MonthRange[] = [];
  for (let at = 0; at < points.length; at += 1) {
    const from = points[at];
    const to = points[at + 1];
    if (!from) break;
    const joined = to !== undefined && BETWEEN.test(plain.slice(from.end, to.start));
    ranges.push(joined ? rangeOf(from, to, fiscalYear) : rangeOf(from, from, fiscalYear));
    if (joined) at += 1;
  }
  return ranges;
}

/** What is left of a text when the months in it are taken out, to see whether all of it was understood. */
export function withoutMonths(text: string): string {
  return monthText(text)
    .replace(POINT, ' ')
    .replace(/จน?ถึง|ถึง|[-–—,()\s]|และ|เดือน|ระหว่าง|ตั้งแต่/g, '');
}

/** True when a range lies within the fiscal year, as far as its years are known. */
export function liesWithin(range: MonthRange, fiscalYear: FiscalYear): boolean {
  return [range.from, range.to].every(
    ({ year, month }) => year === null || (month >= FIRST_FISCAL_MONTH ? year + 1 : year) === fiscalYear,
  );
}

function monthText(text: string): string {
  return toArabicDigits(tidy(text)).slice(0, READ_CHARS_MAX);
}

/**
 * A short month name, of which reports leave out the one or the other dot: "ต.ค.", "ต.ค", "ตค". Without its last dot it must
 * end the word.
 */
function lenient(letters: string): string {
  return `${letters.slice(0, -1)}\\.?\\s?${letters.slice(-1)}(?:\\.|(?![ก-๎]))`;
}

function pointOf(match: RegExpExecArray): Point {
  const { day, lastDay, name, year } = match.groups ?? {};
  return {
    month: name ? (MONTHS.get(name.replace(/[.\s]/g, '')) ?? 0) : FIRST_FISCAL_MONTH,
    year: year === undefined ? null : ceYear(Number(year)),
    dates: [day, lastDay].filter((written) => written !== undefined).map(Number),
    misread: name === undefined,
    start: match.index,
    end: match.index + match[0].length,
  };
}

function ceYear(written: number): number {
  if (written < 100) return TWO_DIGIT_CENTURY + written - BUDDHIST_OFFSET;
  return written >= BUDDHIST_FROM ? written - BUDDHIST_OFFSET : written;
}

function rangeOf(first: Point, last: Point, fiscalYear: FiscalYear | null): MonthRange {
  const toYear = last.year ?? yearWithin(fiscalYear, last.month);
  const startsEarlier = first.month > last.month ? 1 : 0;
  const fromYear = first.year ?? (toYear === null ? null : toYear - startsEarlier);
  const from = { year: fromYear, month: first.month, date: first.dates[0] ?? null };
  const to = { year: toYear, month: last.month, date: last.dates.at(-1) ?? null };
  const backwards = order(from) > order(to);
  const unsure = first.misread || last.misread || backwards || fromYear === null || toYear === null;
  const implied = first.year === null || last.year === null;
  return { from, to, confidence: unsure ? 'unsure' : implied ? 'implied' : 'sure' };
}

function order({ year, month, date }: MonthPoint): number {
  return ((year ?? 0) * 12 + month) * 32 + (date ?? 0);
}

/** The year (CE) a month has within a fiscal year. */
function yearWithin(fiscalYear: FiscalYear | null, month: number): number | null {
  if (fiscalYear === null) return null;
  return month >= FIRST_FISCAL_MONTH ? fiscalYear - 1 : fiscalYear;
}
