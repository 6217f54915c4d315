import type { ReportQuery } from '../../../../shared/measures/dashboard-api.ts';
import type { LayoutId } from '../../../../shared/measures/layouts.ts';

/** Which report a person looks at. `round` 'plan': the plan itself. */
export interface ReportChoice {
  readonly year: number;
  readonly round: number | 'plan';
  readonly layout: LayoutId;
  readonly digits: ReportQuery['digits'];
}

/** The question that `GET /measures/report` takes. */
export function questionOf({ year, round, layout, digits }: ReportChoice): ReportQuery {
  return { year, layout, digits, ...(round === 'plan' ? {} : { round }) };
}

/** The same as part of an address. */
export function searchOf(choice: ReportChoice): string {
  return Object.entries(questionOf(choice))
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
}
