import type { LayoutId } from '../../shared/measures/layouts.ts';
import type { Measure, OwnerUnit } from '../../shared/measures/measure.ts';
import type { PlanIndex, Standing } from '../../shared/measures/plan-index.ts';
import type { ProgressSettings } from '../../shared/measures/progress.ts';
import type { Reported, ReportedValues } from '../../shared/measures/reported.ts';
import type { RoundRule } from '../../shared/measures/rounds.ts';
import type { Day } from '../../shared/thai/days.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { collection } from '../store/store.ts';

/** The plan of a fiscal year, short: one read gives every list and board. The id is the year, CE. */
export interface Plan {
  readonly fiscalYear: FiscalYear;
  readonly officeName: string;
  readonly layout: LayoutId | 'other';
  readonly index: PlanIndex;
  /** Measures the year ever had, retired ones included: the next one's place among the shelves. */
  readonly everCount: number;
  /** Grows when a draft is accepted. Drafts are paired with one version. */
  readonly version: number;
}

/** How every measure of a year's plan stands. Apart from the plan, because every report writes it and it stays small. */
export interface Standings {
  readonly entries: readonly Standing[];
}

/** A picture or link with which a report is shown to be true. */
export type EvidenceRef =
  | { readonly kind: 'picture'; readonly id: string; readonly day: Day; readonly months: number }
  | { readonly kind: 'link'; readonly url: string; readonly day: Day; readonly months: number };

/** A measure, whole. The id is `{year}-{measureId}`; the measure's own id never changes and is never used again. */
export interface MeasureRecord {
  readonly measureId: string;
  readonly fiscalYear: FiscalYear;
  /** Measures are read a shelf at a time; a shelf is one page. */
  readonly shelf: number;
  readonly measure: Measure;
  /** By step; null where the measure's units do it. */
  readonly stepUnits: readonly (readonly OwnerUnit[] | null)[];
  /** All reports so far. */
  readonly reported: Reported;
  /** The same as it stood after the last report of each round. */
  readonly rounds: readonly { readonly months: number; readonly reported: Reported }[];
  readonly evidence: readonly EvidenceRef[];
  readonly reportedDay: Day | null;
  readonly reportedMonths: number | null;
  readonly isRetired: boolean;
  readonly plannedDay: Day;
  /** Grows with every change; each revision has its entry in the history. */
  readonly rev: number;
}

/** What made one revision of a measure. Created once and never written again. The id is `{year}-{measureId}-{rev}`. */
export interface MeasureEvent {
  readonly measureKey: string;
  readonly rev: number;
  readonly kind: 'planned' | 'reported' | 'reassigned' | 'retired';
  readonly atMs: number;
  readonly by: { readonly userId: string; readonly name: string; readonly unit: string };
  readonly day?: Day;
  readonly months?: number;
  readonly changed: readonly string[];
  readonly values: ReportedValues;
  readonly units: readonly OwnerUnit[];
  readonly evidence: readonly EvidenceRef[];
}

/** A picture. It expires unless a report names it. */
export interface PictureRecord {
  readonly measureKey: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly uploadedBy: string;
  readonly isKept: boolean;
  /** Far away once it is kept: the sweep by time then never meets it. */
  readonly expiresAtMs: number;
}

/** ITA scores that a year's plan answers. The id is the plan's year. */
export interface ItaRecord {
  readonly scoredYear: FiscalYear;
  readonly weakBelowHundredths: number;
  readonly indicators: readonly {
    readonly name: string;
    readonly instrument: 'IIT' | 'EIT' | 'OIT';
    readonly scoreHundredths: number | null;
    readonly measureIds: readonly string[];
  }[];
  readonly rev: number;
}

/** The office's own settings of measures, and the years that have a plan. One document. */
export interface MeasureSettings {
  readonly rounds: readonly RoundRule[];
  readonly reminderDays: readonly number[];
  readonly progress: ProgressSettings;
  readonly stillDays: number;
  /** Newest first. */
  readonly planYears: readonly FiscalYear[];
  readonly rev: number;
}

/** Says that a day's reminders, or a round's closing, were made into posts. The id names them. */
export interface MeasureNotice {
  readonly expiresAtMs: number;
}

export const measurePlans = collection<Plan>('measurePlans');
export const measureStandings = collection<Standings>('measureStandings');
export const measures = collection<MeasureRecord>('measures', { indexes: [['fiscalYear', 'shelf']] });
export const measureEvents = collection<MeasureEvent>('measureEvents', { indexes: [['measureKey', 'rev']] });
/** Removed by this feature's own job, not by the store: their files must go with them. */
export const measurePictures = collection<PictureRecord>('measurePictures', { indexes: [['expiresAtMs']] });
export const measureIta = collection<ItaRecord>('measureIta');
export const measureSettings = collection<MeasureSettings>('measureSettings');
export const measureNotices = collection<MeasureNotice>('measureNotices', { expiresAtField: 'expiresAtMs' });

/** The one settings document. */
export const SETTINGS_ID = 'settings';
/** Kind of the posts that remind people before a round closes; their ids begin with it. */
export const REMINDER = 'measure-reminder';
/** Measures on a shelf: one page of the store. */
export const SHELF_SIZE = 500;
/** Shelves of a year. Always read all of them: a plan of ten costs the reads of one of a thousand. */
export const SHELVES = 3;
/** Measures a year may ever have, retired ones included. */
export const MAX_EVER = SHELF_SIZE * SHELVES;
/** JSON bytes of one measure as planned: with what twelve rounds may report it stays below a document's limit. */
export const MAX_MEASURE_BYTES = 100_000;
/** JSON bytes of a plan's short form. */
export const MAX_INDEX_BYTES = 750_000;
/** A picture no report named is removed after this long. */
export const LOOSE_PICTURE_MS = 24 * 60 * 60 * 1000;

/** Id of a measure's document, and what its history goes by. */
export function measureKey(fiscalYear: number, measureId: string): string {
  return `${fiscalYear}-${measureId}`;
}
