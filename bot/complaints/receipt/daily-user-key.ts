import { createHmac } from 'node:crypto';
import type { Day } from '../../../shared/thai/days.ts';
import { dayOf } from '../../../shared/thai/days.ts';

const KEY_BYTES = 32;

/**
 * Names users for the limiter with a key that is made at the process's start and anew each Bangkok day, and is never
 * written anywhere: the same user has one name for a day, and nobody can tell afterwards whose it was.
 */
export function dailyUserKeys(
  newBytes: (count: number) => Uint8Array,
): (userId: string, nowMs: number) => string {
  let made: { readonly day: Day; readonly key: Uint8Array } | undefined;
  return (userId, nowMs) => {
    const day = dayOf(nowMs);
    if (made?.day !== day) made = { day, key: newBytes(KEY_BYTES) };
    return createHmac('sha256', made.key).update(userId).digest('base64url');
  };
}
