import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyUserKeys } from '../../../bot/complaints/receipt/daily-user-key.ts';
import {
  ALL_MISSES_PER_HOUR,
  FRESH_MISSES_PER_HOUR,
  newThrottle,
  returnTry,
  THROTTLE_WINDOW_MS,
  type Throttle,
  takeTry,
  USER_MISSES_PER_HOUR,
} from '../../../bot/complaints/receipt/throttle.ts';
import { RECEIPT_RANDOM_DIGITS } from '../../../shared/complaints/receipt-code.ts';
import { type Day, epochMsOf } from '../../../shared/thai/days.ts';

const HOUR = THROTTLE_WINDOW_MS;
const NOON = epochMsOf('2025-11-14' as Day, 12);

/** A limiter with a memory, and whether a try was let through. */
function limiter(startMs: number) {
  let throttle: Throttle = newThrottle(startMs);
  return {
    state: () => throttle,
    miss(user: string, atMs: number): boolean {
      const answer = takeTry(throttle, user, atMs);
      throttle = answer.throttle;
      return answer.kind === 'go';
    },
    hit(user: string, atMs: number): boolean {
      const answer = takeTry(throttle, user, atMs);
      throttle = answer.kind === 'go' ? returnTry(answer.throttle, user, answer.taken) : answer.throttle;
      return answer.kind === 'go';
    },
  };
}

describe('the limits on guessing receipt codes', () => {
  it('lets a user miss five times an hour and then says how long to wait', () => {
    const limit = limiter(NOON);
    for (let n = 0; n < USER_MISSES_PER_HOUR; n += 1) expect(limit.miss('a', NOON + n * 1000)).toBe(true);
    const answer = takeTry(limit.state(), 'a', NOON + 10_000);
    expect(answer).toMatchObject({ kind: 'wait', waitMs: HOUR - 10_000 });
    expect(limit.miss('b', NOON + 10_000)).toBe(true);
    expect(limit.miss('a', NOON + HOUR - 1)).toBe(false);
    expect(limit.miss('a', NOON + HOUR)).toBe(true);
  });

  it('lets an owner look as often as they like', () => {
    const limit = limiter(NOON);
    for (let n = 0; n < 1000; n += 1) expect(limit.hit('owner', NOON + n)).toBe(true);
    expect(limit.state().open).toHaveLength(0);
    expect(limit.state().users.size).toBe(0);
  });

  it('counts look-ups under way as misses, so that many at one moment do not slip through', () => {
    let throttle = newThrottle(NOON);
    const answers = Array.from({ length: 50 }, () => {
      const answer = takeTry(throttle, 'a', NOON);
      throttle = answer.throttle;
      return answer.kind;
    });
    expect(answers.filter((kind) => kind === 'go')).toHaveLength(USER_MISSES_PER_HOUR);
  });

  it('keeps nobody out who has not missed today, whatever others do', () => {
    const limit = limiter(NOON);
    for (let n = 0; n < 2000; n += 1) limit.miss(`attacker-${n % 40}`, NOON + n);
    expect(limit.state().open).toHaveLength(ALL_MISSES_PER_HOUR);
    expect(limit.hit('owner', NOON + 5000)).toBe(true);
    expect(limit.hit('owner', NOON + 6000)).toBe(true);
    expect(limit.miss('owner', NOON + 7000)).toBe(true);
    expect(limit.miss('owner', NOON + 8000)).toBe(false);
  });

  it('never lets more misses through in any hour than the limits say, whoever tries whenever', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3000), fc.nat(30_000)), { minLength: 3000, maxLength: 4000 }),
        (tries) => {
          const limit = limiter(NOON);
          const passed: number[] = [];
          let atMs = NOON;
          for (const [user, pauseMs] of tries) {
            atMs += pauseMs;
            if (limit.miss(`u${user}`, atMs)) passed.push(atMs);
          }
          expect(mostInAnHour(passed)).toBeLessThanOrEqual(ALL_MISSES_PER_HOUR + FRESH_MISSES_PER_HOUR);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('leaves whoever has a thousand new accounts an hour less than one chance in a million a year', () => {
    const limit = limiter(NOON);
    const passed: number[] = [];
    for (let atMs = NOON; atMs < NOON + 3 * HOUR; atMs += 1000) {
      if (limit.miss(`account-${atMs}`, atMs)) passed.push(atMs);
    }
    const perHour = mostInAnHour(passed);
    const liveCodes = 500;
    const guessesPerYear = perHour * 24 * 365;
    const chance = (guessesPerYear * liveCodes) / 10 ** RECEIPT_RANDOM_DIGITS;
    console.log(
      `at most ${perHour} misses an hour: P(hit in a year, 500 live codes) = ${chance.toExponential(2)}`,
    );
    expect(perHour).toBe(ALL_MISSES_PER_HOUR + FRESH_MISSES_PER_HOUR);
    expect(chance).toBeLessThan(1e-6);
  });

  it('forgets users at midnight in Bangkok and what all did only after the hour', () => {
    const beforeMidnight = epochMsOf('2025-11-14' as Day, 23, 59);
    const limit = limiter(beforeMidnight);
    for (let n = 0; n < 5; n += 1) limit.miss('a', beforeMidnight);
    expect(limit.miss('a', beforeMidnight + 1)).toBe(false);
    expect(limit.miss('a', beforeMidnight + 60_000)).toBe(true);
    expect(limit.state().users.size).toBe(1);
    expect(limit.state().open).toHaveLength(6);
  });
});

describe('names of users for the limiter', () => {
  it('stay for a day, change with the next one and with every start, and never show the user', () => {
    let made = 0;
    const bytes = (count: number): Uint8Array => {
      made += 1;
      return createHash('sha256').update(String(made)).digest().subarray(0, count);
    };
    const name = dailyUserKeys(bytes);
    const today = name('U123', NOON);
    expect(name('U123', NOON + HOUR)).toBe(today);
    expect(name('U124', NOON)).not.toBe(today);
    expect(name('U123', NOON + 12 * HOUR)).not.toBe(today);
    expect(dailyUserKeys(bytes)('U123', NOON)).not.toBe(today);
    expect(today).not.toContain('U123');
  });
});

/** Most of the times that lie within one hour. They come in order. */
function mostInAnHour(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (const [index, atMs] of times.entries()) {
    while (atMs - (times[first] ?? 0) >= HOUR) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
