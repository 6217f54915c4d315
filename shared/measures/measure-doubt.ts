import type { MeasureField } from './measure.ts';
import type { DoubtKind } from './reading.ts';
import type { DoubtDetail } from './text.ts';

/** A doubt about one field of one measure, before it gets its sentence. */
export interface MeasureDoubt {
  /** Place of the measure in its list, from 0. */
  readonly measure: number;
  readonly what: DoubtKind;
  readonly field: MeasureField;
  readonly detail: DoubtDetail;
}
