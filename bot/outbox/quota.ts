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
  /** Messages kept for critical posts. */
  readonly reserve: number;
  /** A push costs one message per recipient, however many message objects it has ("Messaging API pricing"). */
  readonly recipients: number;
}

/** Whether a push fits into the month without touching the reserve (G6). */
export function mayPush({ quota, pushed, reserve, recipients }: PushCost): boolean {
  if (quota.limit === undefined) return true;
  return Math.max(quota.used, pushed) + recipients <= quota.limit - reserve;
}
