import type { Measure } from './measure.ts';

/** The measure as it was planned: what was printed of results, statuses and spending is taken away. */
export function withoutResults(measure: Measure): Measure {
  return {
    ...measure,
    result: '',
    outcome: '',
    obstacle: '',
    suggestion: '',
    status: null,
    statusPrinted: '',
    note: '',
    budgetUsed: { kind: 'missing', printed: '' },
  };
}

/** A measure as the start of another year's: without results, and without a period, which named the old year's months. */
export function forAnotherYear(measure: Measure): Measure {
  return {
    ...withoutResults(measure),
    periods: { printed: '', ranges: [], cadences: measure.periods.cadences, understood: true },
    where: [],
  };
}
