import { percentHundredths } from '../thai/percent.ts';
import type { MeasureStatus } from './measure.ts';
import { PROGRESS_WARNINGS } from './text.ts';

/** How an office reckons its progress. Offices print the figure of a formula of their own, so both parts are settings. */
export interface ProgressSettings {
  /** What the percentage is of: all measures of the plan, or a number the plan promises ("ขั้นต่ำ ๓๕ โครงการ"). */
  readonly base: 'plan' | number;
  /** How much of a finished one a measure in progress counts, in hundredths: 50 is half. */
  readonly inProgressWeightHundredths: number;
}

export const DEFAULT_PROGRESS: ProgressSettings = { base: 'plan', inProgressWeightHundredths: 50 };

/** How many measures stand where. */
export interface StatusCounts {
  readonly done: number;
  readonly inProgress: number;
  readonly notStarted: number;
  /** Without a status. */
  readonly unknown: number;
}

export interface Progress {
  readonly counts: StatusCounts;
  readonly planned: number;
  readonly base: number;
  /** 9429 is 94.29 %; null when the base is 0. May pass 100 % when the base is a promised minimum. */
  readonly percentHundredths: number | null;
  /** Thai sentences about figures that do not fit together. */
  readonly warnings: readonly string[];
}

/** Counts the statuses of a list of measures. */
export function countStatuses(statuses: readonly (MeasureStatus | null)[]): StatusCounts {
  const count = (wanted: MeasureStatus | null): number =>
    statuses.filter((status) => status === wanted).length;
  return {
    done: count('done'),
    inProgress: count('in-progress'),
    notStarted: count('not-started'),
    unknown: count(null),
  };
}

/**
 * Progress as the offices reckon it: (done + weight × in progress) / base × 100, by integer arithmetic, two decimals, half up.
 * `planned` is how many measures the plan has. Warns when the states do not sum to the plan, as when projects vanish between two
 * rounds, and when the base is another number than the plan. Counts are whole numbers from 0.
 */
export function progressOf(
  counts: StatusCounts,
  planned: number,
  settings: ProgressSettings = DEFAULT_PROGRESS,
): Progress {
  const base = settings.base === 'plan' ? planned : settings.base;
  const weighted = counts.done * 100 + counts.inProgress * settings.inProgressWeightHundredths;
  const counted = counts.done + counts.inProgress + counts.notStarted;
  const warnings: string[] = [];
  if (counted !== planned) warnings.push(PROGRESS_WARNINGS.statesDoNotSum(planned, counted));
  if (base !== planned) warnings.push(PROGRESS_WARNINGS.baseDiffers(planned, base));
  return { counts, planned, base, percentHundredths: percentHundredths(weighted, base * 100), warnings };
}
