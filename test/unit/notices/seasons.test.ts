import { describe, expect, it } from 'vitest';
import {
  CHINESE_NEW_YEARS,
  seasonKey,
  seasonOfKey,
  seasonSendDay,
  seasonsAhead,
} from '../../../shared/notices/seasons.ts';
import { addDays, type Day, parseDay } from '../../../shared/thai/days.ts';

const day = (text: string): Day => parseDay(text) as Day;

describe('seasons', () => {
  it('has a lunar new year for each of ten years, to the day or one beside it as the runtime reckons the moon', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'Asia/Bangkok',
    });
    // The runtime reckons the moon roughly: in 2027 and 2030 it is new within minutes of midnight in China.
    for (const text of CHINESE_NEW_YEARS) {
      const near = [-1, 0, 1].map((n) => lunar.format(new Date(`${addDays(day(text), n)}T12:00:00+07:00`)));
      expect([text, ...near]).toContain('1/1');
    }
    expect(CHINESE_NEW_YEARS.map((text) => text.slice(0, 4))).toEqual(
      Array.from({ length: 10 }, (_, n) => String(2026 + n)),
    );
  });

  it('finds each season of a year from the first day of its lead on until its day, over the turn of the year', () => {
    expect(seasonsAhead(day('2026-12-17'), 14)).toEqual([]);
    expect(seasonsAhead(day('2026-12-18'), 14).map(seasonKey)).toEqual(['new-year-2027-01-01']);
    expect(seasonsAhead(day('2027-01-01'), 14).map(({ id }) => id)).toEqual(['new-year']);
    expect(seasonsAhead(day('2027-01-02'), 14)).toEqual([]);
    const ofYear = new Set<string>();
    for (let n = 0; n < 365; n += 1)
      for (const season of seasonsAhead(addDays(day('2026-07-01'), n), 14)) ofYear.add(seasonKey(season));
    expect([...ofYear]).toEqual([
      'fiscal-year-2026-10-01',
      'new-year-2027-01-01',
      'chinese-new-year-2027-02-06',
      'songkran-2027-04-13',
    ]);
  });

  it('sends a week before, and never in the past', () => {
    const season = { id: 'songkran', day: day('2027-04-13') } as const;
    expect(seasonSendDay(season, day('2027-03-30'))).toBe('2027-04-06');
    // A week before 6 February 2027 is a Saturday.
    const moon = { id: 'chinese-new-year', day: day('2027-02-06') } as const;
    expect(seasonSendDay(moon, day('2027-01-23'))).toBe('2027-01-29');
    expect(seasonSendDay(season, day('2027-04-12'))).toBe('2027-04-12');
  });

  it('knows its own keys and nothing else', () => {
    expect(seasonOfKey('songkran-2027-04-13')).toEqual({ id: 'songkran', day: '2027-04-13' });
    for (const key of ['', 'songkran-2027-04-14', 'x-2027-04-13', 'songkran'])
      expect(seasonOfKey(key)).toBeUndefined();
  });
});
