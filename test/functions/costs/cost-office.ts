import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import express from 'express';
import { expiringCollections } from '../../../bot/collections.ts';
import { createMiniApp } from '../../../bot/mini-app.ts';
import { officeKeys } from '../../../bot/office-keys.ts';
import { posts } from '../../../bot/outbox/records.ts';
import { createProgram } from '../../../bot/program.ts';
import { importPrivateKey } from '../../../bot/sealing/opening/private-key.ts';
import { readSettings } from '../../../bot/settings.ts';
import type { Store } from '../../../bot/store/store.ts';
import { parseWebhook } from '../../../bot/webhook/parse.ts';
import { type Operations, operations } from '../../../functions/costs/operations.ts';
import { type KeptFile, keptFiles, keptHousekeeping } from '../../faults/complaint-files.ts';
import { CONVERSATION_SECRET, RECEIPT_SECRETS, WORLD_START_MS } from '../../faults/complaint-world.ts';
import { lineOverSimulator } from '../../faults/line-over-simulator.ts';
import type { SimUser } from '../../simulator/protocol.ts';
import { tappablesOf, textOf } from '../../simulator/seen.ts';
import { createSimulator, type Simulator } from '../../simulator/simulator.ts';
import { seededRandom } from '../../unit/webhook/seeded-ports.ts';
import { billedStore, type Tally } from './billed-store.ts';
import { countedFiles, countedLine } from './counted-ports.ts';
import { type CostPeople, seedCostOffice } from './seed-cost-office.ts';

const TOKEN = 'cost-token';
const SECRET = 'cost-secret';
const LOGIN_CHANNEL = '1';
const PUBLIC_URL = 'https://office.example';

/** An answer of the mini-app's API. */
export interface CostAnswer {
  readonly status: number;
  readonly json: Record<string, unknown>;
  readonly bytes: Buffer;
}

/** The whole program as Cloud Functions runs it, in this process, with everything counted that Google bills. */
export interface CostOffice extends CostPeople {
  readonly simulator: Simulator;
  /** Uncounted. */
  readonly base: Store;
  now(): number;
  /** Types a text into the 1:1 chat, or a group. */
  says(who: SimUser, text: string, chatId?: string): Promise<void>;
  sendsPicture(who: SimUser, bytes: Buffer): Promise<void>;
  sendsFile(who: SimUser, fileName: string, bytes: Buffer): Promise<void>;
  /** Presses the newest button of this label. */
  presses(who: SimUser, label: string, chatId?: string): Promise<void>;
  shows(who: SimUser, count: number, chatId?: string): string;
  get(who: SimUser, path: string): Promise<CostAnswer>;
  post(who: SimUser, path: string, body: object | Buffer): Promise<CostAnswer>;
  /** Lets time go by and ticks once at its end. */
  pass(ms: number): Promise<void>;
  /** The pauses of all passes so far. */
  readonly passed: readonly number[];
  /**
   * What was done so far; reads, writes and deletes as `beside` has them, where it is given. What will be removed when its time is
   * over is reckoned as a read and a delete, and not as kept.
   */
  counted(beside?: Pick<Operations, 'reads' | 'writes' | 'deletes'>): Promise<Operations>;
  close(): Promise<void>;
}

/** Opens a furnished office on a store; the tally goes on from its furnishing, so take the difference. */
export async function openCostOffice(base: Store): Promise<CostOffice> {
  let nowMs = WORLD_START_MS;
  const tally: Tally = { ...operations() };
  let triggers = 0;
  const { store, bytes: documentBytes } = billedStore(base, tally, (collection) => {
    if (collection === posts.name) triggers += 1;
  });
  const clock = {
    now: () => nowMs,
    sleep: async (ms: number) => {
      nowMs += Math.ceil(ms);
    },
  };
  const simulator = createSimulator({
    channelSecret: SECRET,
    channelAccessToken: TOKEN,
    loginChannelId: LOGIN_CHANNEL,
    seed: 1,
    now: clock.now,
    quota: { type: 'none' },
    deliver: async (body) => {
      const parsed = parseWebhook(body.toString());
      if (!parsed) throw new Error('LINE sent what nobody can read');
      tally.webhookCalls += 1;
      await program.process(parsed.events);
      return { status: 200, body: '' };
    },
  });
  const lineServer = await simulator.listen(0);
  const line = countedLine(lineOverSimulator(simulator, TOKEN), tally);
  const kept = new Map<string, KeptFile>();
  const files = countedFiles(keptFiles(kept, clock.now), tally);
  const housekeeping = keptHousekeeping(kept);
  const random = seededRandom();
  const keys = officeKeys(CONVERSATION_SECRET);
  const log = {
    write: (entry: object) => {
      if ('event' in entry && entry.event === 'fault') throw new Error(JSON.stringify(entry));
    },
  };
  const program = createProgram({
    store,
    line,
    clock,
    random,
    log,
    files,
    keys,
    housekeeping: {
      ...housekeeping,
      oldFiles: (page) => {
        tally.fileWrites += 1;
        return housekeeping.oldFiles(page);
      },
    },
    receiptSecrets: RECEIPT_SECRETS,
    liffUrl: (path) => `https://liff.line.me/1-x/${path}`,
    publicUrl: PUBLIC_URL,
  });

  /** Runs the functions that wait: what a new post wakes. */
  const settle = async (): Promise<void> => {
    await program.idle();
    while (triggers > 0) {
      triggers -= 1;
      tally.outboxCalls += 1;
      await program.sweep();
      await program.idle();
    }
  };
  const act = async (doIt: () => Promise<unknown>): Promise<void> => {
    await doIt();
    await settle();
  };

  const ring: Uint8Array[] = [];
  const read = readSettings({
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_URL: lineServer.url,
    LINE_LOGIN_CHANNEL_ID: LOGIN_CHANNEL,
    PUBLIC_URL,
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const part = (serves: 'cases' | 'all-but-cases') =>
    createMiniApp(read.settings, {
      store,
      files,
      line,
      clock,
      random,
      log,
      keys,
      keyring: async () => Promise.all(ring.map(importPrivateKey)),
      liffFolder: tmpdir(),
      serves,
    }).api;
  const cases = part('cases');
  const others = part('all-but-cases');
  const app = express();
  app.use('/api', (request, response, next) => {
    const isCase = /^\/(cases|downloads)(\/|$)/.test(request.path);
    tally[isCase ? 'caseCalls' : 'apiCalls'] += 1;
    (isCase ? cases : others)(request, response, next);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  let requests = 0;
  const call = async (who: SimUser, path: string, body?: object | Buffer): Promise<CostAnswer> => {
    const { idToken } = simulator.platform.login.issue({ userId: who.id, name: who.name }, nowMs);
    requests += 1;
    // The login is checked with LINE.
    tally.lineTrips += 1;
    if (path === '/session') tally.appOpenings += 1;
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(`${api}${path}`, {
      headers: {
        authorization: `Bearer ${idToken}`,
        ...(body === undefined
          ? {}
          : {
              'content-type': isFile ? 'image/jpeg' : 'application/json',
              'idempotency-key': `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`,
            }),
      },
      ...(body === undefined
        ? {}
        : { method: 'POST', body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    tally.bytesToPhones += bytes.length;
    await settle();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${bytes}`);
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, bytes, json: isJson ? JSON.parse(bytes.toString()) : {} };
  };

  const passed: number[] = [];
  const { keyboard, phones } = simulator;
  const people = await seedCostOffice(simulator, store, nowMs);
  ring.push(people.privateBytes);
  return {
    ...people,
    simulator,
    base,
    passed,
    now: clock.now,
    says: (who, text, chatId = who.id) => act(() => keyboard.text(chatId, who.id, text)),
    sendsPicture: (who, bytes) =>
      act(() =>
        keyboard.file(who.id, who.id, { kind: 'image', fileName: 'a.jpg', bytes, contentType: 'image/jpeg' }),
      ),
    sendsFile: (who, fileName, bytes) =>
      act(() =>
        keyboard.file(who.id, who.id, {
          kind: 'file',
          fileName,
          bytes,
          contentType: 'application/octet-stream',
        }),
      ),
    presses: (who, label, chatId = who.id) =>
      act(async () => {
        const shown = [...phones.read(chatId, who.id, 0)].reverse();
        const action = shown.flatMap(tappablesOf).find((one) => one.label === label)?.action;
        if (!action) throw new Error(`nothing says ${label} in: ${shown.slice(0, 2).map(textOf).join('\n')}`);
        if (action['type'] === 'message') await keyboard.text(chatId, who.id, String(action['text']));
        else await keyboard.postback(chatId, who.id, { data: String(action['data']) });
      }),
    shows: (who, count, chatId = who.id) =>
      phones
        .read(chatId, who.id, 0)
        .filter(({ from }) => from === 'bot')
        .slice(-count)
        .map(textOf)
        .join('\n'),
    get: (who, path) => call(who, path),
    post: call,
    pass: async (ms) => {
      passed.push(ms);
      nowMs += ms;
      tally.tickCalls += 1;
      await act(() => program.tick());
    },
    counted: async (beside = tally) => {
      const expiring = new Set(expiringCollections.map(({ name }) => name));
      let gone = 0;
      let staying = 0;
      for (const [path, size] of documentBytes) {
        if (expiring.has(path.slice(0, path.indexOf('/')))) gone += 1;
        else staying += size;
      }
      let fileBytes = 0;
      for (const { bytes } of kept.values()) fileBytes += bytes.length;
      const { reads, writes, deletes } = beside;
      return {
        ...tally,
        reads: reads + gone,
        writes,
        deletes: deletes + gone,
        documentBytes: staying,
        fileBytes,
      };
    },
    close: async () => {
      await settle();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await lineServer.close();
      await base.close();
    },
  };
}
