import type { LayoutId } from '../../shared/measures/layouts.ts';
import type { Measure } from '../../shared/measures/measure.ts';
import type { DoubtKind } from '../../shared/measures/reading.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { collection } from '../store/store.ts';

/** A doubt of a draft, with its sentence. */
export interface KeptDoubt {
  readonly id: string;
  readonly what: DoubtKind;
  readonly field: string | null;
  readonly sentence: string;
  readonly printed?: string;
  readonly suggestion?: string;
  readonly where: string;
  readonly isSettled: boolean;
}

/** A report as it was understood, on its way to be a plan. Removed with its items when nobody accepts it in time. */
export interface Draft {
  readonly source: 'pasted' | 'docx' | 'xlsx' | 'text' | 'copy';
  readonly fiscalYear: FiscalYear | null;
  readonly officeName: string;
  readonly layout: LayoutId | 'other';
  readonly title: readonly string[];
  readonly doubts: readonly KeptDoubt[];
  readonly measureCount: number;
  /** Doubts nobody settled, in all. */
  readonly doubtCount: number;
  /** Measures of the present plan that items are taken to be. */
  readonly matchedIds: readonly string[];
  /** The plan it was paired with; 0: there was none. */
  readonly planVersion: number;
  /** The place the next added measure gets. */
  readonly nextPlace: number;
  readonly isAccepted: boolean;
  readonly startedBy: string;
  readonly rev: number;
  readonly expiresAtMs: number;
}

/** One measure of a draft. The id is `{draftId}-{key}`. */
export interface DraftItem {
  readonly draftId: string;
  readonly key: string;
  readonly place: number;
  readonly measure: Measure;
  readonly doubts: readonly KeptDoubt[];
  readonly isDoubtful: boolean;
  readonly match: { readonly id: string; readonly title: string } | null;
}

/** Removed by this feature's own job, items first. */
export const measureDrafts = collection<Draft>('measureDrafts', { indexes: [['expiresAtMs']] });
export const measureDraftItems = collection<DraftItem>('measureDraftItems', {
  indexes: [
    ['draftId', 'place'],
    ['draftId', 'isDoubtful', 'place'],
  ],
});

/** A draft nobody accepted is removed after this long. */
export const DRAFT_KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** Id of an item's document. */
export function itemId(draftId: string, key: string): string {
  return `${draftId}-${key}`;
}
