import type { Clock } from '../clock.ts';
import type { Job } from '../jobs/job.ts';
import type { WorkHandler } from '../jobs/work.ts';
import type { Line } from '../line/line.ts';
import { groupsFor } from '../people/read-people.ts';
import { ref, type Store } from '../store/store.ts';
import { groupSizes } from './records.ts';

/** Groups change slowly; costs are estimates. */
const SIZE_FRESH_MS = 6 * 60 * 60 * 1000;
/** How often the job looks for groups whose size is old. */
const LOOK_EVERY_MS = 5 * 60 * 1000;

export interface SizeDeps {
  readonly store: Store;
  readonly line: Line;
  readonly clock: Clock;
}

/** Asks LINE how many people are in each group whose size is not known well. A group LINE does not know keeps its last size. */
export async function refreshSizes({ store, line, clock }: SizeDeps): Promise<void> {
  for (const { id } of await groupsFor(store, 'notices')) {
    const known = (await store.get(ref(groupSizes, id)))?.data;
    if (known && Math.abs(clock.now() - known.atMs) < SIZE_FRESH_MS) continue;
    const people = await line.memberCount(id);
    if (people === undefined) continue;
    await store.transact(async (tx) => tx.set(ref(groupSizes, id), { people, atMs: clock.now() }));
  }
}

/** Name of the work that asks LINE for sizes at once. */
export const LEARN_SIZES = 'notices.sizes';

/** Asks LINE for the sizes that are not known well, while somebody writes a notice. */
export function learnSizesWork(deps: SizeDeps): WorkHandler {
  return {
    name: LEARN_SIZES,
    feature: 'notices',
    run: async () => {
      await refreshSizes(deps);
      return { kind: 'done', decide: async () => ({}) };
    },
    giveUp: () => ({}),
  };
}

/** Keeps the sizes of groups fresh, so that a chat can tell costs without asking LINE. */
export function groupSizesJob(deps: SizeDeps): Job {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  return {
    name: 'notices-group-sizes',
    run: async () => {
      const nowMs = deps.clock.now();
      // Only spares reads: another process may look as well, and a clock set back looks again.
      if (Math.abs(nowMs - lookedAtMs) < LOOK_EVERY_MS) return;
      lookedAtMs = nowMs;
      await refreshSizes(deps);
    },
  };
}
