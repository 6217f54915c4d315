import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Notice } from '../../bot/notices/records.ts';
import { type Member, members, NEW_OFFICE, OFFICE_ID, offices } from '../../bot/people/records.ts';
import { generateHpkeBytes } from '../../bot/sealing/hpke.ts';
import { publicKeyOf } from '../../bot/sealing/public-key.ts';
import { sealingKeys } from '../../bot/sealing/records.ts';
import { MAX_DOCUMENT_BYTES, ref } from '../../bot/store/store.ts';
import { TEXTS_MAX } from '../../shared/complaints/intake-limits.ts';
import {
  DISSEMINATION_MAX,
  DISSEMINATION_NOTE_UNITS_MAX,
  NOTICE_GROUPS_MAX,
  NOTICE_LINK_UNITS_MAX,
  NOTICE_TEXT_UNITS_MAX,
  NOTICE_TITLE_UNITS_MAX,
} from '../../shared/notices/notice-limits.ts';
import type { Day } from '../../shared/thai/days.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { bringInPlan } from '../scenario/measures-hand.ts';
import type { SimUser } from '../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../unit/webhook/program-in-memory.ts';
import { firestoreBytes, type WritingStore, writingStore } from './writing-store.ts';

/** Half of what Firestore takes (1 MiB): what an office may really bring stays below. */
const FAR_BELOW = 512 * 1024;
const LINES = 5_000;
const MEASURES = 250;
/** What LINE lets a person write in one message, UTF-16 units. */
const LONGEST = 'ก'.repeat(4_000);
const ATTACHMENTS = 18;
const HOUR_MS = 60 * 60 * 1000;

let program: ProgramInMemory;
let noted: WritingStore;
let finance: SimUser;
let citizen: SimUser;

beforeAll(async () => {
  program = await openProgram({
    around: (store) => {
      noted = writingStore(store);
      return noted.store;
    },
  });
  finance = await program.person('การเงิน');
  const officer = await program.person('นิติกร');
  citizen = await program.person('ประชาชน');
  const joinedAtMs = program.clock.now();
  const member = ({ name }: SimUser, roles: Member['roles']): Member => ({
    name,
    unit: 'กองคลัง',
    roles,
    status: 'active',
    joinedAtMs,
  });
  const key = publicKeyOf((await generateHpkeBytes()).publicBytes);
  await program.store.transact(async (tx) => {
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ' });
    tx.set(ref(sealingKeys, key.keyId), { ...key, createdAtMs: joinedAtMs, status: 'current' });
    tx.set(ref(members, finance.id), member(finance, ['finance', 'admin']));
    tx.set(ref(members, officer.id), member(officer, ['officer']));
  });
});
afterAll(() => program?.close());

it('the largest workbook, complaint and plan that offices bring are stored in documents of less than half of what Firestore takes', async () => {
  const sent = await program.sends(finance, workbook());
  expect(sent).toContain('5000');
  await program.taps(finance, 'ยืนยัน');
  await bringInPlan(program, finance.id, 2027 as FiscalYear, MEASURES);
  await longestComplaint();
  for (let hour = 0; hour < 30; hour += 1) {
    program.clock.nowMs += HOUR_MS;
    await program.program.tick();
    await program.program.idle();
  }
  const sizes = [...noted.largest].toSorted(([, a], [, b]) => b - a);
  console.log(
    sizes
      .slice(0, 16)
      .map(([name, bytes]) => `${name} ${bytes}`)
      .join(', '),
  );
  for (const name of [
    'budgetChunks',
    'budgetUploads',
    'budgetYears',
    'caseParts',
    'cases',
    'pool',
    'measurePlans',
    'measureStandings',
    'measureDrafts',
  ])
    expect(noted.largest.get(name) ?? 0, name).toBeGreaterThan(0);
  expect(sizes.filter(([, bytes]) => bytes > FAR_BELOW)).toEqual([]);
}, 120_000);

it('a notice of the longest text to the most groups, with the fullest log, is far below, and no document grows with its readers', () => {
  const letters = (units: number) => 'ก'.repeat(units);
  const longest: Notice = {
    content: {
      kind: 'general',
      title: letters(NOTICE_TITLE_UNITS_MAX),
      text: letters(NOTICE_TEXT_UNITS_MAX),
      link: letters(NOTICE_LINK_UNITS_MAX),
      groupIds: Array.from({ length: NOTICE_GROUPS_MAX }, (_, n) => `C${String(n).padStart(32, '0')}`),
      asksAck: true,
    } as unknown as Notice['content'],
    status: 'posted',
    authorId: letters(33),
    edition: 20,
    deliveries: Array.from({ length: NOTICE_GROUPS_MAX }, (_, n) => ({
      groupId: `C${String(n).padStart(32, '0')}`,
      postId: 'p'.repeat(100),
      edition: 20,
      withoutPicture: true,
      ended: { state: 'sent', atMs: 1, via: 'push' },
    })),
    log: Array.from({ length: DISSEMINATION_MAX + NOTICE_GROUPS_MAX }, () => ({
      channel: 'board',
      day: '2026-01-01' as Day,
      url: letters(NOTICE_LINK_UNITS_MAX),
      note: letters(DISSEMINATION_NOTE_UNITS_MAX),
      byId: letters(33),
    })) as unknown as Notice['log'],
    orderMs: 1,
    rev: 1,
  };
  const bytes = firestoreBytes(longest);
  console.log(`notice ${bytes}`);
  expect(bytes).toBeLessThan(FAR_BELOW);
});

it('the limit of the port is below Firestore’s own', () => {
  expect(MAX_DOCUMENT_BYTES).toBeLessThan(1024 * 1024);
});

function workbook() {
  const header = 'แผนงาน,งาน,งบ,หมวด,รายการ,งบประมาณตั้งไว้,โอนเพิ่ม,โอนลด,งบประมาณหลังโอน,ผูกพัน,เบิกจ่าย,คงเหลือ';
  const item = 'ค่าใช้จ่ายในการปรับปรุงซ่อมแซมถนนคอนกรีตเสริมเหล็กสายบ้านเหนือถึงบ้านใต้ หมู่ที่';
  const rows = Array.from(
    { length: LINES },
    (_, n) =>
      `แผนงานอุตสาหกรรมและการโยธา,งานก่อสร้างโครงสร้างพื้นฐาน,งบลงทุน,ค่าที่ดินและสิ่งก่อสร้าง,${item} ${n},${500_000 + n}.00,0,0,${500_000 + n}.00,0,100.00,${499_900 + n}.00`,
  );
  const head = ['รายงานการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. 2569', 'ข้อมูล ณ วันที่ 30 มิถุนายน 2569', header];
  const bytes = Buffer.from([...head, ...rows].join('\n'));
  return { kind: 'file', fileName: 'งบ.csv', contentType: 'text/csv', bytes } as const;
}

/** Every question answered with as many of the longest texts as it takes, and pictures. */
async function longestComplaint(): Promise<void> {
  const texts = async (count: number) => {
    for (let n = 0; n < count; n += 1) await program.says(citizen, LONGEST);
  };
  await program.says(citizen, 'ร้องเรียน');
  await program.taps(citizen, 'เริ่ม');
  await program.taps(citizen, 'เรียกรับสินบน/ของขวัญ');
  await texts(TEXTS_MAX.who);
  await program.taps(citizen, 'ต่อไป');
  await program.taps(citizen, 'กองช่าง');
  await texts(TEXTS_MAX.what);
  await program.taps(citizen, 'ต่อไป');
  await texts(TEXTS_MAX.when);
  await program.taps(citizen, 'ต่อไป');
  await texts(TEXTS_MAX.where);
  await program.taps(citizen, 'ต่อไป');
  await texts(TEXTS_MAX.evidence);
  for (let n = 0; n < ATTACHMENTS; n += 1)
    await program.sends(citizen, {
      kind: 'video',
      fileName: 'v.mp4',
      contentType: 'video/mp4',
      bytes: Buffer.alloc(200, n),
    });
  await program.taps(citizen, 'ต่อไป');
  await texts(TEXTS_MAX.witnesses);
  await program.taps(citizen, 'ต่อไป');
  await program.taps(citizen, 'ยังไม่เคยแจ้ง');
  await program.taps(citizen, 'ส่งเรื่อง');
}
