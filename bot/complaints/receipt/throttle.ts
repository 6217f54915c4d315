import type { Day } from '../../../shared/thai/days.ts';
import { dayOf } from '../../../shared/thai/days.ts';

/** Wrong codes one user may try in an hour: enough for bad handwriting. */
export const USER_MISSES_PER_HOUR = 5;
/** Wrong codes all users together may try in an hour. */
export const ALL_MISSES_PER_HOUR = 100;
/**
 * Beyond that, whoever has not missed today still gets one try: otherwise twenty accounts could keep every owner of a
 * code out by trying nonsense all day. Bounded as well: 1,100 misses an hour in all hit one of 500 live codes with a
 * chance of 4.8e-7 in a year.
 */
export const FRESH_MISSES_PER_HOUR = 1000;
export const THROTTLE_WINDOW_MS = 60 * 60 * 1000;

/** One look-up under way; every one counts as a miss until it turns out to be a hit. */
export interface Try {
  readonly atMs: number;
  readonly lane: 'open' | 'fresh';
}

/**
 * The limiter's memory: in the process only, never stored; the limits bound it to some 26,000 users in the worst of
 * days.
 */
export interface Throttle {
  readonly day: Day;
  readonly open: readonly number[];
  readonly fresh: readonly number[];
  /** Times of today's tries by {@link dailyUserKey}. */
  readonly users: ReadonlyMap<string, readonly number[]>;
}

export type ThrottleAnswer =
  | { readonly kind: 'go'; readonly throttle: Throttle; readonly taken: Try }
  /** To be told "try again in a while"; nobody is ever locked out for good. */
  | { readonly kind: 'wait'; readonly throttle: Throttle; readonly waitMs: number };

/** Nobody has tried anything. */
export function newThrottle(nowMs: number): Throttle {
  return { day: dayOf(nowMs), open: [], fresh: [], users: new Map() };
}

/**
 * Asks for one look-up. When it may go, it is counted at once, so that many at the same moment do not slip through
 * together; {@link returnTry} takes the count back after a hit.
 */
export function takeTry(before: Throttle, userKey: string, nowMs: number): ThrottleAnswer {
  const throttle = forget(before, nowMs);
  const today = throttle.users.get(userKey) ?? [];
  const recent = inWindow(today, nowMs);
  if (recent.length >= USER_MISSES_PER_HOUR) {
    return { kind: 'wait', throttle, waitMs: untilFree(recent, USER_MISSES_PER_HOUR, nowMs) };
  }
  const lane = throttle.open.length < ALL_MISSES_PER_HOUR ? 'open' : 'fresh';
  if (lane === 'fresh' && (today.length > 0 || throttle.fresh.length >= FRESH_MISSES_PER_HOUR)) {
    return { kind: 'wait', throttle, waitMs: untilFree(throttle.open, ALL_MISSES_PER_HOUR, nowMs) };
  }
  const users = new Map(throttle.users).set(userKey, [...today, nowMs]);
  return {
    kind: 'go',
    throttle: { ...throttle, [lane]: [...throttle[lane], nowMs], users },
    taken: { atMs: nowMs, lane },
  };
}

/** Takes back the count of a look-up that was a hit: owners may look as often as they like. */
export function returnTry(throttle: Throttle, userKey: string, taken: Try): Throttle {
  const today = without(throttle.users.get(userKey) ?? [], taken.atMs);
  const users = new Map(throttle.users);
  if (today.length > 0) users.set(userKey, today);
  else users.delete(userKey);
  return { ...throttle, [taken.lane]: without(throttle[taken.lane], taken.atMs), users };
}

/**
 * Drops what no limit looks at any more: users of another Bangkok day (their keys are gone), tries older than the hour.
 */
function forget(throttle: Throttle, nowMs: number): Throttle {
  const day = dayOf(nowMs);
  return {
    day,
    open: inWindow(throttle.open, nowMs),
    fresh: inWindow(throttle.fresh, nowMs),
    users: day === throttle.day ? throttle.users : new Map(),
  };
}

function inWindow(times: readonly number[], nowMs: number): readonly number[] {
  return times.filter((atMs) => nowMs - atMs < THROTTLE_WINDOW_MS);
}

/** How long until fewer than `limit` of the tries, which come in order, are within the window. */
function untilFree(times: readonly number[], limit: number, nowMs: number): number {
  const leaving = times[times.length - limit] ?? nowMs;
  return Math.max(1, leaving + THROTTLE_WINDOW_MS - nowMs);
}

function without(times: readonly number[], atMs: number): readonly number[] {
  const at = times.indexOf(atMs);
  return at === -1 ? times : times.toSpliced(at, 1);
}
