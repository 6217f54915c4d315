import { addDays, type Day, dayOf, dayParts, epochMsOf, weekdayOf } from '../thai/days.ts';

/** How often a group gets a regular post. Weeks start on Monday, quarters are those of the fiscal year. */
export type Rhythm = 'week' | 'month' | 'quarter';

export const RHYTHMS: readonly Rhythm[] = ['week', 'month', 'quarter'];

export const rhythmNames: Readonly<Record<Rhythm, string>> = {
  week: 'ทุกวันจันทร์',
  month: 'ทุกวันที่ 1 ของเดือน',
  quarter: 'ทุกต้นไตรมาส',
};

/** When a group's regular post is due, Bangkok time. */
export interface Schedule {
  readonly rhythm: Rhythm;
  readonly hour: number;
  readonly minute: number;
}

/** One time at which a post is due. */
export interface Slot {
  readonly day: Day;
  readonly atMs: number;
}

const MONDAY = 1;
/** A quarter has at most 92 days. */
const MAX_DAYS_BETWEEN_SLOTS = 93;
/** The fiscal year starts in October; its quarters start in these months. */
const QUARTER_MONTHS: readonly number[] = [1, 4, 7, 10];

function isSlotDay(rhythm: Rhythm, day: Day): boolean {
  const { month, date } = dayParts(day);
  if (rhythm === 'week') return weekdayOf(day) === MONDAY;
  if (rhythm === 'month') return date === 1;
  return date === 1 && QUARTER_MONTHS.includes(month);
}

/** The first slot strictly after a moment (epoch ms). */
export function nextSlot(schedule: Schedule, afterMs: number): Slot {
  let day = dayOf(afterMs);
  for (let step = 0; step <= MAX_DAYS_BETWEEN_SLOTS; step += 1) {
    const atMs = epochMsOf(day, schedule.hour, schedule.minute);
    if (atMs > afterMs && isSlotDay(schedule.rhythm, day)) return { day, atMs };
    day = addDays(day, 1);
  }
  throw new RangeError('no slot within a quarter');
}

/** Whether a text is a rhythm: what comes back from a button is not trusted. */
export function isRhythm(text: string): text is Rhythm {
  return (RHYTHMS as readonly string[]).includes(text);
}

/** Reads "08.30", "8:30", "๐๘.๓๐" after digits were folded; null for no time of day. */
export function parseTimeOfDay(text: string): { readonly hour: number; readonly minute: number } | null {
  const [, hourText, minuteText] = /^(\d{1,2})[.:](\d{2})(?:\s*น\.?)?$/.exec(text.trim()) ?? [];
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (hourText === undefined || hour > 23 || minute > 59) return null;
  return { hour, minute };
}

/** "08.30 น.", as offices write it. */
export function formatTimeOfDay({
  hour,
  minute,
}: {
  readonly hour: number;
  readonly minute: number;
}): string {
  return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')} น.`;
}
