import type { Clock } from '../clock.ts';
import type { FileNames } from '../files/file-names.ts';
import type { Files } from '../files/files.ts';
import type { AnyCollection, Store } from '../store/store.ts';

/** Where an office lives: its documents and, when there is a place for them, its files. */
export interface Place {
  readonly store: Store;
  readonly files?: Files & FileNames;
}

/** How far a move is; `name` is a collection, or `files`. */
export interface Progress {
  readonly phase: 'carry' | 'compare';
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

/** One move of a whole office from one place to another. */
export interface Move {
  readonly from: Place;
  readonly to: Place;
  /** What makes up an office; what is not named is not carried. */
  readonly collections: readonly AnyCollection[];
  readonly clock: Clock;
  /** Leave the files where they are. Without it a source with files refuses to go where none can be kept. */
  readonly withoutFiles: boolean;
  progress(step: Progress): void;
}

/** Why a move was not begun or not brought to its end. Nothing at the source was changed. */
export type RefusalReason =
  /** The source keeps no office. */
  | 'nothing-to-move'
  /** The office has left the source already, for another place. */
  | 'moved-away'
  /** The source is itself the target of a move that never ended. */
  | 'source-unfinished'
  /** The target keeps documents or files that no unfinished move brought. */
  | 'target-not-empty'
  /** The office went on working since the move began, or the target holds another office's move. */
  | 'source-changed'
  /** The source has files, and the target no place for them. */
  | 'no-place-for-files'
  /** Another move writes into the same target. */
  | 'two-moves'
  /** Both places hold something under one name, and not the same. */
  | 'differs';

/** Ends a move before its end. `where` is a collection or `files`. */
export class MoveRefused extends Error {
  readonly reason: RefusalReason;
  readonly where: string | undefined;
  constructor(reason: RefusalReason, where?: string) {
    super(where === undefined ? reason : `${reason} (${where})`);
    this.name = 'MoveRefused';
    this.reason = reason;
    this.where = where;
  }
}
