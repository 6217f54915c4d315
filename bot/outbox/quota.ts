import { dayOf } from '../../shared/thai/days.ts';

/** The Bangkok month a moment belongs to, `YYYY-MM`: names the program's own count. */
export function monthOf(epochMs: number): string {
  return dayOf(epochMs).slice(0, 7);
}

export interface PushCost {
  /** What LINE says: no limit when absent; `used` lags behind. */
  readonly quota: { readonly limit?: number; readonly used: number };
  /** What the program itself pushed this month. */
  readonly pushed: number;
  /** What somebody else sent this month, by the office's own manager for example: the most that was ever seen. */
  readonly others: number;
  /** Messages kept for critical posts. */
  readonly reserve: number;
  /** A push costs one message per recipient, however many message objects it has ("Messaging API pricing"). */
  readonly recipients: number;
}

/** Whether a push fits into the month without touching the reserve (G6). */
export function mayPush({ quota, pushed, others, reserve, recipients }: PushCost): boolean {
  if (quota.limit === undefined) return true;
  return Math.max(quota.used, pushed + others) + recipients <= quota.limit - reserve;
}

/**
 * What others sent, learned from LINE's count. LINE counts late, so the highest figure ever seen holds; it is never too
 * high, because the program counts its own pushes before they go out.
 */
export function othersSeen(before: number, used: number, pushed: number): number {
  return Math.max(before, used - pushed, 0);
}
