import { formatDay } from '../thai/dates.ts';
import { addDays, type Day } from '../thai/days.ts';
import { type FiscalYear, fiscalYearOf, fiscalYearRange, quarterOf } from '../thai/fiscal-year.ts';
import type { GiftRound } from './gift-api.ts';
import { noticeText as t } from './text.ts';

/** Gifts above this are not allowed by law even by custom (NACC act B.E. 2561 s. 128): satang. */
export const GIFT_LIMIT_SATANG = 300_000;
/** Days to report such a gift to the head of the office. */
export const GIFT_REPORT_DAYS = 30;

/** First and last day of a round: half a fiscal year, or all of it. */
export function giftPeriod(year: FiscalYear, round: GiftRound): { readonly first: Day; readonly last: Day } {
  const { first, last } = fiscalYearRange(year);
  return { first, last: round === '6' ? (`${year}-03-31` as Day) : last };
}

/** The round that a report made on this day is about: the first half until its end, then the whole year. */
export function currentRound(today: Day): { readonly year: FiscalYear; readonly round: GiftRound } {
  return { year: fiscalYearOf(today), round: quarterOf(today) <= 2 ? '6' : '12' };
}

/** "1 ต.ค. 2568 ถึง 31 มี.ค. 2569" */
export function giftPeriodText(year: FiscalYear, round: GiftRound): string {
  const { first, last } = giftPeriod(year, round);
  return t.giftPeriod(formatDay(first, 'short'), formatDay(last, 'short'));
}

/** Whether a gift must be reported to the head of the office, and by when. */
export function giftReportByDay(receivedDay: Day, valueSatang: number): Day | undefined {
  return valueSatang > GIFT_LIMIT_SATANG ? addDays(receivedDay, GIFT_REPORT_DAYS) : undefined;
}
