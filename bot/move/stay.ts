import { ref, type Store } from '../store/store.ts';
import { departures, MOVE_ID, moveJournals } from './records.ts';

/** Why a program must not work with a store. */
export type NotHere = 'moved-away' | 'half-moved';

/** Whether the office of this store lives here: not when it left for another place, nor while it is only partly carried in. */
export async function notHere(store: Store): Promise<NotHere | undefined> {
  const [departed, arriving] = await Promise.all([
    store.get(ref(departures, MOVE_ID)),
    store.get(ref(moveJournals, MOVE_ID)),
  ]);
  if (departed) return 'moved-away';
  return arriving && arriving.data.finishedAtMs === null ? 'half-moved' : undefined;
}

/** Takes the mark of departure away: the office works on here, and whoever asks sees to it that it does nowhere else. */
export async function stayHere(store: Store): Promise<void> {
  await store.transact(async (tx) => tx.remove(ref(departures, MOVE_ID)));
}
