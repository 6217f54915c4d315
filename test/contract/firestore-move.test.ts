import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMove } from '../../bot/move/run-move.ts';
import { notHere } from '../../bot/move/stay.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import { Fate } from '../faults/crash.ts';
import { moveThroughInterruptions, TEST_CLOCK } from '../move/interrupted-move.ts';
import { fillLargeOffice } from '../move/large-office.ts';
import { officeFacts } from '../move/office-facts.ts';
import { Places } from '../move/places.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

/** With 10,000 lines the same test took 38 s there and 95 s back on two busy cores; the whole size is moved between embedded stores. */
const SIZE = { caseLines: 2_000, measures: 50, auditEntries: 400, files: 20 };
const places = new Places();
let emulator: FirestoreEmulator;
let store: Store;
const openAway = () => openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });

beforeAll(async () => {
  emulator = await startFirestoreEmulator();
  store = await openAway();
}, 90_000);
afterAll(async () => {
  await store?.close();
  await places.close();
  await emulator?.stop();
});

it('carries an office to Firestore and back, interrupted at random calls, and it is the same office', async () => {
  const [home, again, bucket] = [await places.open(), await places.open(), await places.open()];
  await fillLargeOffice(home, SIZE);
  const before = await officeFacts(home);
  const away = { store, ...(bucket.files ? { files: bucket.files } : {}) };
  const draws = new SeededRandom(11);
  const fate = new Fate(() => draws.chance(0.002));
  const startedAtMs = performance.now();
  const there = await moveThroughInterruptions(home, away, fate);
  const thereMs = performance.now();
  expect(await officeFacts(away)).toEqual(before);
  const comparedMs = performance.now();
  const back = await moveThroughInterruptions(away, again, fate);
  const backMs = performance.now() - comparedMs;
  console.log(
    `move of ${there.moved.documents} documents: there ${Math.round(thereMs - startedAtMs)} ms in ${there.starts} starts, ` +
      `back ${Math.round(backMs)} ms in ${back.starts} starts`,
  );
  expect(await officeFacts(again)).toEqual(before);
  expect(there.starts + back.starts).toBeGreaterThan(2);
  await emulator.clear();
}, 400_000);

it('the command says what it carries, that no place for files is set up, and that the office has arrived', async () => {
  const home = await places.open();
  await fillLargeOffice(home, { caseLines: 120, measures: 2, auditEntries: 3, files: 2 });
  const said: string[] = [];
  const unclosed = { ...home, store: { ...bound(home.store), close: async () => {} } };
  const deps = {
    clock: TEST_CLOCK,
    open: async (name: 'embedded' | 'firestore') =>
      name === 'embedded' ? unclosed : { store: await openAway() },
    line: (text: string) => void said.push(text),
  };
  expect(await runMove(['--to', 'nowhere'], deps)).toBe(false);
  expect(said.join('\n')).toContain('npm run move -- --to firestore');
  expect(await runMove(['--to', 'firestore'], deps)).toBe(false);
  expect(said.at(-1)).toContain('--without-files');
  expect(await runMove(['--to', 'firestore', '--without-files'], deps)).toBe(true);
  const text = said.join('\n');
  expect(text).toContain('STORAGE_BUCKET');
  expect(text).toContain('คัดลอก caseLines 120/120');
  expect(text).toContain('ไฟล์แนบ 2 ไฟล์ยังอยู่ในที่เดิม');
  expect(await notHere(home.store)).toBe('moved-away');
  expect(await runMove(['--stay', 'embedded'], deps)).toBe(true);
  expect(await notHere(home.store)).toBeUndefined();
});

/** Methods of a class do not come along with `...`. */
function bound(one: Store): Omit<Store, 'close'> {
  return {
    transact: (work) => one.transact(work),
    get: (ref) => one.get(ref),
    query: (query) => one.query(query),
    count: (query) => one.count(query),
  };
}
