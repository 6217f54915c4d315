import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { notHere } from '../../bot/move/stay.ts';
import { members } from '../../bot/people/records.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';

/** Whether an office with people in it lives in a data folder: one that moved away, or that nobody ever registered with, does not. */
export async function isOfficeOnMachine(dataDir: string): Promise<boolean> {
  const path = join(dataDir, 'office.db');
  if (!existsSync(path)) return false;
  const store = await openEmbeddedStore({ path });
  try {
    if ((await notHere(store)) === 'moved-away') return false;
    return (await store.query({ collection: members, limit: 1 })).length > 0;
  } finally {
    await store.close();
  }
}
