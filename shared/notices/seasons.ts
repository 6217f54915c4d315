import { addDays, type Day, dayParts, daysBetween, parseDay, weekdayOf } from '../thai/days.ts';

export type SeasonId = 'new-year' | 'chinese-new-year' | 'songkran' | 'fiscal-year';

/** One season of one year, in which gifts are usual. */
export interface Season {
  readonly id: SeasonId;
  readonly day: Day;
}

export const seasonNames: Readonly<Record<SeasonId, string>> = {
  'new-year': 'เทศกาลปีใหม่',
  'chinese-new-year': 'เทศกาลตรุษจีน',
  songkran: 'เทศกาลสงกรานต์',
  'fiscal-year': 'ต้นปีงบประมาณ',
};

/** The same day every year: month and date. */
const FIXED: readonly (readonly [SeasonId, string])[] = [
  ['new-year', '01-01'],
  ['songkran', '04-13'],
  ['fiscal-year', '10-01'],
];
/** By the moon: dates per year are data, to be continued before they run out. Days of the Chinese lunar new year. */
export const CHINESE_NEW_YEARS: readonly string[] = [
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
];
/** A proposed notice goes out this many days before its season, at this hour. */
export const SEASON_SEND_DAYS_BEFORE = 7;
export const SEASON_SEND_HOUR = 9;

/** Of the days at the weekend; 0 is Sunday. */
const DAYS_SINCE_FRIDAY: Readonly<Record<number, number>> = { 0: 2, 6: 1 };

/** The seasons whose day is today or at most `leadDays` ahead, the nearest first. */
export function seasonsAhead(today: Day, leadDays: number): readonly Season[] {
  const { year } = dayParts(today);
  const fixed = [year, year + 1].flatMap((one) =>
    FIXED.map(([id, at]) => ({ id, day: `${one}-${at}` as Day })),
  );
  const moving = CHINESE_NEW_YEARS.flatMap((text) => {
    const day = parseDay(text);
    return day ? [{ id: 'chinese-new-year' as const, day }] : [];
  });
  return [...fixed, ...moving]
    .filter(({ day }) => {
      const days = daysBetween(today, day);
      return days >= 0 && days <= leadDays;
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** Names a season of a year: `songkran-2026-04-13`. */
export function seasonKey({ id, day }: Season): string {
  return `${id}-${day}`;
}

/** The season behind a key, if it is one. What comes back from a button is not trusted. */
export function seasonOfKey(key: string): Season | undefined {
  const day = parseDay(key.slice(-10));
  if (!day) return undefined;
  return seasonsAhead(day, 0).find((season) => seasonKey(season) === key);
}

/** The day on which the notice of a season should go out: a week before, on a working day of the week, never before today. */
export function seasonSendDay({ day }: Season, today: Day): Day {
  const week = addDays(day, -SEASON_SEND_DAYS_BEFORE);
  // On Saturdays and Sundays nobody types in the office's groups, and every post would cost its members.
  const wanted = addDays(week, -(DAYS_SINCE_FRIDAY[weekdayOf(week)] ?? 0));
  return wanted < today ? today : wanted;
}
