import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockState, DEFAULT_DEADLINE_RULES, dueDay } from '../../../shared/complaints/deadlines.ts';
import { HOLIDAYS, knowsYear } from '../../../shared/complaints/holidays.ts';
import {
  addWorkingDays,
  closedDays,
  isWorkingDay,
  workingDayFrom,
  workingDayUntil,
} from '../../../shared/complaints/working-days.ts';
import { addDays, type Day, daysBetween, isDay, weekdayOf } from '../../../shared/thai/days.ts';

const day = (text: string) => text as Day;
const closed = closedDays(HOLIDAYS);
const TEN_YEARS: readonly Day[] = Array.from({ length: 3653 }, (_, n) => addDays(day('2024-01-01'), n));
const anyDay = fc.constantFrom(...TEN_YEARS);

describe('holidays', () => {
  it('are days of the calendar, in order, each once, with a name', () => {
    const days = HOLIDAYS.map((holiday) => holiday.day);
    expect(days.every(isDay)).toBe(true);
    expect(days).toEqual([...new Set(days)].sort());
    expect(HOLIDAYS.every(({ name }) => name.startsWith('วัน'))).toBe(true);
  });

  it('have a day in lieu right after each one on a weekend', () => {
    for (const { day: each, name } of HOLIDAYS) {
      const weekday = weekdayOf(each);
      if (weekday !== 0 && weekday !== 6) continue;
      const inLieu = HOLIDAYS.find((other) => other.day > each && other.name === `วันหยุดชดเชย${name}`);
      const others = new Set([...closed].filter((other) => other !== inLieu?.day));
      expect(inLieu?.day, name).toBe(workingDayFrom(each, others));
    }
  });

  it('mark what moves with the moon or the cabinet to be confirmed', () => {
    for (const { name, confirm } of HOLIDAYS) {
      const moves = /บูชา|เข้าพรรษา|พืชมงคล|ชดเชย|พิเศษ/.test(name);
      expect(confirm ?? false, name).toBe(moves);
    }
  });

  it('are known for 2026 and 2027', () => {
    expect([2025, 2026, 2027, 2028].map((year) => knowsYear(HOLIDAYS, year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('working days', () => {
  it('are counted one by one, as a person with a calendar does, over ten years', () => {
    for (const from of TEN_YEARS) {
      let counted = 0;
      let last = from;
      for (let each = addDays(from, 1); counted < 15; each = addDays(each, 1)) {
        if (isWorkingDay(each, closed)) counted += 1;
        last = each;
      }
      expect(addWorkingDays(from, 15, closed)).toBe(last);
    }
  });

  it('pass over Songkran and its weekends', () => {
    expect(addWorkingDays(day('2026-04-10'), 1, closed)).toBe('2026-04-16');
    expect(workingDayUntil(day('2026-04-15'), closed)).toBe('2026-04-10');
  });

  it('give up on a list that closes the office for more than a year', () => {
    const always = new Set(TEN_YEARS);
    expect(() => workingDayFrom(day('2026-01-01'), always)).toThrow(RangeError);
  });
});

describe('the due day', () => {
  it('counts the received day as day 0', () => {
    expect(dueDay(day('2026-03-02'), { days: 15, kind: 'calendar' }, closed)).toBe('2026-03-17');
    expect(dueDay(day('2026-03-02'), { days: 3, kind: 'working' }, closed)).toBe('2026-03-06');
    expect(dueDay(day('2026-03-02'), DEFAULT_DEADLINE_RULES.reply, closed, 15)).toBe('2026-04-01');
  });

  it('is a working day when working days are counted, never before the received day, over ten years', () => {
    for (const from of TEN_YEARS) {
      const due = dueDay(from, { days: 3, kind: 'working' }, closed);
      expect(isWorkingDay(due, closed)).toBe(true);
      expect(daysBetween(from, due)).toBeGreaterThanOrEqual(3);
      expect(daysBetween(from, due)).toBeLessThanOrEqual(12);
    }
  });

  it('never moves earlier for a later start, more days or an extension', () => {
    const kinds = fc.constantFrom('calendar' as const, 'working' as const);
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(anyDay, kinds, count, count, (from, kind, days, more) => {
        const due = dueDay(from, { days, kind }, closed);
        expect(dueDay(addDays(from, 1), { days, kind }, closed) >= due).toBe(true);
        expect(dueDay(from, { days: days + 1, kind }, closed) > due || days === 0).toBe(true);
        expect(dueDay(from, { days, kind }, closed, more)).toBe(
          dueDay(from, { days: days + more, kind }, closed),
        );
      }),
    );
  });

  it('refuses what is no number of days', () => {
    for (const days of [-1, 1.5, 367, Number.NaN]) {
      expect(() => dueDay(day('2026-01-05'), { days, kind: 'calendar' }, closed)).toThrow(RangeError);
      expect(() => dueDay(day('2026-01-05'), { days: 1, kind: 'calendar' }, closed, days)).toThrow(
        RangeError,
      );
    }
  });
});

describe('the clock', () => {
  it('counts down to the due day and up after it, one of the two being 0', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (due, today) => {
        const clock = clockState({ dueDay: due, answeredDay: null }, today);
        if (clock.kind !== 'running') throw new Error('must run');
        expect(clock.daysLeft - clock.overdueBy).toBe(daysBetween(today, due));
        expect(Math.min(clock.daysLeft, clock.overdueBy)).toBe(0);
      }),
    );
  });

  it('stands still once the office has answered', () => {
    const due = day('2026-03-17');
    expect(clockState({ dueDay: due, answeredDay: day('2026-03-10') }, day('2026-05-01'))).toEqual({
      kind: 'stopped',
    });
  });
});
