import type { Day } from '../thai/days.ts';
import type { CaseClear } from './case-clear.ts';
import { type DeadlineRules, dueDay, isDayCount } from './deadlines.ts';
import type { ClosedDays } from './working-days.ts';

/** More days for a case. */
export interface ExtensionRequest {
  readonly days: number;
  /** The complainant is told why, so there must be words. */
  readonly hasReason: boolean;
  readonly today: Day;
}

export type ExtensionResult =
  | { readonly kind: 'extended'; readonly extended: CaseClear }
  | {
      readonly kind: 'refused';
      /** 'overdue': a day that has passed cannot be moved; the case stays late in the statistics. */
      readonly why: 'answered' | 'overdue' | 'needs-reason' | 'bad-days' | 'too-often';
    };

/**
 * The clear facts with the due day put off, counted from the start of the running clock and in its kind of days, or why
 * that is not possible.
 */
export function extendCase(
  before: CaseClear,
  { days, hasReason, today }: ExtensionRequest,
  rules: DeadlineRules,
  closed: ClosedDays,
): ExtensionResult {
  if (before.answeredDay !== null) return { kind: 'refused', why: 'answered' };
  if (today > before.dueDay) return { kind: 'refused', why: 'overdue' };
  if (!hasReason) return { kind: 'refused', why: 'needs-reason' };
  const extendedDays = before.extensions.reduce((sum, extension) => sum + extension.days, days);
  const fits = days <= rules.extensionDaysMax && isDayCount(days, 1) && isDayCount(extendedDays, 1);
  if (!fits) return { kind: 'refused', why: 'bad-days' };
  if (before.extensions.length >= rules.extensionsMax) return { kind: 'refused', why: 'too-often' };
  return {
    kind: 'extended',
    extended: {
      ...before,
      dueDay: dueDay(before.clockFromDay, rules.reply, closed, extendedDays),
      extensions: [...before.extensions, { onDay: today, days }],
    },
  };
}
