import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store, Transaction } from '../../bot/store/store.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';
import { type LossyProxy, openLossyProxy } from './lossy-proxy.ts';
import { increment, item, items } from './store-under-test.ts';

/** Looks at the database until what was sent has arrived; each look is a request of its own, so no sleep is needed. */
const MAX_LOOKS = 2_000;
const LIMIT_MS = 60_000;

describe('Firestore behind a line that breaks', { timeout: LIMIT_MS }, () => {
  let emulator: FirestoreEmulator;
  let proxy: LossyProxy;
  let direct: Store;
  let behind: Store;

  beforeAll(async () => {
    emulator = await startFirestoreEmulator();
    const { projectId, host } = emulator;
    proxy = await openLossyProxy(host);
    direct = await openFirestoreStore({ projectId, emulatorHost: host });
    behind = await openFirestoreStore({ projectId, emulatorHost: proxy.host });
  }, 90_000);
  beforeEach(() => emulator.clear());
  afterAll(async () => {
    await Promise.all([direct?.close(), behind?.close()]);
    await proxy?.close();
    await emulator?.stop();
  });

  const one = item('one');
  /** Stands in the request that commits, and in no other. */
  const MARK = 'written without an answer';

  /** Runs a transaction that writes {@link MARK} and 1, loses the answer to its commit, and tells how it ended. */
  async function commitUnanswered(work: (tx: Transaction) => Promise<void>): Promise<string> {
    let runs = 0;
    proxy.loseAnswersTo(MARK);
    const attempt = behind
      .transact(async (tx) => {
        runs += 1;
        await work(tx);
      })
      .then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    for (let look = 0; look < MAX_LOOKS && !(await direct.get(one)); look += 1);
    proxy.cut();
    const ended = await attempt;
    expect((await direct.get(one))?.data.rank).toBe(1);
    expect(runs).toBe(1);
    return ended;
  }

  test('a commit whose answer is lost takes effect once, and is not said to have failed', async () => {
    const ended = await commitUnanswered(async (tx) => {
      const rank = (await tx.get(one))?.data.rank ?? 0;
      tx.set(one, { group: 'a', rank: rank + 1, label: MARK });
    });
    expect(['done', 'unavailable']).toContain(ended);
  });

  test('a document created without an answer is not taken for somebody else’s', async () => {
    const ended = await commitUnanswered(async (tx) => tx.create(one, { group: 'a', rank: 1, label: MARK }));
    expect(['done', 'unavailable']).toContain(ended);
  });

  test('the store works again as soon as the line does', async () => {
    await increment(behind, 'one');
    proxy.cut();
    expect(await increment(behind, 'one')).toBe(2);
  });

  test.each<[string, (store: Store, begun: () => void) => Promise<unknown>, string]>([
    ['a read', (store) => store.get(one), 'unavailable'],
    ['a query', (store) => store.query({ collection: items, limit: 1 }), 'unavailable'],
    ['a count', (store) => store.count({ collection: items }), 'unavailable'],
    [
      'a commit',
      (store, begun) =>
        store.transact(async (tx) => {
          begun();
          tx.set(one, { group: 'a' });
        }),
      'unavailable',
    ],
    [
      'a transaction that reads',
      (store, begun) =>
        store.transact((tx) => {
          begun();
          return tx.get(one);
        }),
      'timeout',
    ],
  ])('%s of a database that does not answer ends after ten seconds', async (_what, ask, code) => {
    const silent = await openLossyProxy(emulator.host);
    const store = await openFirestoreStore({ projectId: emulator.projectId, emulatorHost: silent.host });
    silent.loseAnswersTo('');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      // A transaction begins after some waiting of the client's own, which these timers do not rule.
      let begun = (): void => {};
      const beginning = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const failed = expect(ask(store, begun)).rejects.toMatchObject({ name: 'StoreError', code });
      // A plain read begins at once; a transaction after some waiting of the client's own, which these timers do not rule.
      if (ask.length === 1) begun();
      await beginning;
      await vi.advanceTimersByTimeAsync(10_000);
      await failed;
    } finally {
      vi.useRealTimers();
      await silent.close();
    }
  });
});
