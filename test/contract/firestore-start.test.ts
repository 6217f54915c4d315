import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../bot/clock.ts';
import { jsonLog } from '../../bot/log.ts';
import { departures, MOVE_ID, moveJournals } from '../../bot/move/records.ts';
import { systemRandom } from '../../bot/random.ts';
import { readSettings } from '../../bot/settings.ts';
import { startOneMachine } from '../../bot/start.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { ref } from '../../bot/store/store.ts';
import { inbox } from '../../bot/webhook/records.ts';
import { BENCH_SECRET, idOf, signedWebhook } from '../bench/signed-webhook.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

let emulator: FirestoreEmulator;
let dataDir: string;
beforeAll(async () => {
  emulator = await startFirestoreEmulator();
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-start-'));
}, 90_000);
afterAll(async () => {
  await emulator?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true });
});

const settings = (extra: Readonly<Record<string, string>> = {}) => {
  const read = readSettings({
    PORT: '0',
    DATA_DIR: dataDir,
    STORE: 'firestore',
    GOOGLE_CLOUD_PROJECT: emulator.projectId,
    FIRESTORE_EMULATOR_HOST: emulator.host,
    LINE_CHANNEL_SECRET: BENCH_SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: 'token',
    // Nobody listens: answers are not what is tried here.
    LINE_API_URL: 'http://127.0.0.1:9',
    LINE_DATA_API_URL: 'http://127.0.0.1:9',
    ...extra,
  });
  if ('problems' in read) throw new Error(read.problems.join());
  return read.settings;
};
const world = { clock: systemClock, random: systemRandom, log: jsonLog(systemClock.now, () => {}) };
const openStore = () => openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });

it('the one-machine program keeps its records in Firestore when told so', async () => {
  const running = await startOneMachine(settings(), world);
  expect(running.adminCode).toMatch(/\S/);
  const { body, headers } = signedWebhook(idOf('U', 1), idOf('U', 1), 'สวัสดี');
  const response = await fetch(`http://127.0.0.1:${running.port}/webhook`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
  expect(response.status).toBe(200);
  await running.stop();
  const store = await openStore();
  expect(await store.count({ collection: inbox })).toBe(1);
  await store.close();
}, 60_000);

it.each(['moved-away', 'half-moved'] as const)('does not start where the office is %s', async (where) => {
  await emulator.clear();
  const store = await openStore();
  await store.transact(async (tx) => {
    if (where === 'moved-away') tx.set(ref(departures, MOVE_ID), { atMs: 1 });
    else {
      const from = { seq: 0, hash: '' };
      tx.set(ref(moveJournals, MOVE_ID), {
        from,
        startedAtMs: 1,
        carried: {},
        files: null,
        finishedAtMs: null,
      });
    }
  });
  await store.close();
  await expect(startOneMachine(settings(), world)).rejects.toEqual(expect.objectContaining({ where }));
});

it('names the project that STORE=firestore needs', () => {
  expect(() => settings({ GOOGLE_CLOUD_PROJECT: '' })).toThrow(/^GOOGLE_CLOUD_PROJECT: missing/);
});
