import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTimeOfDay,
  nextSlot,
  parseTimeOfDay,
  RHYTHMS,
  type Rhythm,
  type Schedule,
} from '../../../shared/people/schedule.ts';
import { bangkokTime, dayParts, daysBetween, weekdayOf } from '../../../shared/thai/days.ts';

const START_MS = Date.UTC(2024, 0, 1);
const END_MS = Date.UTC(2034, 0, 1);
const MONDAY = 1;
/** Quarters of the fiscal year. */
const QUARTER_STARTS = [1, 4, 7, 10];

const moment = fc.integer({ min: START_MS, max: END_MS });
const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const schedule: fc.Arbitrary<Schedule> = fc
  .tuple(fc.constantFrom(...RHYTHMS), time)
  .map(([rhythm, at]) => ({ rhythm, ...at }));

/** Every slot of ten years, one after the other. */
function slotsOf(rhythm: Rhythm) {
  const found = [];
  let atMs = START_MS;
  while (atMs < END_MS) {
    const slot = nextSlot({ rhythm, hour: 8, minute: 30 }, atMs);
    found.push(slot);
    atMs = slot.atMs;
  }
  return found;
}

describe('the slots of a schedule', () => {
  it('lie strictly after the moment, at the time of day in Bangkok, on their day', () => {
    fc.assert(
      fc.property(schedule, moment, (one, afterMs) => {
        const slot = nextSlot(one, afterMs);
        expect(slot.atMs).toBeGreaterThan(afterMs);
        expect(bangkokTime(slot.atMs)).toEqual({ day: slot.day, hour: one.hour, minute: one.minute });
        const { month, date } = dayParts(slot.day);
        if (one.rhythm === 'week') expect(weekdayOf(slot.day)).toBe(MONDAY);
        else expect(date).toBe(1);
        if (one.rhythm === 'quarter') expect(QUARTER_STARTS).toContain(month);
      }),
    );
  });

  it('are the same from any moment before them: none is passed over', () => {
    fc.assert(
      fc.property(
        schedule,
        moment,
        fc.integer({ min: 1, max: 100 * 86_400_000 }),
        (one, afterMs, laterMs) => {
          const slot = nextSlot(one, afterMs);
          const from = Math.min(afterMs + laterMs, slot.atMs - 1);
          expect(nextSlot(one, from)).toEqual(slot);
          expect(nextSlot(one, slot.atMs).atMs).toBeGreaterThan(slot.atMs);
        },
      ),
    );
  });

  it('of ten years are every Monday, every first of the month, every first of a quarter', () => {
    const weeks = slotsOf('week');
    for (const [n, slot] of weeks.entries()) {
      const before = weeks[n - 1];
      if (before) expect(daysBetween(before.day, slot.day)).toBe(7);
    }
    const months = slotsOf('month').slice(0, 120);
    expect(new Set(months.map(({ day }) => day.slice(0, 7))).size).toBe(120);
    const quarters = slotsOf('quarter').slice(0, 40);
    expect(quarters.slice(0, 4).map(({ day }) => day)).toEqual([
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
    ]);
    expect(new Set(quarters.map(({ day }) => day)).size).toBe(40);
  });
});

describe('a time of day', () => {
  it('comes back from how it is shown', () => {
    fc.assert(
      fc.property(time, (at) => {
        expect(parseTimeOfDay(formatTimeOfDay(at))).toEqual(at);
      }),
    );
  });

  it.each([
    ['08.30', 8, 30],
    ['8:30', 8, 30],
    [' 23.59 น. ', 23, 59],
    ['00.00 น', 0, 0],
  ])('is read from %j', (said, hour, minute) => {
    expect(parseTimeOfDay(said)).toEqual({ hour, minute });
  });

  it.each(['24.00', '08.60', '8', '8.3', '08.305', 'แปดโมง', '', '-1.30', '08.30 pm'])(
    'is not read from %j',
    (said) => {
      expect(parseTimeOfDay(said)).toBeNull();
    },
  );
});
