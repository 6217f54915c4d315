import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  bangkokTime,
  type Day,
  dayOf,
  daysBetween,
  epochMsOf,
  isDay,
  makeDay,
  parseDay,
  weekdayOf,
} from '../../../shared/thai/days.ts';

const day = (text: string) => text as Day;
const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((count) => addDays(day('2022-01-01'), count));

describe('days', () => {
  it('starts a Bangkok day at 17:00 UTC of the day before', () => {
    expect(dayOf(Date.UTC(2022, 5, 30, 16, 59, 59))).toBe('2022-06-30');
    expect(dayOf(Date.UTC(2022, 5, 30, 17, 0, 0))).toBe('2022-07-01');
    expect(bangkokTime(Date.UTC(2022, 11, 31, 18, 5))).toEqual({ day: '2023-01-01', hour: 1, minute: 5 });
  });

  it('finds the moment of a Bangkok time and back', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (each, hour, minute) => {
          expect(bangkokTime(epochMsOf(each, hour, minute))).toEqual({ day: each, hour, minute });
        },
      ),
    );
  });

  it('counts days forth and back over months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2023-12-31'), 1)).toBe('2024-01-01');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  it('knows the weekday', () => {
    expect(weekdayOf(day('2023-01-15'))).toBe(0);
    expect(weekdayOf(day('2022-06-30'))).toBe(4);
  });

  it('takes no day that the calendar does not have', () => {
    expect(parseDay('2022-06-30')).toBe('2022-06-30');
    for (const text of [
      '2022-06-31',
      '2023-02-29',
      '2022-13-01',
      '2022-00-10',
      '2565',
      '30/6/2565',
      '',
      '2022-6-3',
    ]) {
      expect(parseDay(text), text).toBeNull();
      expect(isDay(text)).toBe(false);
    }
    expect(makeDay(2022, 6, 1.5)).toBeNull();
    expect(makeDay(999, 1, 1)).toBeNull();
  });
});
