import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import type { Store } from '../../bot/store/store.ts';
import { storeContract } from './store-contract.ts';

storeContract('the embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'prongsai-store-'));
  const opened: Store[] = [];
  const open = async () => {
    const store = await openEmbeddedStore({ path: join(folder, 'office.db') });
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    reopen: open,
    cleanup: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await rm(folder, { recursive: true });
    },
  };
});
