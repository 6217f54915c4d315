import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { ApiError } from '../../../bot/api/api-error.ts';
import { apiRouter } from '../../../bot/api/api-router.ts';
import { createDiskFiles } from '../../../bot/files/disk-files.ts';
import type { Files } from '../../../bot/files/files.ts';
import { measureRoutes } from '../../../bot/measures/api.ts';
import { loadOfficeKeys } from '../../../bot/office-keys.ts';
import { members, NEW_OFFICE, OFFICE_ID, offices } from '../../../bot/people/records.ts';
import { ref, type Store } from '../../../bot/store/store.ts';
import type { Accepted, DraftView } from '../../../shared/measures/draft-api.ts';
import type { MeasureLine, MeasureList, MeasureView } from '../../../shared/measures/measure-api.ts';
import type { Role } from '../../../shared/people/roles.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { demoPlanText } from '../../fixtures/measures/demo-plan.ts';
import { capturingLog, seededRandom, type TestClock, testClock } from '../webhook/seeded-ports.ts';
import { openTempStore, type TempStore } from '../webhook/temp-store.ts';

/** The fiscal year of the tests' first day, 1 July 2026. */
export const YEAR = 2026 as FiscalYear;

/** The people of the tests, by what they may do. */
export const PEOPLE = {
  admin: ['สมศรี ใจดี', 'สำนักปลัด', ['admin']],
  officer: ['อรุณ ยุติธรรม', 'สำนักปลัด (งานนิติการ)', ['officer']],
  executive: ['วิชัย ตั้งตรง', 'สำนักปลัด', ['executive']],
  builder: ['ปิติ รักงาน', 'กองช่าง', ['staff']],
  finance: ['มานี มีสุข', 'กองคลัง', ['finance']],
} as const satisfies Readonly<Record<string, readonly [string, string, readonly Role[]]>>;
export type Who = keyof typeof PEOPLE;

/** An answer of the API. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The routes of measures on a loopback port, over the real embedded store and files, with people who log in by their name. */
export interface MeasuresOffice {
  readonly store: Store;
  readonly files: Files;
  readonly clock: TestClock;
  readonly temp: TempStore;
  /** Address of the API. */
  readonly url: string;
  get<Body>(who: string, path: string): Promise<Answer<Body>>;
  post<Body>(who: string, path: string, body: unknown, key?: string): Promise<Answer<Body>>;
  send<Body>(who: string, path: string, bytes: Uint8Array, key?: string): Promise<Answer<Body>>;
  bytes(
    who: string,
    path: string,
  ): Promise<{ readonly status: number; readonly type: string | null; readonly bytes: Buffer }>;
  /** Brings in the invented plan of twelve measures, as a person does. */
  plan(): Promise<Accepted>;
  /** The measures a person sees. */
  lines(who: string, query?: string): Promise<readonly MeasureLine[]>;
  /** The measure whose title holds these words. */
  measure(who: string, words: string): Promise<MeasureView>;
  member(who: string, name: string, unit: string, roles: readonly Role[]): Promise<void>;
  close(): Promise<void>;
}

export async function openMeasuresOffice(given?: Store): Promise<MeasuresOffice> {
  const temp = await openTempStore();
  const store = given ?? temp.store;
  const clock = testClock();
  const log = capturingLog();
  const files = createDiskFiles(join(temp.dataDir, 'files'));
  const keys = loadOfficeKeys(temp.dataDir);
  const member = (who: string, name: string, unit: string, roles: readonly Role[]) =>
    store.transact(async (tx) => {
      tx.set(ref(members, who), { name, unit, roles, status: 'active' as const, joinedAtMs: clock.now() });
    });
  await store.transact(async (tx) => {
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ' });
  });
  for (const [who, [name, unit, roles]] of Object.entries(PEOPLE)) await member(who, name, unit, roles);

  const verifyIdToken = async (token: string): Promise<string> => {
    if (!token.startsWith('token-')) throw new ApiError('login-invalid');
    return token.slice('token-'.length);
  };
  const app = express();
  app.use(
    '/api',
    apiRouter(measureRoutes({ store, files, clock, random: seededRandom(), keys }), {
      store,
      clock,
      log,
      verifyIdToken,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const headers = (who: string) => ({ authorization: `Bearer token-${who}` });

  async function answered<Body>(response: Response): Promise<Answer<Body>> {
    return { status: response.status, body: (await response.json()) as Body };
  }
  const office: MeasuresOffice = {
    store,
    files,
    clock,
    temp,
    url,
    get: async (who, path) => answered(await fetch(`${url}${path}`, { headers: headers(who) })),
    post: async (who, path, body, key = randomUUID()) =>
      answered(
        await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { ...headers(who), 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
        }),
      ),
    send: async (who, path, bytes, key = randomUUID()) =>
      answered(
        await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { ...headers(who), 'content-type': 'image/jpeg', 'idempotency-key': key },
          body: new Uint8Array(bytes),
        }),
      ),
    bytes: async (who, path) => {
      const response = await fetch(`${url}${path}`, { headers: headers(who) });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, type: response.headers.get('content-type'), bytes };
    },
    plan: async () => {
      const text = demoPlanText('อบต.ทดสอบ', YEAR);
      const draft = await office.post<DraftView>('admin', '/measures/drafts', { kind: 'pasted', text });
      if (draft.status !== 200) throw new Error(JSON.stringify(draft.body));
      const { id, rev } = draft.body;
      const accepted = await office.post<Accepted>('admin', `/measures/drafts/${id}/accept`, {
        rev,
        mode: 'replace',
      });
      if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
      return accepted.body;
    },
    lines: async (who, query = '') => (await office.get<MeasureList>(who, `/measures${query}`)).body.measures,
    measure: async (who, words) => {
      const lines = await office.lines('admin', '?view=all');
      const line = lines.find(({ title }) => title.includes(words));
      if (!line) throw new Error(`no measure says ${words}`);
      const { status, body } = await office.get<MeasureView>(who, `/measures/${YEAR}/${line.id}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body;
    },
    member,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await temp.close();
    },
  };
  return office;
}
