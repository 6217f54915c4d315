import { type Aftermath, applyOutcome } from '../../../bot/commit/apply-outcome.ts';
import type { Occasion } from '../../../bot/commit/occasion.ts';
import type { NewPost, Outcome } from '../../../bot/commit/outcome.ts';
import { officeKeys } from '../../../bot/office-keys.ts';
import type { OutboxDeps } from '../../../bot/outbox/deps.ts';
import { type Post, posts, rides } from '../../../bot/outbox/records.ts';
import { ref } from '../../../bot/store/store.ts';
import { lineOverSimulator } from '../../faults/line-over-simulator.ts';
import type { SimCall, SimFaults, SimGroup, SimUser } from '../../simulator/protocol.ts';
import { textOf } from '../../simulator/seen.ts';
import { createSimulator, type Simulator } from '../../simulator/simulator.ts';
import { capturingLog, seededRandom, type TestClock, testClock } from '../webhook/seeded-ports.ts';
import { openTempStore } from '../webhook/temp-store.ts';

const TOKEN = 'outbox-token';
/** Messages of the month in these tests. */
export const LIMIT = 300;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** The outbox on a real store before a simulated LINE, with one admin, one member and one group. */
export interface OutboxUnderTest {
  readonly deps: OutboxDeps;
  readonly clock: TestClock;
  readonly simulator: Simulator;
  readonly admin: SimUser;
  readonly staff: SimUser;
  readonly group: SimGroup;
  /** Messages of the month kept for what is critical; a test may change it. */
  reserve: number;
  /** Somebody types in a chat: the reply token of that message, and the rest of its occasion. */
  occasion(chatId?: string): Promise<Occasion>;
  commit(occasion: Occasion, outcome: Outcome): Promise<Aftermath>;
  /** Commits a post to the group, due now and to be pushed now, unless fields say otherwise. */
  post(id: string, fields?: Partial<NewPost>): Promise<void>;
  /** A post as stored. */
  stored(id: string): Promise<Post>;
  /** Ids that wait for a ride in a chat. */
  waiting(chatId?: string): Promise<readonly string[]>;
  /** The account's messages in a chat, as text. */
  shown(chatId?: string): readonly string[];
  faults(api: NonNullable<SimFaults['api']>): void;
  /** Calls to LINE whose path ends like this. */
  calls(pathEnd: string): readonly SimCall[];
  close(): Promise<void>;
}

export async function openOutbox(): Promise<OutboxUnderTest> {
  const { store, close } = await openTempStore();
  const clock = testClock();
  const random = seededRandom();
  let lastToken = '';
  let events = 0;
  const simulator = createSimulator({
    channelSecret: 'outbox-secret',
    channelAccessToken: TOKEN,
    loginChannelId: '1',
    now: clock.now,
    quota: { type: 'limited', limit: LIMIT },
    deliver: async (body) => {
      const [event] = (JSON.parse(body.toString()) as { events: { replyToken?: string }[] }).events;
      lastToken = event?.replyToken ?? '';
      return { status: 200 };
    },
  });
  const admin = await simulator.phones.addUser({ name: 'สมศรี', follows: true });
  const staff = await simulator.phones.addUser({ name: 'ปิติ', follows: true });
  const group = await simulator.phones.addGroup({
    name: 'กลุ่ม',
    memberIds: [admin.id, staff.id],
    botIn: true,
  });
  const deps: OutboxDeps = {
    store,
    line: lineOverSimulator(simulator, TOKEN),
    clock,
    random,
    log: capturingLog(),
    keys: officeKeys(Buffer.alloc(32, 3)),
    adminChats: async () => [admin.id],
    quotaReserve: async () => outbox.reserve,
  };
  const outbox: OutboxUnderTest = {
    deps,
    clock,
    simulator,
    admin,
    staff,
    group,
    reserve: 0,
    occasion: async (chatId = group.id) => {
      const from = chatId === group.id ? staff.id : chatId;
      await simulator.keyboard.text(chatId, from, 'ครับ');
      events += 1;
      return {
        id: `event-${events}`,
        feature: 'test',
        chat: { kind: chatId === group.id ? 'group' : 'user', id: chatId },
        replyToken: lastToken,
        receivedAtMs: clock.nowMs,
        eventAtMs: clock.nowMs,
      };
    },
    commit: (occasion, outcome) => store.transact((tx) => applyOutcome(tx, occasion, outcome, deps)),
    post: async (id, fields = {}) => {
      const post: NewPost = {
        id,
        kind: 'budget-update',
        chatId: group.id,
        messages: [{ type: 'text', text: id }],
        dueAtMs: clock.nowMs,
        pushAfterMs: clock.nowMs,
        ...fields,
      };
      const occasion = { id: `make-${id}`, feature: 'test', receivedAtMs: clock.nowMs };
      await outbox.commit(occasion, { posts: [post] });
    },
    stored: async (id) => {
      const found = await store.get(ref(posts, id));
      if (!found) throw new Error(`no post ${id}`);
      return found.data;
    },
    waiting: async (chatId = group.id) => (await store.get(ref(rides, chatId)))?.data.postIds ?? [],
    shown: (chatId = group.id) =>
      simulator.platform.chats
        .after(chatId, 0)
        .filter(({ from }) => from === 'bot')
        .map(textOf),
    faults: (api) => simulator.platform.faults.set({ api }),
    calls: (pathEnd) => simulator.platform.calls.after(0).filter(({ path }) => path.endsWith(pathEnd)),
    close,
  };
  return outbox;
}

/** A text message. */
export function words(text: string) {
  return { type: 'text', text } as const;
}
