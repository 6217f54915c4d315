import { addDays, type Day, dayParts, makeDay } from '../thai/days.ts';
import { type FiscalYear, fiscalYearOf, fiscalYearRange, makeFiscalYear } from '../thai/fiscal-year.ts';
import { ROUND_TEXT } from './text.ts';

/** One of an office's rounds, the same every fiscal year. */
export interface RoundRule {
  /** How many months of the fiscal year it covers from 1 October on, 1 to 12: 6 ends on 31 March. */
  readonly months: number;
  /** Reports are taken until so many days after its last day. */
  readonly closesAfterDays: number;
  /** "รอบ 6 เดือน" where the office gives no name. */
  readonly name?: string;
}

/** A round of one fiscal year. All days are Bangkok days, both ends included. */
export interface Round {
  readonly fiscalYear: FiscalYear;
  readonly months: number;
  readonly name: string;
  /** The period it reports on. */
  readonly first: Day;
  readonly last: Day;
  /** The days on which reports for it are taken: from the day after the round before closed. */
  readonly opens: Day;
  readonly closes: Day;
}

/** After the end of a half-year reports are collected for about two weeks. */
const CLOSES_AFTER_DAYS = 15;
export const DEFAULT_ROUNDS: readonly RoundRule[] = [
  { months: 6, closesAfterDays: CLOSES_AFTER_DAYS },
  { months: 12, closesAfterDays: CLOSES_AFTER_DAYS },
];
/** Days before a round closes on which its units are reminded. */
export const DEFAULT_REMINDER_DAYS: readonly number[] = [14, 7, 3, 1];
export const MAX_ROUNDS = 12;
/** A round closes before the next one ends, or two would be open at once. */
const CLOSES_AFTER_DAYS_MAX = 28;

/** Why a list of rounds cannot be used. */
export type RoundRulesProblem =
  | 'none'
  | 'too-many'
  | 'months-out-of-range'
  | 'months-repeated'
  | 'closes-out-of-range';

/** Checks an office's own rounds; null when they can be used. */
export function checkRoundRules(rules: readonly RoundRule[]): RoundRulesProblem | null {
  if (rules.length === 0) return 'none';
  if (rules.length > MAX_ROUNDS) return 'too-many';
  const months = rules.map((rule) => rule.months);
  if (!months.every((count) => Number.isInteger(count) && count >= 1 && count <= 12))
    return 'months-out-of-range';
  if (new Set(months).size !== months.length) return 'months-repeated';
  const fits = ({ closesAfterDays: days }: RoundRule): boolean =>
    Number.isInteger(days) && days >= 0 && days < CLOSES_AFTER_DAYS_MAX;
  return rules.every(fits) ? null : 'closes-out-of-range';
}

/** The rounds of a fiscal year in order, for rules that `checkRoundRules` accepts. */
export function roundsOf(fiscalYear: FiscalYear, rules: readonly RoundRule[] = DEFAULT_ROUNDS): Round[] {
  const sorted = [...rules].sort((a, b) => a.months - b.months);
  const { first } = fiscalYearRange(fiscalYear);
  const final = sorted.at(-1);
  let opens = first;
  if (final) {
    const before = makeFiscalYear(fiscalYear - 1);
    if (before) opens = addDays(lastDay(before, final.months), final.closesAfterDays + 1);
  }
  return sorted.map((rule) => {
    const last = lastDay(fiscalYear, rule.months);
    const round: Round = {
      fiscalYear,
      months: rule.months,
      name: rule.name ?? ROUND_TEXT.name(rule.months),
      first,
      last,
      opens,
      closes: addDays(last, rule.closesAfterDays),
    };
    opens = addDays(round.closes, 1);
    return round;
  });
}

/**
 * The round for which reports are taken on a day: there is exactly one on every day, since each opens when the one before closes.
 * In the first days of October that is the last round of the year before.
 */
export function openRound(day: Day, rules: readonly RoundRule[] = DEFAULT_ROUNDS): Round | null {
  const year = fiscalYearOf(day);
  for (const candidate of [year - 1, year, year + 1]) {
    const fiscalYear = makeFiscalYear(candidate);
    const round =
      fiscalYear && roundsOf(fiscalYear, rules).find((each) => each.opens <= day && day <= each.closes);
    if (round) return round;
  }
  return null;
}

/** The days on which the units are reminded of a round, in order, none before it opens. */
export function reminderDays(round: Round, daysBefore: readonly number[] = DEFAULT_REMINDER_DAYS): Day[] {
  return [...new Set(daysBefore)]
    .sort((a, b) => b - a)
    .map((count) => addDays(round.closes, -count))
    .filter((day) => day >= round.opens && day <= round.closes);
}

/** The last day of the month that is `months` months into the fiscal year. */
function lastDay(fiscalYear: FiscalYear, months: number): Day {
  const start = fiscalYearRange(fiscalYear).first;
  const { year, month } = dayParts(start);
  const after = month - 1 + months;
  const nextMonth = makeDay(year + Math.floor(after / 12), (after % 12) + 1, 1);
  return addDays(nextMonth ?? start, -1);
}
