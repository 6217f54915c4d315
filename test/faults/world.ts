import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../bot/clock.ts';
import { receiptSecrets } from '../../bot/complaints/receipt/receipt-secrets.ts';
import type { Files } from '../../bot/files/files.ts';
import { workRows } from '../../bot/jobs/records.ts';
import { officeKeys } from '../../bot/office-keys.ts';
import { posts, replyRows } from '../../bot/outbox/records.ts';
import {
  type Group,
  groups,
  type Member,
  members,
  NEW_OFFICE,
  OFFICE_ID,
  offices,
} from '../../bot/people/records.ts';
import { createProgram, type Program } from '../../bot/program.ts';
import type { Random } from '../../bot/random.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { ref, type Store } from '../../bot/store/store.ts';
import { parseWebhook } from '../../bot/webhook/parse.ts';
import type { Role } from '../../shared/people/roles.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import type { SimGroup, SimUser } from '../simulator/protocol.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { Crash, type Fate, mortalLine, mortalStore } from './crash.ts';
import { lineOverSimulator } from './line-over-simulator.ts';
import { quickFolder } from './quick-folder.ts';

const TOKEN = 'fault-token';
const START_MS = Date.UTC(2026, 6, 1, 2, 0, 0);
/** Rounds of sweeping after which nothing more can change. */
const MAX_SETTLE_ROUNDS = 60;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** An office under attack: the real program, a real store, a LINE in memory, and a clock of its own. */
export interface World {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly fate: Fate;
  readonly finance: SimUser;
  readonly admin: SimUser;
  readonly staff: SimUser;
  readonly group: SimGroup;
  now(): number;
  /** Lets time pass and ticks. */
  pass(ms: number): Promise<void>;
  /** Does something on a phone; a crash on the way is survived: the program rises again. */
  act(doIt: () => Promise<unknown>): Promise<void>;
  /** Lets the program finish everything it still has to do. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly seed: number;
  readonly fate: Fate;
  /** Quota of the month. */
  readonly limit?: number;
  /** How long the group's posts wait for a free ride. */
  readonly pushAfterMs?: number;
  /** Another store than a fresh embedded one: empty, and closed with the world. */
  readonly store?: Store;
}

/** Makes an office with a finance officer, an admin, a staff member and one linked group. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { seed, fate, limit = 300, pushAfterMs = 0 } = options;
  let nowMs = START_MS;
  const folder = quickFolder('prongsai-fault-');
  const store = options.store ?? (await openEmbeddedStore({ path: join(folder, 'office.db') }));
  const draws = new SeededRandom(seed);
  let program: Program | undefined;
  const simulator = createSimulator({
    channelSecret: 'fault-secret',
    channelAccessToken: TOKEN,
    loginChannelId: '1',
    seed,
    now: () => nowMs,
    quota: { type: 'limited', limit },
    deliver: async (body) => {
      const parsed = parseWebhook(body.toString());
      if (!program || !parsed) return { status: 500, body: '' };
      try {
        await program.process(parsed.events);
        return { status: 200, body: '' };
      } catch {
        return { status: 500, body: '' };
      }
    },
  });
  const clock: Clock = {
    now: () => nowMs,
    // Whole milliseconds, as a machine's clock has them.
    sleep: async (ms) => {
      nowMs += Math.ceil(ms);
    },
  };
  const rise = (): void => {
    fate.rise();
    program = createProgram({
      store: mortalStore(store, fate),
      line: mortalLine(lineOverSimulator(simulator, TOKEN), fate),
      clock,
      random: seededRandom(draws),
      log: { write: () => {} },
      files: memoryFiles(),
      keys: officeKeys(Buffer.alloc(32, 7)),
      receiptSecrets: receiptSecrets(Buffer.alloc(32, 9)),
      liffUrl: () => undefined,
    });
  };
  rise();

  const finance = await simulator.phones.addUser({ name: 'มานี', label: 'กองคลัง', follows: true });
  const admin = await simulator.phones.addUser({ name: 'สมศรี', label: 'ผู้ดูแล', follows: true });
  const staff = await simulator.phones.addUser({ name: 'ปิติ', label: 'เจ้าหน้าที่', follows: true });
  const people = [finance, admin, staff];
  const group = await simulator.phones.addGroup({
    name: 'กลุ่มเจ้าหน้าที่',
    memberIds: people.map((one) => one.id),
    botIn: true,
  });

  const world: World = {
    simulator,
    store,
    fate,
    finance,
    admin,
    staff,
    group,
    now: () => nowMs,
    pass: async (ms) => {
      nowMs += ms;
      await world.act(() => simulator.platform.webhooks.sendWaiting());
      await world.act(async () => program?.tick());
    },
    act: async (doIt) => {
      try {
        await doIt();
        await program?.idle();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      await program?.idle();
      if (fate.isDead) rise();
    },
    settle: async () => {
      for (let round = 0; round < MAX_SETTLE_ROUNDS; round += 1) {
        await world.pass(2 * MINUTE_MS);
        if (!(await hasUnfinished(store, nowMs))) return;
      }
    },
    close: async () => {
      await program?.idle();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await world.act(async () => {});
  await seedOffice(store, { finance, admin, staff, group, pushAfterMs });
  return world;
}

function memoryFiles(): Files {
  const kept = new Map<string, Buffer>();
  return {
    put: async (name, bytes) => void kept.set(name, Buffer.from(bytes)),
    get: async (name) => kept.get(name),
    remove: async (name) => void kept.delete(name),
  };
}

/** Whether anything would still happen by itself within the longest lease. */
async function hasUnfinished(store: Store, nowMs: number): Promise<boolean> {
  if ((await store.count({ collection: replyRows })) + (await store.count({ collection: workRows })) > 0)
    return true;
  for (const status of ['waiting', 'pushing', 'riding'] as const) {
    const some = await store.query({ collection: posts, where: [['status', '==', status]], limit: 100 });
    if (some.some(({ data }) => status !== 'waiting' || data.nextAttemptAtMs <= nowMs + HOUR_MS)) return true;
  }
  return false;
}

function seededRandom(draws: SeededRandom): Random {
  const byte = () => Math.floor(draws.next() * 256);
  const hex = (count: number) =>
    Array.from({ length: count }, () => byte().toString(16).padStart(2, '0')).join('');
  return {
    uuid: () => `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`,
    bytes: (count) => Uint8Array.from({ length: count }, byte),
    digits: (count) => Array.from({ length: count }, () => byte() % 10).join(''),
    fraction: () => draws.next(),
  };
}

async function seedOffice(
  store: Store,
  who: { finance: SimUser; admin: SimUser; staff: SimUser; group: SimGroup; pushAfterMs: number },
): Promise<void> {
  const member = (user: SimUser, roles: readonly Role[]): Member => ({
    name: user.name,
    unit: 'กองคลัง',
    roles,
    status: 'active',
    joinedAtMs: START_MS,
  });
  const linked: Group = {
    name: who.group.name,
    status: 'linked',
    topics: ['budget'],
    pushAfterMs: who.pushAfterMs,
    rev: 10,
  };
  await store.transact(async (tx) => {
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ', quotaReserve: 0 });
    tx.set(ref(members, who.finance.id), member(who.finance, ['finance']));
    tx.set(ref(members, who.admin.id), member(who.admin, ['admin']));
    tx.set(ref(members, who.staff.id), member(who.staff, ['staff']));
    tx.set(ref(groups, who.group.id), linked);
  });
}
