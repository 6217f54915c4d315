import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import type { MeasureList, MeasureView } from '../../shared/measures/measure-api.ts';
import { type MeasuresOffice, openMeasuresOffice, YEAR } from '../unit/measure-routes/measures-office.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

const MEASURES = 600;
let emulator: FirestoreEmulator;
let store: Store;
let office: MeasuresOffice;

beforeAll(async () => {
  emulator = await startFirestoreEmulator();
  store = await openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });
  office = await openMeasuresOffice(store);
}, 90_000);
afterAll(async () => {
  await office?.close();
  await store?.close();
  await emulator?.stop();
});

it('takes a large plan in one transaction, and loses nothing of twenty at once, on Firestore too', async () => {
  const rows = Array.from({ length: MEASURES }, (_, n) => `กิจกรรมลำดับที่ ${n + 1}\tกองช่าง\t1,000`);
  const bytes = Buffer.from(['มาตรการ\tผู้รับผิดชอบ\tงบประมาณที่ตั้งไว้', ...rows].join('\n'));
  const draft = await office.send<{ id: string; rev: number }>(
    'admin',
    `/measures/drafts/file?year=${YEAR}`,
    bytes,
  );
  const { id, rev } = draft.body;
  const accepted = await office.post('admin', `/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
  expect(accepted.body).toMatchObject({ added: MEASURES });

  const [first, ...others] = await office.lines('builder');
  const save = async (measureId: string | undefined, result: string) =>
    (await office.post<MeasureView>('builder', `/measures/${YEAR}/${measureId}/reports`, { rev: 1, result }))
      .status;
  const onOne = await Promise.all(Array.from({ length: 20 }, (_, n) => save(first?.id, `คนที่ ${n}`)));
  expect(onOne.sort()).toEqual([200, ...Array<number>(19).fill(409)]);
  // No more writes a minute than a person may make.
  office.clock.nowMs += 60_000;
  const onMany = await Promise.all(others.slice(0, 20).map((line) => save(line.id, line.id)));
  expect(onMany).toEqual(Array(20).fill(200));
  // Every one of them wrote the same short form, and all stand in it.
  const { body } = await office.get<MeasureList>('builder', '/measures?show=reported');
  expect(body.total).toBe(21);
  expect(await verifyAudit(store)).toMatchObject({ kind: 'whole' });
}, 120_000);
