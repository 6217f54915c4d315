import { afterAll, beforeAll } from 'vitest';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';
import { storeContract } from './store-contract.ts';

let emulator: FirestoreEmulator;

beforeAll(async () => {
  emulator = await startFirestoreEmulator();
}, 90_000);
afterAll(() => emulator?.stop());

storeContract('Firestore', async () => {
  await emulator.clear();
  const opened: Store[] = [];
  const open = async () => {
    const store = await openFirestoreStore({
      projectId: emulator.projectId,
      emulatorHost: emulator.host,
    });
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    reopen: open,
    cleanup: async () => {
      await Promise.all(opened.map((store) => store.close()));
    },
  };
});
