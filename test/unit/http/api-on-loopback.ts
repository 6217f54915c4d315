import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { createDiskFiles } from '../../../bot/files/disk-files.ts';
import { createLineClient } from '../../../bot/line/line-client.ts';
import type { LogEvent } from '../../../bot/log.ts';
import { createMiniApp } from '../../../bot/mini-app.ts';
import { officeKeys } from '../../../bot/office-keys.ts';
import { type Member, members, NEW_OFFICE, OFFICE_ID, offices } from '../../../bot/people/records.ts';
import { systemRandom } from '../../../bot/random.ts';
import { readSettings } from '../../../bot/settings.ts';
import { ref, type Store } from '../../../bot/store/store.ts';
import type { Role } from '../../../shared/people/roles.ts';
import { counting } from '../../faults/counting-store.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { capturingLog, type TestClock, testClock } from '../webhook/seeded-ports.ts';
import { openTempStore } from '../webhook/temp-store.ts';

const LOGIN_CHANNEL = '2000000009';
const CHANNEL = {
  channelSecret: 'api-secret',
  channelAccessToken: 'api-token',
  loginChannelId: LOGIN_CHANNEL,
};

/** A person who is logged in with LINE. */
export interface ApiPerson {
  readonly userId: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown, key?: string): Promise<Response>;
}

/** The mini-app's API as the program mounts it, on a loopback port, over a real store and a simulated LINE Login. */
export interface ApiOnLoopback {
  readonly url: string;
  readonly store: Store;
  readonly clock: TestClock;
  readonly log: readonly LogEvent[];
  /** Documents, pages and counts asked of the store so far. */
  reads(): number;
  /** Somebody with these roles; none: nobody the office knows. */
  person(name: string, roles?: readonly Role[]): Promise<ApiPerson>;
  setMember(userId: string, change: Partial<Member>): Promise<void>;
  everything(): Promise<Readonly<Record<string, object>>>;
  close(): Promise<void>;
}

export async function openApi(): Promise<ApiOnLoopback> {
  const temp = await openTempStore();
  const { store } = temp;
  const counted = counting(store);
  const clock = testClock();
  const log = capturingLog();
  const simulator = createSimulator({ ...CHANNEL, now: clock.now });
  const line = await simulator.listen(0);
  const read = readSettings({
    LINE_CHANNEL_SECRET: CHANNEL.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.channelAccessToken,
    LINE_LOGIN_CHANNEL_ID: LOGIN_CHANNEL,
    LINE_API_URL: line.url,
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken, LINE_API_URL: apiUrl } = read.settings;
  const { api } = createMiniApp(read.settings, {
    line: createLineClient({ channelAccessToken, apiUrl, dataApiUrl: line.url, clock, log }),
    store: counted.store,
    files: createDiskFiles(join(temp.dataDir, 'files')),
    clock,
    random: systemRandom,
    log,
    keys: officeKeys(Buffer.alloc(32, 7)),
    keyring: async () => [],
    liffFolder: temp.dataDir,
  });
  const server = createServer(express().use('/api', api));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulated = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`${line.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    return (await answer.json()) as T;
  };
  await store.transact(async (tx) =>
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'องค์การบริหารส่วนตำบลทดสอบ' }),
  );

  return {
    url,
    store,
    clock,
    log: log.lines,
    reads: () => counted.reads,
    person: async (name, roles) => {
      const { id: userId } = await simulated<{ id: string }>('/sim/users', {
        name,
        label: '',
        follows: true,
      });
      if (roles) {
        const member: Member = { name, unit: 'กองคลัง', roles, status: 'active', joinedAtMs: clock.now() };
        await store.transact(async (tx) => tx.set(ref(members, userId), member));
      }
      const headers = async () => {
        const { idToken } = await simulated<{ idToken: string }>('/sim/login', { userId });
        return { authorization: `Bearer ${idToken}` };
      };
      return {
        userId,
        get: async (path) => fetch(`${url}/api${path}`, { headers: await headers() }),
        post: async (path, body, key = systemRandom.uuid()) =>
          fetch(`${url}/api${path}`, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { ...(await headers()), 'content-type': 'application/json', 'idempotency-key': key },
          }),
      };
    },
    setMember: (userId, change) =>
      store.transact(async (tx) => {
        const before = await tx.get(ref(members, userId));
        if (before) tx.set(ref(members, userId), { ...before.data, ...change });
      }),
    everything: temp.everything,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await line.close();
      await temp.close();
    },
  };
}
