import type { Satang } from '../thai/money.ts';
import type { MeasureStatus } from './measure.ts';

/**
 * What staff reported about a measure in a round. A field that is missing was not touched and the plan's own text stands; an
 * empty text was emptied on purpose.
 */
export interface MeasureUpdate {
  readonly status?: MeasureStatus | null;
  readonly result?: string;
  readonly outcome?: string;
  readonly followUp?: string;
  readonly obstacle?: string;
  readonly suggestion?: string;
  readonly note?: string;
  /** null: no money was used ("-"). */
  readonly budgetUsedSatang?: Satang | null;
}
