import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allCollections } from '../../../bot/collections.ts';
import { openEmbeddedStore } from '../../../bot/store/embedded.ts';
import { type Collection, MAX_PAGE, type Store } from '../../../bot/store/store.ts';

/** A real store in a folder of its own, and the way to be rid of both. */
export interface TempStore {
  readonly store: Store;
  readonly dataDir: string;
  /** Every document of every collection, as `collection/id` to content: to compare before with after. */
  everything(): Promise<Readonly<Record<string, object>>>;
  close(): Promise<void>;
}

export async function openTempStore(): Promise<TempStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-unit-'));
  const store = await openEmbeddedStore({ path: join(dataDir, 'office.db') });
  return {
    store,
    dataDir,
    everything: async () => {
      const found: Record<string, object> = {};
      for (const one of allCollections) {
        const collection = one as Collection<object>;
        const page = await store.query({ collection, limit: MAX_PAGE });
        if (page.length === MAX_PAGE) throw new RangeError('more documents than one page');
        for (const { id, data } of page) found[`${one.name}/${id}`] = data;
      }
      return found;
    },
    close: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
