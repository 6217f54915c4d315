import { toArabicDigits } from '../thai/digits.ts';
import type { FiscalYear } from '../thai/fiscal-year.ts';
import { squeeze } from '../thai/text.ts';
import { type MonthRange, readMonths, withoutMonths } from './months.ts';

export type Cadence = 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'twice-a-year';

/** Where a cadence was read: a title may say monthly while the period says quarterly, and both are kept. */
export type CadenceSource = 'period' | 'follow-up' | 'title';

/**
 * When a measure is carried out: the cell as printed ('-' none and '' missing are different), the month ranges read from it,
 * and every cadence the row names. Cadences are a set; a report may name all of them at once.
 */
export interface Periods {
  readonly printed: string;
  readonly ranges: readonly MonthRange[];
  readonly cadences: readonly { readonly cadence: Cadence; readonly source: CadenceSource }[];
  /** False when the cell says something that is neither months nor a cadence. */
  readonly understood: boolean;
}

const EVERY = '(?:ราย|ทุก(?:ๆ|ๆ?ช่วง)?|ประจำ(?:ทุก)?)';
const CADENCES: readonly (readonly [Cadence, RegExp])[] = [
  ['week', new RegExp(`${EVERY}สัปดาห์`)],
  ['month', new RegExp(`${EVERY}เดือน|ทุก1เดือน|เดือนละ`)],
  ['quarter', new RegExp(`${EVERY}ไตรมาส|ราย3เดือน|ทุก3เดือน|ไตรมาสละ`)],
  ['half-year', /(?:ราย|ทุก|รอบ)(?:ๆ)?6เดือน|รายครึ่งปี|(?:ราย|ทุก|รอบ)หกเดือน/],
  ['year', /รายปี|ทุกปี|ปีละ(?:1|หนึ่ง)?ครั้ง|(?:ราย|ทุก|รอบ)12เดือน|ประจำปี(?!งบ)/],
  ['twice-a-year', /ปีละ(?:2|สอง)ครั้ง/],
];
/** Titles name plans of the year, which is no cadence of the work. */
const NO_CADENCE_OF_TITLES: readonly Cadence[] = ['year'];
const WHOLE_YEAR = /ตลอด(?:ทั้ง)?ปี(?:งบประมาณ)?|ทั้งปี(?:งบประมาณ)?/;
const QUARTER = /ไตรมาส(?:ที่)?([1-4])(?:(?:-|–|ถึง|และ)([1-4]))?(?:\/(\d{4}|\d{2}))?/;
/** "(พ.ศ. ๒๕๖๖ - ๒๕๗๐)" and "ปีงบประมาณ ๒๕๖๖": whole fiscal years. */
const YEARS = /^\(?(?:ปีงบประมาณ|ปี)?(?:พ\.?ศ\.?)?(2[45]\d{2})(?:(?:-|–|ถึง)(?:พ\.?ศ\.?)?(2[45]\d{2}))?\)?$/;
const BUDDHIST_OFFSET = 543;

/**
 * Reads the period cell of a measure, and the cadences that its follow-up and title name. Never fails: what is not understood
 * stays as printed, with `understood` false.
 */
export function readPeriods(
  cell: { readonly period: string; readonly followUp: string; readonly title: string },
  fiscalYear: FiscalYear | null,
): Periods {
  const ranges = [...readMonths(cell.period, fiscalYear), ...wholeYears(cell.period, fiscalYear)];
  const own = cadencesOf(cell.period);
  const cadences = [
    ...own.map((cadence) => ({ cadence, source: 'period' as const })),
    ...cadencesOf(cell.followUp).map((cadence) => ({ cadence, source: 'follow-up' as const })),
    ...cadencesOf(cell.title)
      .filter((cadence) => !NO_CADENCE_OF_TITLES.includes(cadence))
      .map((cadence) => ({ cadence, source: 'title' as const })),
  ];
  const empty = cell.period === '' || cell.period === '-';
  const understood = empty || own.length > 0 || (ranges.length > 0 && leftOver(cell.period) === '');
  return { printed: cell.period, ranges, cadences, understood };
}

/** Every cadence a text names, shortest first, each once. */
export function cadencesOf(text: string): Cadence[] {
  const key = keyOf(text);
  return CADENCES.filter(([, words]) => words.test(key)).map(([cadence]) => cadence);
}

function wholeYears(text: string, fiscalYear: FiscalYear | null): MonthRange[] {
  const key = keyOf(text);
  const years = YEARS.exec(key);
  if (years) {
    const first = Number(years[1]) - BUDDHIST_OFFSET;
    const last = years[2] === undefined ? first : Number(years[2]) - BUDDHIST_OFFSET;
    return [fiscalMonths(first, 1, last, 12, 'implied')];
  }
  if (WHOLE_YEAR.test(key) && fiscalYear !== null)
    return [fiscalMonths(fiscalYear, 1, fiscalYear, 12, 'implied')];
  const quarter = QUARTER.exec(key);
  if (!quarter) return [];
  const written = quarter[3] === undefined ? null : (Number(quarter[3]) % 100) + 2500 - BUDDHIST_OFFSET;
  const year = written ?? fiscalYear;
  if (year === null) return [];
  const last = Number(quarter[2] ?? quarter[1]);
  return [
    fiscalMonths(year, Number(quarter[1]) * 3 - 2, year, last * 3, written === null ? 'implied' : 'sure'),
  ];
}

/** A range by months of the fiscal year: 1 is October. */
function fiscalMonths(
  firstYear: number,
  first: number,
  lastYear: number,
  last: number,
  confidence: MonthRange['confidence'],
): MonthRange {
  const point = (year: number, month: number) => ({
    year: month <= 3 ? year - 1 : year,
    month: ((month + 8) % 12) + 1,
    date: null,
  });
  return { from: point(firstYear, first), to: point(lastYear, last), confidence };
}

/** What a period says beyond months, quarters and years. */
function leftOver(text: string): string {
  const key = keyOf(text);
  const rest =
    QUARTER.test(key) || YEARS.test(key) ? key.replace(QUARTER, '').replace(YEARS, '') : withoutMonths(text);
  return squeeze(rest)
    .replace(WHOLE_YEAR, '')
    .replace(/ปีงบประมาณ|ปี|พ\.?ศ\.?|2[45]\d{2}|[.()]/g, '');
}

function keyOf(text: string): string {
  return toArabicDigits(squeeze(text));
}
