import { describe, expect, it } from 'vitest';
import { isQuiet, outOfQuiet } from '../../../shared/people/quiet-hours.ts';
import { type Day, epochMsOf } from '../../../shared/thai/days.ts';

const at = (day: string, hour: number, minute = 0) => epochMsOf(day as Day, hour, minute);
const NIGHT = { fromHour: 20, toHour: 7 };

describe('quiet hours', () => {
  it('last over midnight and end on the hour', () => {
    expect([19, 20, 23, 0, 6, 7].map((hour) => isQuiet(at('2026-07-01', hour), NIGHT))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(outOfQuiet(at('2026-07-01', 23), NIGHT)).toBe(at('2026-07-02', 7));
    expect(outOfQuiet(at('2026-07-02', 1), NIGHT)).toBe(at('2026-07-02', 7));
    expect(outOfQuiet(at('2026-07-02', 9), NIGHT)).toBe(at('2026-07-02', 9));
  });

  it('may lie within one day, or not be at all', () => {
    const noon = { fromHour: 12, toHour: 13 };
    expect(outOfQuiet(at('2026-07-01', 12, 30), noon)).toBe(at('2026-07-01', 13));
    expect(isQuiet(at('2026-07-01', 3), { fromHour: 7, toHour: 7 })).toBe(false);
  });

  it('always end outside of themselves', () => {
    for (let fromHour = 0; fromHour < 24; fromHour += 1)
      for (let toHour = 0; toHour < 24; toHour += 1)
        for (let hour = 0; hour < 24; hour += 1) {
          const quiet = { fromHour, toHour };
          const moved = outOfQuiet(at('2026-07-01', hour, 59), quiet);
          expect([isQuiet(moved, quiet), moved >= at('2026-07-01', hour, 59)]).toEqual([false, true]);
        }
  });
});
