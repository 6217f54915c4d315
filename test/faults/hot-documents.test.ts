import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUDIT_LANES, auditHeads } from '../../bot/audit/records.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { TELL_COUNT_EVERY_MS } from '../../bot/notices/acknowledge.ts';
import { countAcks } from '../../bot/notices/read-notices.ts';
import { notices } from '../../bot/notices/records.ts';
import { monthOf } from '../../bot/outbox/quota.ts';
import { posts, rideMonths, rides } from '../../bot/outbox/records.ts';
import { RIDE_SHARDS, ridesIn } from '../../bot/outbox/ride-months.ts';
import { groups, members } from '../../bot/people/records.ts';
import { generateHpkeBytes } from '../../bot/sealing/hpke.ts';
import { publicKeyOf } from '../../bot/sealing/public-key.ts';
import { sealingKeys } from '../../bot/sealing/records.ts';
import { ref } from '../../bot/store/store.ts';
import type { SimGroup, SimUser } from '../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../unit/webhook/program-in-memory.ts';
import { type WritingStore, writingStore } from './writing-store.ts';

const PEOPLE = 100;
/** Sixty people of a group who look at their phones when the notice comes, and later ones. */
const TAPS_IN_FIVE_MINUTES = 60;
const PICTURE = {
  kind: 'image',
  fileName: 'p.jpg',
  contentType: 'image/jpeg',
  bytes: Buffer.alloc(64, 1),
} as const;
const GROUPS = 5;
const FILES_EVERY = 5;

/**
 * Documents that many people's events may write, and why that is no harm. Everything else is one person's or one chat's own; a
 * document takes about one write a second for long (Firestore's best practices).
 */
const SHARED: Readonly<Record<string, string>> = {
  auditHead: 'sixteen chains; each event takes one of them by its own id',
  rideMonths: 'eight shards of a month; each answer that carries something takes one by its own id',
  noticeTold: 'a group is told the count once in five minutes, by the first who taps',
};

/** What many write, each one of several. */
const SPREAD = /^(auditHead|rideMonths)\//;

let program: ProgramInMemory;
let noted: WritingStore;
let people: readonly SimUser[];
let admin: SimUser;
let chats: readonly SimGroup[];

/** Lets everybody do the same, one after the other, and notes what each one's doing writes. */
async function everybody(act: (user: SimUser, n: number) => Promise<unknown>): Promise<void> {
  for (const [n, user] of people.entries()) {
    noted.person = user.id;
    await act(user, n);
  }
  noted.person = 'nobody';
}

beforeAll(async () => {
  program = await openProgram({
    groupPostbackUserId: true,
    around: (store) => {
      noted = writingStore(store);
      return noted.store;
    },
  });
  const made: SimUser[] = [];
  for (let n = 0; n < PEOPLE; n += 1) made.push(await program.person(`คนที่ ${n}`));
  people = made;
  admin = await program.person('ผู้ดูแล');
  const rooms: SimGroup[] = [];
  for (let n = 0; n < GROUPS; n += 1) rooms.push(await program.group(`กลุ่ม ${n}`, [admin, ...people]));
  chats = rooms;
  const nowMs = program.clock.now();
  const key = publicKeyOf((await generateHpkeBytes()).publicBytes);
  await program.store.transact(async (tx) => {
    tx.set(ref(sealingKeys, key.keyId), { ...key, createdAtMs: nowMs, status: 'current' });
    for (const [n, { id, name }] of [admin, ...people].entries())
      tx.set(ref(members, id), {
        name,
        unit: 'กองคลัง',
        roles: n === 0 ? ['admin'] : n === 1 ? ['officer'] : ['staff'],
        status: 'active',
        joinedAtMs: nowMs,
      });
    for (const { id, name } of chats)
      tx.set(ref(groups, id), {
        name,
        status: 'linked',
        topics: ['budget', 'notices'],
        pushAfterMs: 60_000_000,
        rev: 1,
      });
  });
}, 120_000);
afterAll(() => program?.close());

it('what a hundred people write, ask, answer, send and tap writes no document in common but the named ones', async () => {
  noted.writers.clear();

  await everybody(async (user, n) => {
    await program.says(user, 'ร้องเรียน');
    await program.taps(user, 'เริ่ม');
    await program.taps(user, 'เรียกรับสินบน/ของขวัญ');
    await program.says(user, 'นายช่างที่ตรวจรับถนน');
    await program.taps(user, 'ต่อไป');
    await program.taps(user, 'กองช่าง');
    await program.says(user, 'เรียกเงินจากผู้รับเหมา');
    await program.sends(user, PICTURE);
    await program.taps(user, 'ต่อไป');
    for (let skipped = 0; skipped < 4; skipped += 1) await program.taps(user, 'ข้าม');
    await program.taps(user, 'ยังไม่เคยแจ้ง');
    // Codes are slow to stretch, on purpose.
    if (n % FILES_EVERY === 0) await program.taps(user, 'ส่งเรื่อง');
    else await program.says(user, 'ยกเลิก');
  });
  await everybody((user, n) => program.says(user, 'สวัสดีครับ', chats[n % GROUPS]));
  await everybody((user, n) => program.says(user, 'งบ', chats[n % GROUPS]));
  await everybody((user) => program.says(user, 'งบ'));
  await everybody((user) => program.says(user, 'มาตรการ'));

  await program.says(admin, 'ประกาศ');
  await program.taps(admin, 'ประมวลจริยธรรม');
  await program.says(admin, 'เรื่องที่ทุกคนต้องทราบ');
  await program.taps(admin, 'ทุกกลุ่ม');
  await program.says(admin, 'ส่งเลย');
  await program.taps(admin, 'ยืนยัน');
  await program.program.tick();
  await program.program.idle();
  const [notice] = await program.store.query({ collection: notices, limit: 1 });
  if (!notice) return expect.fail('no notice');
  await everybody(async (user, n) => {
    if (n % TAPS_IN_FIVE_MINUTES === 0) program.clock.nowMs += TELL_COUNT_EVERY_MS;
    await program.presses(user, `notices/ack?n=${notice.id}`, chats[0]);
  });

  // A post of one's own rides on each person's next answer.
  await program.store.transact(async (tx) => {
    for (const { id } of people) {
      tx.set(ref(posts, `for-${id}`), ridingPost(id, program.clock.now()));
      tx.set(ref(rides, id), { postIds: [`for-${id}`] });
    }
  });
  noted.writers.delete('nobody');
  await everybody((user) => program.says(user, 'เมนู'));

  const shared = [...noted.writers]
    .map(([path, who]) => ({ path, by: [...who].filter((one) => one !== 'nobody').length }))
    .filter(({ by }) => by > 1);
  const named = Object.keys(SHARED);
  expect(shared.filter(({ path }) => !named.includes(path.split('/')[0] ?? ''))).toEqual([]);
  // Nobody is left out of a list that no longer needs him.
  expect(named.filter((one) => !shared.some(({ path }) => path.startsWith(`${one}/`)))).toEqual([]);

  // What is spread adds up to the last one.
  expect(await countAcks(program.store, notice.id)).toBe(PEOPLE);
  expect(await ridesIn(program.store, monthOf(program.clock.now()))).toMatchObject({ users: PEOPLE });
  expect(await program.store.count({ collection: rideMonths })).toBeLessThanOrEqual(RIDE_SHARDS);
  const heads = await program.store.query({ collection: auditHeads, limit: 2 * AUDIT_LANES });
  expect(await verifyAudit(program.store)).toMatchObject({
    kind: 'whole',
    entries: heads.reduce((sum, { data }) => sum + data.seq, 0),
  });
  const largest = Math.max(...shared.filter(({ path }) => SPREAD.test(path)).map(({ by }) => by));
  expect(largest).toBeLessThan(PEOPLE / 2);
}, 300_000);

function ridingPost(chatId: string, nowMs: number) {
  return {
    kind: 'measure-reminder',
    chatId,
    messages: [{ type: 'text' as const, text: 'เตือน' }],
    status: 'waiting' as const,
    dueAtMs: nowMs,
    nextAttemptAtMs: nowMs + 60_000_000,
    retryKey: '00000000-0000-4000-8000-000000000000',
    attempts: 0,
    critical: false,
    expiresAtMs: nowMs + 1_000_000_000,
  };
}
