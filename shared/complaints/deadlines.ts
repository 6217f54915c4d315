import { addDays, type Day, daysBetween } from '../thai/days.ts';
import { addWorkingDays, type ClosedDays } from './working-days.ts';

/** How long something may take. */
export interface Deadline {
  readonly days: number;
  readonly kind: 'calendar' | 'working';
}

/** An office's clock: all of it can be set. */
export interface DeadlineRules {
  /** The first sign from a person, not from the program. */
  readonly acknowledge: Deadline;
  /** The answer. */
  readonly reply: Deadline;
  /** The most days one extension may add, in the days of `reply`. */
  readonly extensionDaysMax: number;
  /** How often one answer may be put off. */
  readonly extensionsMax: number;
}

/** The most days a deadline may have, and the most that extensions may add to it: a year each. */
export const DEADLINE_DAYS_MAX = 366;

/**
 * What an office starts with. Three working days are those of ISO 37002 8.1; fifteen days are what Thai offices promise in
 * their manuals and to the ITA, where a case that takes longer is told so every fifteen days. Which kind of days the fifteen
 * are is not settled, so the stricter kind is the default.
 */
export const DEFAULT_DEADLINE_RULES: DeadlineRules = {
  acknowledge: { days: 3, kind: 'working' },
  reply: { days: 15, kind: 'calendar' },
  extensionDaysMax: 15,
  extensionsMax: 4,
};

/**
 * The last day on which something that started on `from` is on time; `from` is day 0. With working days it is a working day.
 * With calendar days it may be a holiday: the clock binds the office, so it is not put off. Never earlier for more days.
 * RangeError when `days` or `extendedDays` is no whole number from 0 to {@link DEADLINE_DAYS_MAX}.
 */
export function dueDay(from: Day, { days, kind }: Deadline, closed: ClosedDays, extendedDays = 0): Day {
  for (const count of [days, extendedDays]) {
    if (!isDayCount(count, 0)) throw new RangeError(`not a number of days: ${count}`);
  }
  const total = days + extendedDays;
  return kind === 'working' ? addWorkingDays(from, total, closed) : addDays(from, total);
}

/** A case's clock. */
export type ClockState =
  | { readonly kind: 'stopped' }
  /** Calendar days; one of them is 0, both on the due day itself. */
  | { readonly kind: 'running'; readonly daysLeft: number; readonly overdueBy: number };

/** How a clock stands today. `answeredDay` is null while no answer has been given. */
export function clockState(
  { dueDay, answeredDay }: { readonly dueDay: Day; readonly answeredDay: Day | null },
  today: Day,
): ClockState {
  if (answeredDay !== null) return { kind: 'stopped' };
  const daysLeft = daysBetween(today, dueDay);
  return { kind: 'running', daysLeft: Math.max(daysLeft, 0), overdueBy: Math.max(-daysLeft, 0) };
}

/** Whether a number of days that somebody set or typed can be used: whole, from `min` to {@link DEADLINE_DAYS_MAX}. */
export function isDayCount(value: number, min: number): boolean {
  return Number.isInteger(value) && value >= min && value <= DEADLINE_DAYS_MAX;
}
