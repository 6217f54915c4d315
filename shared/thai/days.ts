declare const dayBrand: unique symbol;

/** A calendar day in Bangkok, 'YYYY-MM-DD' with the year CE. Days compare and sort as text. */
export type Day = string & { readonly [dayBrand]: true };

/** A moment as a Bangkok clock on the wall shows it. */
export interface BangkokTime {
  readonly day: Day;
  /** 0 to 23 */
  readonly hour: number;
  /** 0 to 59 */
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Thailand keeps UTC+7 all year round. */
const BANGKOK_OFFSET_MS = 7 * 60 * MINUTE_MS;
/** Four-digit years only: the text form stays sortable. */
const YEAR_MIN = 1000;
const YEAR_MAX = 9999;

/** The Bangkok day and time of a moment (milliseconds since 1970-01-01 UTC). */
export function bangkokTime(epochMs: number): BangkokTime {
  const local = new Date(epochMs + BANGKOK_OFFSET_MS);
  return {
    day: local.toISOString().slice(0, 10) as Day,
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/** The Bangkok day of a moment (milliseconds since 1970-01-01 UTC). */
export function dayOf(epochMs: number): Day {
  return bangkokTime(epochMs).day;
}

/** The moment (ms) at which Bangkok clocks show this day and time. */
export function epochMsOf(day: Day, hour = 0, minute = 0): number {
  return utcMs(day) - BANGKOK_OFFSET_MS + (hour * 60 + minute) * MINUTE_MS;
}

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(utcMs(day) + count * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** How many days from `from` to `to`: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcMs(to) - utcMs(from)) / DAY_MS);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(utcMs(day)).getUTCDay();
}

/** Year (CE), month 1 to 12 and day of the month of a day. */
export function dayParts(day: Day): {
  year: number;
  month: number;
  date: number;
} {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8, 10)),
  };
}

/** The day with this CE year, month (1 to 12) and date, or null when the calendar has none (31 April). */
export function makeDay(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger)) return null;
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || date < 1) return null;
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 ? (made.toISOString().slice(0, 10) as Day) : null;
}

/** Takes 'YYYY-MM-DD' (year CE) and gives the day, or null for anything else, days outside the calendar included. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** True for text that `parseDay` accepts; for checking what comes from outside. */
export function isDay(text: string): text is Day {
  return parseDay(text) !== null;
}

function utcMs(day: Day): number {
  const { year, month, date } = dayParts(day);
  return Date.UTC(year, month - 1, date);
}
