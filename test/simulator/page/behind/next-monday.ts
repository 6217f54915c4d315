const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Thailand has no summer time. */
const BANGKOK_MS = 7 * HOUR_MS;
const OPENING_MS = 8 * HOUR_MS;
/** 5 January 1970, the first Monday of the epoch. */
const A_MONDAY_MS = 4 * DAY_MS;

/** The first Monday 08:00 in Thailand that lies after `nowMs`: when the weekly posts are due. */
export function nextMonday(nowMs: number): number {
  const firstOpening = A_MONDAY_MS + OPENING_MS - BANGKOK_MS;
  const weeks = Math.floor((nowMs - firstOpening) / (7 * DAY_MS)) + 1;
  return firstOpening + weeks * 7 * DAY_MS;
}
