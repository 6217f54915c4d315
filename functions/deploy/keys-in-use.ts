import { receipts } from '../../bot/complaints/records.ts';
import { currentSealingKey } from '../../bot/sealing/read-sealing-keys.ts';
import type { Store } from '../../bot/store/store.ts';
import { conversations } from '../../bot/webhook/records.ts';
import type { KeysInUse } from './secret-plan.ts';

/** Which keys the office's documents were made with. @throws StoreError when the store is out of reach. */
export async function keysInUse(store: Store): Promise<KeysInUse> {
  const [opened, given, current] = await Promise.all([
    store.query({ collection: conversations, limit: 1 }),
    store.query({ collection: receipts, limit: 1 }),
    currentSealingKey(store),
  ]);
  return {
    keys: { CONVERSATION_KEY: opened.length > 0, RECEIPT_KEY: given.length > 0 },
    sealingKeyId: current?.keyId,
  };
}
