import type { Measure } from '../../shared/measures/measure.ts';

/** A measure before anything was written: every cell empty, which is not the same as "-". */
export function emptyMeasure(): Measure {
  return {
    number: null,
    title: '',
    parts: [],
    sections: [],
    dimension: null,
    mission: null,
    subtask: '',
    indicator: '',
    steps: [],
    units: [],
    unitsPrinted: '',
    periods: { printed: '', ranges: [], cadences: [], understood: true },
    budgetSet: { kind: 'missing', printed: '' },
    budgetUsed: { kind: 'missing', printed: '' },
    result: '',
    outcome: '',
    followUp: '',
    obstacle: '',
    suggestion: '',
    status: null,
    statusPrinted: '',
    note: '',
    where: [],
  };
}
