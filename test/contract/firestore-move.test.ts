import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { allCollections } from '../../bot/collections.ts';
import { type Bucket, openBucket } from '../../bot/files/open-storage.ts';
import { createStorageFiles } from '../../bot/files/storage-files.ts';
import { digestOf } from '../../bot/move/compare-collection.ts';
import { runMove } from '../../bot/move/run-move.ts';
import { notHere, stayHere } from '../../bot/move/stay.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import { Fate } from '../faults/crash.ts';
import { moveThroughInterruptions, TEST_CLOCK } from '../move/interrupted-move.ts';
import { fillLargeOffice } from '../move/large-office.ts';
import { officeFacts } from '../move/office-facts.ts';
import { officeFigures } from '../move/office-figures.ts';
import { Places } from '../move/places.ts';
import { COMPLAINTS, yearToMove } from '../move/year-to-move.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';
import { openSmallStorage, type SmallStorage } from './small-storage.ts';

/** Enough for the least office: what is not moved again and again is proved on the whole one. */
const FEW = ['audit', 'auditHead', 'caseLines', 'measures'];
/** For some fifty thousand documents. */
const HEAP_MB = 2_000;
/** How often the program ends on each way. */
const INTERRUPTIONS = 12;
/** Steps (a call begins, a call ends) between two of them, at most. */
const LONGEST_LIFE = 160;
const places = new Places();
let emulator: FirestoreEmulator;
let storage: SmallStorage;
let store: Store;
let bucket: Bucket;
const openAway = () => openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });

beforeAll(async () => {
  [emulator, storage] = [await startFirestoreEmulator(undefined, HEAP_MB), await openSmallStorage()];
  store = await openAway();
  process.env['STORAGE_EMULATOR_HOST'] = storage.url;
  bucket = await openBucket('office-files');
}, 90_000);
afterAll(async () => {
  delete process.env['STORAGE_EMULATOR_HOST'];
  await store?.close();
  await places.close();
  await Promise.all([emulator?.stop(), storage?.close()]);
});

it(`carries a year of an office with ${COMPLAINTS} complaints to Firebase and back, interrupted many times on each way, and every figure and document is the same`, async () => {
  const lap = stopwatch();
  const { home, nowMs, close } = await yearToMove(places);
  const again = await places.open();
  const away = { store, files: createStorageFiles(bucket) };
  const before = await officeFacts(home);
  const figures = await officeFigures(home.store, nowMs);
  lap('year');
  const draws = new SeededRandom(11);
  const there = await moveThroughInterruptions(home, away, endingOften(draws));
  lap('there');
  expect(await officeFigures(away.store, nowMs)).toEqual(figures);
  lap('figures there');
  const back = await moveThroughInterruptions(away, again, endingOften(draws));
  lap('back');
  expect(await officeFigures(again.store, nowMs)).toEqual(figures);
  expect(await officeFacts(again)).toEqual(before);
  lap('compared');
  console.log(
    `move of ${there.moved.documents} documents and ${there.moved.files} files, ${there.starts} starts there, ${back.starts} back: ${lap.text()}`,
  );
  expect(there.moved).toMatchObject({ audit: { kind: 'whole' } });
  expect([there.starts, back.starts]).toEqual([INTERRUPTIONS + 1, INTERRUPTIONS + 1]);
  await close();
  await emulator.clear();
}, 600_000);

it('goes on from every single call at which it was ended on the way to Firestore', async () => {
  const home = await places.open();
  await fillLargeOffice(home, { caseLines: 150, measures: 3, auditEntries: 3, files: 0 });
  const collections = allCollections.filter(({ name }) => FEW.includes(name));
  const factsOf = async (of: Store) => ({
    digests: await Promise.all(collections.map((one) => digestOf(of, one))),
    audit: await verifyAudit(of),
  });
  const before = await factsOf(home.store);
  const moveEndedAt = async (end: number) => {
    await emulator.clear();
    await stayHere(home.store);
    const fate = new Fate((call) => call === end);
    const { starts } = await moveThroughInterruptions({ store: home.store }, { store }, fate, {
      collections,
    });
    expect([end, await factsOf(store)]).toEqual([end, before]);
    return { starts, calls: fate.calls };
  };
  const { calls } = await moveEndedAt(0);
  for (let end = 1; end <= calls; end += 1) expect((await moveEndedAt(end)).starts).toBe(2);
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

/** Lives that end after a few steps, or after many; the last one ends by itself. */
function endingOften(draws: SeededRandom): Fate {
  const ends = new Set<number>();
  let at = 0;
  for (let n = 0; n < INTERRUPTIONS; n += 1) {
    at += 1 + Math.floor(draws.next() * LONGEST_LIFE);
    ends.add(at);
  }
  return new Fate((call) => ends.has(call));
}

/** Notes how long each part took. */
function stopwatch(): ((part: string) => void) & { text(): string } {
  const parts: string[] = [];
  let sinceMs = performance.now();
  const lap = (part: string) => {
    const nowMs = performance.now();
    parts.push(`${part} ${Math.round(nowMs - sinceMs)} ms`);
    sinceMs = nowMs;
  };
  return Object.assign(lap, { text: () => parts.join(', ') });
}
