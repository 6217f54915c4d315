import { allCollections } from '../../bot/collections.ts';
import type { Move, Place } from '../../bot/move/move.ts';
import { type Moved, moveOffice } from '../../bot/move/move-office.ts';
import { Crash, type Fate, mortalStore } from '../faults/crash.ts';

/** Starts after which a move that is interrupted again and again counts as one that does not get on. */
const MAX_STARTS = 5_000;

export const TEST_CLOCK = { now: () => 1_800_000_000_000, sleep: async () => {} };

/** A whole move as the command makes it, with nothing printed. */
export function moveBetween(from: Place, to: Place, options: Partial<Move> = {}): Move {
  return {
    from,
    to,
    collections: allCollections,
    clock: TEST_CLOCK,
    withoutFiles: false,
    progress: () => {},
    ...options,
  };
}

function mortalPlace({ store, files }: Place, fate: Fate): Place {
  if (!files) return { store: mortalStore(store, fate) };
  return {
    store: mortalStore(store, fate),
    files: {
      put: (name, bytes) => fate.pass(() => files.put(name, bytes)),
      get: (name) => fate.pass(() => files.get(name)),
      remove: (name) => fate.pass(() => files.remove(name)),
      names: (page) => fate.pass(() => files.names(page)),
    },
  };
}

/** Starts a move until it ends, however often `fate` ends the program before or after a call. */
export async function moveThroughInterruptions(
  from: Place,
  to: Place,
  fate: Fate,
  options: Partial<Move> = {},
): Promise<{ readonly starts: number; readonly moved: Moved }> {
  for (let starts = 1; starts <= MAX_STARTS; starts += 1) {
    fate.rise();
    try {
      const moved = await moveOffice(moveBetween(mortalPlace(from, fate), mortalPlace(to, fate), options));
      return { starts, moved };
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
  throw new Error('the move does not get on');
}
