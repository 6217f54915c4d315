import { type Day, dayParts, makeDay, parseDay } from './days.ts';
import { toArabicDigits } from './digits.ts';
import { repairThai } from './text.ts';

export type DateStyle = 'long' | 'short' | 'numeric';

const BUDDHIST_OFFSET = 543;
/** From this number on a year is พ.ศ.; below it ค.ศ. No office document speaks of a year that could be both. */
const BUDDHIST_FROM = 2400;
const CE_FROM = 1900;
const CE_TO = 2100;
/** "๖๕" is 2565: the two-digit years of office documents all lie in this century of the Buddhist era. */
const TWO_DIGIT_CENTURY = 2500;

/** Month names composed here, because runtimes differ in their Thai date patterns. January first. */
const LONG_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
];
const SHORT_MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
];

const MONTH_NUMBERS = new Map<string, number>();
for (const names of [LONG_MONTHS, SHORT_MONTHS]) {
  names.forEach((name, index) => {
    MONTH_NUMBERS.set(name.replaceAll('.', ''), index + 1);
  });
}
const MONTH_PATTERN = [...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');
/** Matched against text without spaces and dots, where "๓๑ มี.ค. พ.ศ. ๖๕" reads "31มีคพศ65". */
const WORDED = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:เดือน)?(${MONTH_PATTERN})(?:พศ|คศ)?(\\d{4}|\\d{2})(?!\\d)`,
  'g',
);
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const NUMERIC = /(?<![\d/])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g;

/**
 * A day as Thai readers write it, year พ.ศ., Arabic digits:
 * long "15 มกราคม 2566", short "15 ม.ค. 2566", numeric "15/1/2566".
 */
export function formatDay(day: Day, style: DateStyle): string {
  const { year, month, date } = dayParts(day);
  const buddhist = year + BUDDHIST_OFFSET;
  if (style === 'numeric') return `${date}/${month}/${buddhist}`;
  const names = style === 'long' ? LONG_MONTHS : SHORT_MONTHS;
  return `${date} ${names[month - 1]} ${buddhist}`;
}

/** The month of a day as Thai readers write it, year พ.ศ., Arabic digits: "มกราคม 2566". */
export function formatMonth(day: Day): string {
  const { year, month } = dayParts(day);
  return `${LONG_MONTHS[month - 1]} ${year + BUDDHIST_OFFSET}`;
}

/**
 * Reads one date written by a person: month in words or short, day/month/year with / - or ., Thai or Arabic digits,
 * years พ.ศ., ค.ศ. or two digits (65 is 2565), leading วันที่ allowed, or ISO 'YYYY-MM-DD'.
 * Null when the text is not exactly one date or the calendar has no such day.
 */
export function parseThaiDate(text: string): Day | null {
  const plain = toArabicDigits(repairThai(text)).trim();
  const iso = parseDay(plain);
  if (iso) return iso;
  const bare = plain.replace(/^(ณ\s*)?(วัน\s*ที่)?\s*/, '');
  const found = findThaiDates(bare);
  const rest = bare
    .replace(/[\s.]/g, '')
    .replace(WORDED, '')
    .replace(bare.match(NUMERIC)?.[0].replaceAll('.', '') ?? '', '');
  return found.length === 1 && rest === '' ? (found[0] ?? null) : null;
}

/** Every date that stands in a longer text ("ณ วันที่ 30 มิถุนายน 2565"), those in words first; days no calendar has are left out. */
export function findThaiDates(text: string): Day[] {
  const plain = toArabicDigits(repairThai(text));
  const days: Day[] = [];
  for (const match of plain.replace(/[\s.]/g, '').matchAll(WORDED)) {
    push(days, match[1], MONTH_NUMBERS.get(match[2] ?? ''), match[3]);
  }
  for (const match of plain.matchAll(NUMERIC)) push(days, match[1], Number(match[3]), match[4]);
  // Date cells of a workbook come in this form, the year พ.ศ. where a clerk typed it so.
  for (const match of plain.matchAll(ISO)) push(days, match[3], Number(match[2]), match[1]);
  return days;
}

function push(
  days: Day[],
  date: string | undefined,
  month: number | undefined,
  year: string | undefined,
): void {
  const ceYear = ceYearOf(Number(year));
  const day = ceYear === null ? null : makeDay(ceYear, month ?? 0, Number(date));
  if (day) days.push(day);
}

function ceYearOf(written: number): number | null {
  if (written < 100) return TWO_DIGIT_CENTURY + written - BUDDHIST_OFFSET;
  if (written >= BUDDHIST_FROM) return written - BUDDHIST_OFFSET;
  return written >= CE_FROM && written <= CE_TO ? written : null;
}
