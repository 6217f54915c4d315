import type { Clock } from '../../../bot/clock.ts';
import type { Log, LogEvent } from '../../../bot/log.ts';
import type { Random } from '../../../bot/random.ts';
import { SeededRandom } from '../../simulator/line/seeded-random.ts';

/** Wednesday 1 July 2026, 09.00 in Bangkok. */
export const START_MS = Date.UTC(2026, 6, 1, 2, 0, 0);

/** A clock that a test moves; sleeping moves it too, so no test waits. */
export interface TestClock extends Clock {
  nowMs: number;
}

export function testClock(nowMs = START_MS): TestClock {
  const clock: TestClock = {
    nowMs,
    now: () => clock.nowMs,
    sleep: async (ms) => {
      clock.nowMs += ms;
    },
  };
  return clock;
}

/** Randomness that comes out the same for the same seed. */
export function seededRandom(seed = 1): Random {
  const draws = new SeededRandom(seed);
  const byte = () => Math.floor(draws.next() * 256);
  const hex = (count: number) =>
    Array.from({ length: count }, () => byte().toString(16).padStart(2, '0')).join('');
  return {
    uuid: () => `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`,
    bytes: (count) => Uint8Array.from({ length: count }, byte),
    digits: (count) => Array.from({ length: count }, () => byte() % 10).join(''),
    fraction: () => draws.next(),
  };
}

/** A log that keeps what it is given. */
export function capturingLog(): Log & { readonly lines: LogEvent[] } {
  const lines: LogEvent[] = [];
  return { lines, write: (entry) => lines.push(entry) };
}
