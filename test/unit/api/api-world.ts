import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import express from 'express';
import { createLineClient } from '../../../bot/line/line-client.ts';
import type { LogEvent } from '../../../bot/log.ts';
import { createMiniApp } from '../../../bot/mini-app.ts';
import { officeKeys } from '../../../bot/office-keys.ts';
import { type Member, members } from '../../../bot/people/records.ts';
import { systemRandom } from '../../../bot/random.ts';
import { importPrivateKey } from '../../../bot/sealing/opening/private-key.ts';
import { readSettings } from '../../../bot/settings.ts';
import { ref, type Store } from '../../../bot/store/store.ts';
import { keptFiles } from '../../faults/complaint-files.ts';
import {
  CONVERSATION_SECRET,
  type ComplaintWorld,
  openComplaintWorld,
} from '../../faults/complaint-world.ts';
import type { SimUser } from '../../simulator/protocol.ts';

/** One answer of the API. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; undefined for a file. */
  readonly json: Record<string, unknown>;
  readonly bytes: Buffer;
}

/** What is sent. */
export interface ApiCall {
  /** Whose login; left out for nobody's. */
  readonly as?: SimUser;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly body?: unknown;
  /** The same as `body`, as it goes over the line. */
  readonly raw?: string;
  /** Idempotency key; left out, a fresh one. */
  readonly key?: string;
}

/** An office that takes complaints, with the mini-app's API on loopback. */
export interface ApiWorld extends ComplaintWorld {
  /** An officer of another unit than the complaints here are about. */
  readonly second: SimUser;
  /** What the API logged. */
  readonly apiLog: readonly string[];
  call(path: string, call?: ApiCall): Promise<ApiAnswer>;
  idToken(who: SimUser, more?: { readonly audience?: string; readonly issuer?: string }): string;
  setMember(who: SimUser, change: Partial<Member>): Promise<void>;
  /** A person who follows the account and is no member. */
  stranger(): Promise<SimUser>;
}

const LOGIN_CHANNEL = '1';

/** Opens it. `login: false`: the office has set no LINE Login channel. */
export async function openApiWorld(
  options: { readonly login?: boolean; readonly store?: Store } = {},
): Promise<ApiWorld> {
  const world = await openComplaintWorld({ seed: 1, ...(options.store ? { store: options.store } : {}) });
  const { simulator, store } = world;
  const line = await simulator.listen(0);
  const read = readSettings({
    LINE_CHANNEL_SECRET: 'x',
    LINE_CHANNEL_ACCESS_TOKEN: 'x',
    LINE_API_URL: line.url,
    ...(options.login === false ? {} : { LINE_LOGIN_CHANNEL_ID: LOGIN_CHANNEL }),
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const ring = [await importPrivateKey(world.privateBytes)];
  const apiLog: string[] = [];
  const app = express();
  const clock = { now: world.now, sleep: async () => {} };
  const log = { write: (entry: LogEvent) => void apiLog.push(JSON.stringify(entry)) };
  const { LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken, LINE_API_URL: apiUrl } = read.settings;
  const { api } = createMiniApp(read.settings, {
    line: createLineClient({ channelAccessToken, apiUrl, dataApiUrl: line.url, clock, log }),
    store,
    files: keptFiles(world.files, world.now),
    clock,
    random: systemRandom,
    log,
    keys: officeKeys(CONVERSATION_SECRET),
    keyring: async () => ring,
    liffFolder: tmpdir(),
  });
  app.use('/api', api);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;

  const setMember = (who: SimUser, change: Partial<Member>) =>
    store.transact(async (tx) => {
      const before = (await tx.get(ref(members, who.id)))?.data;
      const fresh: Member = {
        name: who.name,
        unit: 'กองคลัง',
        roles: [],
        status: 'active',
        joinedAtMs: world.now(),
      };
      tx.set(ref(members, who.id), { ...fresh, ...before, ...change });
    });
  const second = await world.person('นิติกรสอง');
  await setMember(second, { roles: ['officer'] });
  const idToken: ApiWorld['idToken'] = (who, more = {}) =>
    simulator.platform.login.issue({ userId: who.id, name: who.name, ...more }, world.now()).idToken;

  return {
    ...world,
    second,
    apiLog,
    setMember,
    idToken,
    stranger: () => world.person('คนนอก'),
    call: async (path, { as, headers = {}, body, raw, key = randomUUID() } = {}) => {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(`${url}${path}`, {
        headers: {
          ...(as ? { authorization: `Bearer ${idToken(as)}` } : {}),
          ...(sent === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
          ...headers,
        },
        ...(sent === undefined ? {} : { method: 'POST', body: sent }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        bytes,
        json: isJson ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {},
      };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await line.close();
      await world.close();
    },
  };
}
