import { findThaiDates } from '../thai/dates.ts';
import type { Day } from '../thai/days.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { type FiscalYear, fiscalYearFromBuddhist } from '../thai/fiscal-year.ts';
import { tidy } from '../thai/text.ts';

/** What the lines above a table say about it. */
export interface TitleFacts {
  readonly officeName?: string;
  readonly fiscalYear?: FiscalYear;
  readonly asOf?: Day;
}

const OFFICE =
  /(องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.)\s*([\u0e01-\u0e4e]{2,60})/;
/** "ปีงบประมาณ พ.ศ. 2565", "งบประมาณรายจ่าย 65", "งบ 64". */
const YEAR_AFTER_WORD = /(?:งบประมาณ|งบ|รายจ่าย|ปี)[^\d]{0,20}?(25\d{2}|\d{2})(?!\d)/;
const YEAR_ALONE = /(?<!\d)(25\d{2})(?!\d)/;
const TWO_DIGIT_CENTURY = 2500;
/** No office budgets further ahead or keeps files further back; other two-digit numbers are not years. */
const BUDDHIST_MIN = 2540;
const BUDDHIST_MAX = 2599;

/**
 * The office's name, the fiscal year and the last date printed in the title lines of a table; what is not printed is absent.
 * The last date is the end of the period ("ตั้งแต่วันที่ … ถึงวันที่ …").
 */
export function titleFacts(titles: readonly string[]): TitleFacts {
  const lines = titles.map((title) => toArabicDigits(tidy(title)));
  const office = lines.map((line) => OFFICE.exec(line)).find((match) => match !== null);
  const asOf = lines.flatMap((line) => findThaiDates(line)).at(-1);
  const year = yearNamed(lines.map(withoutDates));
  return {
    ...(office ? { officeName: tidy(office[0]) } : {}),
    ...(year ? { fiscalYear: year } : {}),
    ...(asOf ? { asOf } : {}),
  };
}

/** The fiscal year named by a sheet ("รายจ่าย 65", "2565"), if any. */
export function yearOfSheetName(name: string): FiscalYear | undefined {
  const line = toArabicDigits(tidy(name));
  return yearNamed([line]) ?? yearFrom(YEAR_ALONE.exec(line)?.[1]);
}

function yearNamed(lines: readonly string[]): FiscalYear | undefined {
  const sure = lines.find((line) => /ปีงบประมาณ/.test(line) && YEAR_AFTER_WORD.test(line));
  for (const line of sure ? [sure, ...lines] : lines) {
    const year = yearFrom(YEAR_AFTER_WORD.exec(line.replace(/^.*?(?=ปีงบประมาณ)/, ''))?.[1]);
    if (year) return year;
  }
  return undefined;
}

function yearFrom(digits: string | undefined): FiscalYear | undefined {
  if (digits === undefined) return undefined;
  const written = Number(digits);
  const buddhist = written < 100 ? TWO_DIGIT_CENTURY + written : written;
  if (buddhist < BUDDHIST_MIN || buddhist > BUDDHIST_MAX) return undefined;
  return fiscalYearFromBuddhist(buddhist) ?? undefined;
}

/** Dates carry years of their own, which are not the fiscal year from October on. */
function withoutDates(line: string): string {
  return line.replace(/วันที่.*$/, '');
}
