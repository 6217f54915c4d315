import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { set } from '../../../bot/commit/outcome.ts';
import { officeKeys } from '../../../bot/office-keys.ts';
import { replyRows } from '../../../bot/outbox/records.ts';
import type { Store } from '../../../bot/store/store.ts';
import { collection, ref } from '../../../bot/store/store.ts';
import { commitEvent, type EventDeps } from '../../../bot/webhook/commit-event.ts';
import type { ChatEvent } from '../../../bot/webhook/event.ts';
import type { ChatFeature } from '../../../bot/webhook/feature.ts';
import { processEvents } from '../../../bot/webhook/process-events.ts';
import { capturingLog, seededRandom, testClock } from '../webhook/seeded-ports.ts';
import { openTempStore, type TempStore } from '../webhook/temp-store.ts';

const counters = collection<{ n: number; order: readonly string[] }>('counters');
const COUNTER = ref(counters, 'one');
const USER = `U${'1'.repeat(32)}`;

/** Counts every event it is given: what took effect twice would be counted twice. */
const counting: ChatFeature = {
  name: 'counting',
  commands: [{ name: 'count', words: ['นับ'], where: 'anywhere', takesRest: true }],
  menu: [],
  handle: async ({ tx, event, trigger }) => {
    const before = (await tx.get(COUNTER))?.data ?? { n: 0, order: [] };
    const said = trigger.kind === 'command' ? trigger.rest : event.id;
    return {
      reply: [{ type: 'text', text: String(before.n + 1) }],
      writes: [set(COUNTER, { n: before.n + 1, order: [...before.order, said] })],
    };
  },
};

function eventOf(id: string, text = 'นับ', user = USER): ChatEvent {
  return {
    id,
    atMs: 1,
    chat: { kind: 'user', id: user },
    userId: user,
    replyToken: `token-${id}`,
    input: { kind: 'text', text, messageId: '1' },
  };
}

describe('an event', () => {
  let temp: TempStore;
  let deps: EventDeps;
  beforeEach(async () => {
    temp = await openTempStore();
    deps = {
      store: temp.store,
      clock: testClock(),
      random: seededRandom(),
      keys: officeKeys(Buffer.alloc(32, 1)),
      features: [counting],
      fallback: counting,
    };
  });
  afterEach(() => temp.close());

  const counted = async () => (await temp.store.get(COUNTER))?.data.n ?? 0;

  it('takes effect once when LINE delivers it many times at once, and once more later', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => commitEvent(eventOf('E1'), deps)));
    expect(all.filter(({ kind }) => kind === 'handled')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'duplicate')).toHaveLength(19);
    expect((await commitEvent(eventOf('E1'), deps)).kind).toBe('duplicate');
    expect(await counted()).toBe(1);
    expect(await temp.store.count({ collection: replyRows })).toBe(1);
  });

  it('is told from another one of the same content by its id alone', async () => {
    await Promise.all([commitEvent(eventOf('E1'), deps), commitEvent(eventOf('E2'), deps)]);
    expect(await counted()).toBe(2);
  });

  it('takes effect once also on a store whose create is all that keeps two deliveries apart', async () => {
    const blind: Store = {
      ...methodsOf(temp.store),
      transact: (work) =>
        temp.store.transact((tx) =>
          // Sees nothing of the other delivery, as a store may until the commit.
          work({
            ...methodsOfTx(tx),
            get: async (of) => (of.collection.name === 'inbox' ? undefined : tx.get(of)),
          }),
        ),
    };
    const both = [0, 1].map(() => commitEvent(eventOf('E1'), { ...deps, store: blind }));
    const kinds = (await Promise.all(both)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['duplicate', 'handled']);
    expect(await counted()).toBe(1);
  });

  it('has no effect at all when the store fails, and its own when it is delivered again', async () => {
    const broken: Store = {
      ...methodsOf(temp.store),
      transact: async (work) =>
        temp.store.transact(async (tx) => {
          await work(tx);
          throw new Error('the disk is full');
        }),
    };
    await expect(commitEvent(eventOf('E1'), { ...deps, store: broken })).rejects.toThrow('disk');
    expect(await counted()).toBe(0);
    expect((await commitEvent(eventOf('E1'), deps)).kind).toBe('handled');
  });

  it('is taken in its order within a conversation, whatever the others do', async () => {
    const said = (user: string, n: number) => eventOf(`${user.slice(0, 4)}${n}`, `นับ ${user[1]}${n}`, user);
    const users = ['1', '2', '3'].map((digit) => `U${digit.repeat(32)}`);
    const mixed = [0, 1, 2, 3].flatMap((n) => users.map((user) => said(user, n)));
    await processEvents(mixed, { ...deps, log: capturingLog(), afterCommit: () => {} });
    const order = (await temp.store.get(COUNTER))?.data.order ?? [];
    for (const digit of ['1', '2', '3']) {
      expect(order.filter((one) => one.startsWith(digit))).toEqual([0, 1, 2, 3].map((n) => `${digit}${n}`));
    }
  });

  it('that fails keeps the later ones of its conversation waiting for the redelivery, and no others', async () => {
    const other = `U${'2'.repeat(32)}`;
    const failing: ChatFeature = {
      ...counting,
      handle: async (talk) => {
        if (talk.event.id === 'E1') throw new Error('cannot');
        return counting.handle(talk);
      },
    };
    const sent = [eventOf('E1', 'นับ a'), eventOf('E2', 'นับ b'), eventOf('E3', 'นับ c', other)];
    const log = capturingLog();
    const process = (features: readonly ChatFeature[]) =>
      processEvents(sent, { ...deps, features, log, afterCommit: () => {} });
    await expect(process([failing])).rejects.toThrow('cannot');
    expect((await temp.store.get(COUNTER))?.data.order).toEqual(['c']);
    await process([counting]);
    expect((await temp.store.get(COUNTER))?.data.order).toEqual(['c', 'a', 'b']);
  });
});

function methodsOf(store: Store): Store {
  return {
    transact: (work) => store.transact(work),
    get: (of) => store.get(of),
    query: (query) => store.query(query),
    count: (query) => store.count(query),
    close: () => store.close(),
  };
}

function methodsOfTx<T extends Parameters<Parameters<Store['transact']>[0]>[0]>(tx: T) {
  return {
    get: tx.get.bind(tx),
    query: tx.query.bind(tx),
    count: tx.count.bind(tx),
    create: tx.create.bind(tx),
    set: tx.set.bind(tx),
    remove: tx.remove.bind(tx),
  };
}
