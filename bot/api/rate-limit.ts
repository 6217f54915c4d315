import { ApiError } from './api-error.ts';
import { BoundedMap } from './bounded-map.ts';

/** One person with one phone: a screen costs a handful of calls, a case with many pictures some forty. */
export const CALLS_PER_MINUTE = 120;
/** Nobody types and sends faster than this. */
export const WRITES_PER_MINUTE = 30;
/** People whose calls are counted; the one heard of longest ago gives way. */
export const MAX_COUNTED_PEOPLE = 5_000;
const MINUTE_MS = 60_000;

interface Bucket {
  readonly left: number;
  readonly atMs: number;
}

/** Takes one call of a person off their allowance. */
export type TakeCall = (who: string, nowMs: number) => void;

/**
 * An allowance per person that refills evenly over a minute (a token bucket). It lives in this process: it is there against
 * one phone that went mad, not against a determined crowd. Throws ApiError `too-many`.
 */
export function createRateLimit(perMinute: number): TakeCall {
  const buckets = new BoundedMap<string, Bucket>(MAX_COUNTED_PEOPLE);
  return (who, nowMs) => {
    const { left, atMs } = buckets.get(who) ?? { left: perMinute, atMs: nowMs };
    // A clock that was set back refills nothing and takes nothing away.
    const refilled = Math.min(perMinute, left + (Math.max(0, nowMs - atMs) * perMinute) / MINUTE_MS);
    if (refilled < 1) {
      buckets.set(who, { left: refilled, atMs: nowMs });
      throw new ApiError('too-many');
    }
    buckets.set(who, { left: refilled - 1, atMs: nowMs });
  };
}
