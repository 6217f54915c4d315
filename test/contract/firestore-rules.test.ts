import {
  assertFails,
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  addDoc,
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  type Firestore,
  getCountFromServer,
  getDocFromServer,
  getDocsFromServer,
  limit,
  query,
  runTransaction,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCollections } from '../../bot/collections.ts';
import { departures, moveJournals } from '../../bot/move/records.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { type Collection, ref, collection as storeCollection } from '../../bot/store/store.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

/** Google's own client library, as a phone or browser would use it, against the rules as they are deployed. */
const UNKNOWN = storeCollection<object>('nobodyKnowsThis');
const CONTROL = storeCollection<object>('control');
const COLLECTIONS = [...allCollections, moveJournals, departures, UNKNOWN].map(
  (one) => one as Collection<object>,
);
const DOCUMENT = { status: 'open', userId: 'U1' };

let emulator: FirestoreEmulator;
let environment: RulesTestEnvironment;
beforeAll(async () => {
  // Every refusal would be logged.
  setLogLevel('silent');
  emulator = await startFirestoreEmulator();
  const [host = '', port] = emulator.host.split(':');
  environment = await initializeTestEnvironment({
    projectId: emulator.projectId,
    firestore: { host, port: Number(port) },
  });
}, 90_000);
afterAll(async () => {
  await environment?.cleanup();
  await emulator?.stop();
});

const openStore = () => openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });

/** Everything a client can ask of one collection, where one document is there and another is not. */
function attempts(db: Firestore, name: string): Readonly<Record<string, () => Promise<unknown>>> {
  const all = collection(db, name);
  const there = doc(all, 'there');
  const none = doc(all, 'none');
  const deep = doc(there, 'deeper', 'one');
  return {
    'get what is there': () => getDocFromServer(there),
    'get what is not there': () => getDocFromServer(none),
    'get below a document': () => getDocFromServer(deep),
    list: () => getDocsFromServer(all),
    'list one': () => getDocsFromServer(query(all, limit(1))),
    'list its own': () => getDocsFromServer(query(all, where('userId', '==', 'U1'))),
    'list the group': () => getDocsFromServer(collectionGroup(db, name)),
    count: () => getCountFromServer(all),
    'set what is there': () => setDoc(there, DOCUMENT),
    'set what is not there': () => setDoc(none, DOCUMENT),
    'set below a document': () => setDoc(deep, DOCUMENT),
    add: () => addDoc(all, DOCUMENT),
    update: () => updateDoc(there, { status: 'closed' }),
    'delete what is there': () => deleteDoc(there),
    'delete what is not there': () => deleteDoc(none),
    'write in a batch': () => writeBatch(db).set(none, DOCUMENT).delete(there).commit(),
    'read in a transaction': () => runTransaction(db, (tx) => tx.get(there)),
  };
}

describe('the rules of the database', () => {
  beforeAll(async () => {
    const store = await openStore();
    await store.transact(async (tx) => {
      for (const one of COLLECTIONS) tx.set(ref(one, 'there'), DOCUMENT);
    });
    await store.close();
  });

  const people: readonly (readonly [who: string, of: () => RulesTestContext])[] = [
    ['nobody', () => environment.unauthenticatedContext()],
    ['somebody signed in', () => environment.authenticatedContext('U1', { email: 'somebody@example.com' })],
    [
      'somebody who says to be the admin',
      () =>
        environment.authenticatedContext('admin', {
          admin: true,
          role: 'admin',
          roles: ['admin', 'officer', 'executive'],
          email: 'admin@example.go.th',
          email_verified: true,
        }),
    ],
  ];

  it.each(people)(
    'refuse %s everything in every collection, a known or an unknown one',
    async (_who, of) => {
      const db = of().firestore() as unknown as Firestore;
      let refused = 0;
      for (const { name } of COLLECTIONS) {
        for (const [what, attempt] of Object.entries(attempts(db, name))) {
          await assertFails(attempt()).catch((error: unknown) =>
            expect.fail(`${what} in ${name}: ${String(error)}`),
          );
          refused += 1;
        }
      }
      expect(refused).toBe(COLLECTIONS.length * 17);
    },
    60_000,
  );

  it('and nothing else does: without them each of these attempts succeeds', async () => {
    const store = await openStore();
    await store.transact(async (tx) => tx.set(ref(CONTROL, 'there'), DOCUMENT));
    await store.close();
    await environment.withSecurityRulesDisabled(async (context) => {
      const db = context.firestore() as unknown as Firestore;
      for (const [what, attempt] of Object.entries(attempts(db, CONTROL.name))) {
        await attempt().catch((error: unknown) => expect.fail(`${what}: ${String(error)}`));
      }
    });
  });

  it('left every document as it was, and do not bind the server, which reads, writes and removes in all of them', async () => {
    const store = await openStore();
    for (const one of COLLECTIONS) {
      const found = await store.query({ collection: one, limit: 10 });
      expect(found, one.name).toEqual([{ id: 'there', data: DOCUMENT }]);
    }
    await store.transact(async (tx) => {
      for (const one of COLLECTIONS) tx.set(ref(one, 'fresh'), DOCUMENT);
    });
    await store.transact(async (tx) => {
      for (const one of COLLECTIONS) tx.remove(ref(one, 'there'));
    });
    for (const one of COLLECTIONS) {
      expect(await store.get(ref(one, 'there')), one.name).toBeUndefined();
      expect((await store.get(ref(one, 'fresh')))?.data, one.name).toEqual(DOCUMENT);
    }
    await store.close();
  });
});
