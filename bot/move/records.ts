import { collection } from '../store/store.ts';

/** How far one list (a collection, or the files) has been carried. */
export interface Carried {
  /** The last id or file name that arrived. */
  readonly last: string;
  readonly count: number;
}

/**
 * The diary of a move, kept at its target and written in the same transaction as what it tells of: it is never ahead of the
 * documents and never behind them.
 */
export interface MoveJournal {
  /** The end of the source's audit chain when the move began: another end means another office, or one that went on working. */
  readonly from: { readonly seq: number; readonly hash: string };
  readonly startedAtMs: number;
  /** By name of collection. */
  readonly carried: Readonly<Record<string, Carried>>;
  readonly files: Carried | null;
  /** Everything was compared and found equal. */
  readonly finishedAtMs: number | null;
}

/** Left at the source when its office has moved away: two programs at work on one office would post everything twice. */
export interface Departure {
  readonly atMs: number;
}

/** Neither stands in the list of all collections: they tell of one place, and are not carried to the next. */
export const moveJournals = collection<MoveJournal>('moveJournal');
export const departures = collection<Departure>('moveDeparture');
/** The one document of each. */
export const MOVE_ID = 'move';
