import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pieces } from '../../bot/complaints/records.ts';
import { workRows } from '../../bot/jobs/records.ts';
import { officeKeys } from '../../bot/office-keys.ts';
import { posts, replyRows } from '../../bot/outbox/records.ts';
import { createProgram, type Program } from '../../bot/program.ts';
import { systemRandom } from '../../bot/random.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import type { Store } from '../../bot/store/store.ts';
import { parseWebhook } from '../../bot/webhook/parse.ts';
import type { SimUser } from '../simulator/protocol.ts';
import { tappablesOf, textOf } from '../simulator/seen.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { type KeptFile, keptFiles, keptHousekeeping, mortalFiles } from './complaint-files.ts';
import { type ComplaintOffice, seedComplaintOffice } from './complaint-office.ts';
import { Crash, Fate, mortalLine, mortalStore } from './crash.ts';
import { lineOverSimulator } from './line-over-simulator.ts';
import { quickFolder } from './quick-folder.ts';
import { quickReceiptSecrets } from './quick-receipts.ts';

const TOKEN = 'complaint-token';
/** The key that names and closes conversations: what a thief of the whole server has as well. */
export const CONVERSATION_SECRET = Buffer.alloc(32, 7);
export const RECEIPT_SECRETS = quickReceiptSecrets(Buffer.alloc(32, 9));
/** Wednesday 1 July 2026, 09.00 in Bangkok. */
export const WORLD_START_MS = Date.UTC(2026, 6, 1, 2, 0, 0);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Rounds of sweeping after which nothing more can change. */
const MAX_SETTLE_ROUNDS = 60;

/** An office that takes complaints: the real program in this process, a LINE in memory, and a clock of its own. */
export interface ComplaintWorld extends ComplaintOffice {
  readonly simulator: Simulator;
  readonly store: Store;
  /** Path of the embedded store's file; empty for another store. */
  readonly path: string;
  readonly files: Map<string, KeptFile>;
  readonly logLines: readonly string[];
  now(): number;
  person(name: string): Promise<SimUser>;
  says(who: SimUser, text: string): Promise<void>;
  sends(who: SimUser, file: { name: string; kind: 'file' | 'image' | 'audio'; bytes: Buffer }): Promise<void>;
  /** Presses the newest button of this label; false when none was ever shown. */
  presses(who: SimUser, label: string): Promise<boolean>;
  /** The account's newest messages in a person's chat, as text. */
  shows(who: SimUser, count?: number): string;
  /** Lets time go by without a tick. */
  wait(ms: number): void;
  /** Lets time pass and ticks. */
  pass(ms: number): Promise<void>;
  act(doIt: () => Promise<unknown>): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface ComplaintWorldOptions {
  readonly seed: number;
  readonly fate?: Fate;
  /** Another store than a fresh embedded one. */
  readonly store?: Store;
}

/** Opens an office with an admin, officers of two units and one of the accused's, a linked group and a sealing key. */
export async function openComplaintWorld(options: ComplaintWorldOptions): Promise<ComplaintWorld> {
  let nowMs = WORLD_START_MS;
  const { seed, fate = new Fate(() => false) } = options;
  const folder = quickFolder('prongsai-complaints-');
  const path = options.store ? '' : join(folder, 'office.db');
  const store = options.store ?? (await openEmbeddedStore({ path }));
  const files = new Map<string, KeptFile>();
  const logLines: string[] = [];
  let program: Program | undefined;
  const simulator = createSimulator({
    channelSecret: 'complaint-secret',
    channelAccessToken: TOKEN,
    loginChannelId: '1',
    seed,
    now: () => nowMs,
    quota: { type: 'none' },
    deliver: async (body) => {
      const parsed = parseWebhook(body.toString());
      if (!program || !parsed) return { status: 500, body: '' };
      return program.process(parsed.events).then(
        () => ({ status: 200, body: '' }),
        () => ({ status: 500, body: '' }),
      );
    },
  });
  const rise = (): void => {
    fate.rise();
    program = createProgram({
      store: mortalStore(store, fate),
      line: mortalLine(lineOverSimulator(simulator, TOKEN), fate),
      clock: {
        now: () => nowMs,
        sleep: async (ms) => {
          nowMs += Math.ceil(ms);
        },
      },
      random: systemRandom,
      log: { write: (entry) => logLines.push(JSON.stringify(entry)) },
      files: mortalFiles(
        keptFiles(files, () => nowMs),
        fate,
      ),
      housekeeping: keptHousekeeping(files),
      keys: officeKeys(CONVERSATION_SECRET),
      receiptSecrets: RECEIPT_SECRETS,
      liffUrl: () => undefined,
    });
  };
  rise();
  const office = await seedComplaintOffice(simulator, store, nowMs);
  const { keyboard, phones } = simulator;

  const world: ComplaintWorld = {
    ...office,
    simulator,
    store,
    path,
    files,
    logLines,
    now: () => nowMs,
    person: (name) => phones.addUser({ name, label: '', follows: true }),
    says: (who, text) => world.act(() => keyboard.text(who.id, who.id, text)),
    sends: (who, { name: fileName, kind, bytes }) =>
      world.act(() =>
        keyboard.file(who.id, who.id, { kind, fileName, bytes, contentType: 'application/octet-stream' }),
      ),
    presses: async (who, label) => {
      const shown = [...phones.read(who.id, who.id, 0)].reverse().flatMap(tappablesOf);
      const action = shown.find((one) => one.label === label)?.action;
      if (!action) return false;
      await world.act(() => keyboard.postback(who.id, who.id, { data: String(action['data']) }));
      return true;
    },
    shows: (who, count = 2) =>
      phones
        .read(who.id, who.id, 0)
        .filter(({ from }) => from === 'bot')
        .slice(-count)
        .map(textOf)
        .join('\n'),
    wait: (ms) => {
      nowMs += ms;
    },
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
  return world;
}

/** Whether anything would still happen by itself within the longest lease. */
async function hasUnfinished(store: Store, nowMs: number): Promise<boolean> {
  const rows = (await store.count({ collection: replyRows })) + (await store.count({ collection: workRows }));
  const swept = await store.count({ collection: pieces, where: [['expiresAtMs', '<=', nowMs]] });
  if (rows + swept > 0) return true;
  for (const status of ['waiting', 'pushing', 'riding'] as const) {
    const some = await store.query({ collection: posts, where: [['status', '==', status]], limit: 100 });
    if (some.some(({ data }) => status !== 'waiting' || data.nextAttemptAtMs <= nowMs + HOUR_MS)) return true;
  }
  return false;
}
