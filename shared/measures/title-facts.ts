import { toArabicDigits } from '../thai/digits.ts';
import { type FiscalYear, fiscalYearFromBuddhist } from '../thai/fiscal-year.ts';
import type { PrintedRound } from './reading.ts';

/** What the lines above the table say. */
export interface TitleFacts {
  readonly title: readonly string[];
  readonly intro: readonly string[];
  readonly officeName: string | null;
  readonly fiscalYear: FiscalYear | null;
  readonly round: PrintedRound | null;
}

const INTRO_START = /^ตามที่/;
/** A title line is short; what is longer is already the introduction. */
const TITLE_CHARS_MAX = 250;
const OFFICE =
  /(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\.|ท[ตมน]\.|เมืองพัทยา)\s?[^\s(]*(?:\s+อำเภอ\s?[^\s(]+)?(?:\s+จังหวัด\s?[^\s(]+)?/;
const YEAR = /ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(2[45]\d{2})/;
const BARE_YEAR = /พ\.\s?ศ\.\s*(2[45]\d{2})/;
const ROUND = /รอบ\s*(?:ระยะเวลา\s*)?(\d{1,2})\s*เดือน/;

/**
 * Reads the paragraphs above a report's table: title lines up to the introduction ("ตามที่…"), the office with อำเภอ and
 * จังหวัด as printed, the fiscal year and the round the title names. What is not there is null.
 */
export function readTitleFacts(paragraphs: readonly string[]): TitleFacts {
  const introAt = paragraphs.findIndex((text) => INTRO_START.test(text) || text.length > TITLE_CHARS_MAX);
  const title = introAt < 0 ? paragraphs : paragraphs.slice(0, introAt);
  const intro = introAt < 0 ? [] : paragraphs.slice(introAt);
  const titleText = title.join(' ').replace(/\s+/g, ' ');
  const introText = intro.join(' ').replace(/\s+/g, ' ');
  const digits = toArabicDigits(titleText);
  const round = ROUND.exec(digits);
  const year = YEAR.exec(digits) ?? BARE_YEAR.exec(digits) ?? YEAR.exec(toArabicDigits(introText));
  return {
    title,
    intro,
    officeName: (OFFICE.exec(titleText) ?? OFFICE.exec(introText))?.[0].trim() ?? null,
    fiscalYear: year ? fiscalYearFromBuddhist(Number(year[1])) : null,
    round: round
      ? { months: Number(round[1]), printed: titleText.slice(round.index, round.index + round[0].length) }
      : null,
  };
}
