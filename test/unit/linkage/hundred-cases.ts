import { createHash } from 'node:crypto';
import { receiptIndex } from '../../../bot/complaints/receipt/receipt-index.ts';
import { CATEGORIES } from '../../../shared/complaints/categories.ts';
import { parseReceiptCode } from '../../../shared/complaints/receipt-code.ts';
import { file, tell } from '../../faults/complaint-story.ts';
import { type ComplaintWorld, openComplaintWorld, RECEIPT_SECRETS } from '../../faults/complaint-world.ts';
import { SeededRandom } from '../../simulator/line/seeded-random.ts';
import type { SimUser } from '../../simulator/protocol.ts';
import { type WholeDatabase, wholeDatabase } from './whole-database.ts';

/** People who file, one complaint each. */
export const FILERS = 100;
const OTHERS = 20;
const MAX_TEXTS = 9;
const MINUTE_MS = 60_000;
/** Between two people; a draft left alone for half an hour would be asked about. */
const PAUSE_MS = 10_000;
/** From 09.00, where a world begins, to after the last batch of the day, and on to the first one of the next. */
const TO_EVENING_MS = 8.5 * 60 * MINUTE_MS;
const TO_MORNING_MS = 16 * 60 * MINUTE_MS;
const SAVED_RATE = 0.8;
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

/** What a thief got, and the truth to judge the guesses by. */
export interface Stolen {
  /** In no order that means anything. */
  readonly userIds: readonly string[];
  readonly database: WholeDatabase;
  /** A copy stolen while everybody was still writing. */
  readonly earlier: WholeDatabase;
  readonly files: ComplaintWorld['files'];
  readonly caseOf: ReadonlyMap<string, string>;
}

/** Lets a hundred people file within an evening, among others who chat, and gives what is stored after the release. */
export async function hundredCases(seed: number): Promise<Stolen> {
  const draws = new SeededRandom(seed);
  const world = await openComplaintWorld({ seed });
  try {
    const filers: SimUser[] = [];
    const others: SimUser[] = [];
    for (let n = 0; n < FILERS; n += 1) filers.push(await world.person(`ผู้ร้อง ${n}`));
    for (let n = 0; n < OTHERS; n += 1) others.push(await world.person(`ผู้อื่น ${n}`));
    const order = shuffled(filers, draws);
    await world.pass(TO_EVENING_MS);
    for (const citizen of order) {
      await tell(world, citizen, storyOf(draws));
      await chatter(world, others, draws);
    }
    const earlier = wholeDatabase(world.path);
    const codes = new Map<string, string>();
    for (const citizen of order) {
      codes.set(citizen.id, await file(world, citizen));
      if (draws.chance(SAVED_RATE)) await world.presses(citizen, 'บันทึกรหัสแล้ว');
      await chatter(world, others, draws);
    }
    await world.pass(TO_MORNING_MS);
    await world.settle();
    return {
      userIds: filers.map(({ id }) => id).sort((a, b) => (digest(a) < digest(b) ? -1 : 1)),
      database: wholeDatabase(world.path),
      earlier,
      files: new Map(world.files),
      caseOf: await truth(world, codes),
    };
  } finally {
    await world.close();
  }
}

function storyOf(draws: SeededRandom) {
  const count = 1 + Math.floor(draws.next() * MAX_TEXTS);
  const texts = Array.from(
    { length: count },
    (_, n) => `ข้อความ ${n} ${'ยาว'.repeat(Math.floor(draws.next() * 300))}`,
  );
  const category = CATEGORIES[Math.floor(draws.next() * CATEGORIES.length)]?.label ?? '';
  const bytes = Buffer.concat([PDF, Buffer.alloc(Math.floor(draws.next() * 50_000), 32)]);
  const files = draws.chance(0.3) ? [{ name: 'x.pdf', kind: 'file' as const, bytes }] : [];
  return { texts, category, unit: draws.chance(0.5) ? 'กองช่าง' : 'ไม่ทราบ', files };
}

async function chatter(
  world: ComplaintWorld,
  others: readonly SimUser[],
  draws: SeededRandom,
): Promise<void> {
  world.wait(Math.floor(draws.next() * PAUSE_MS));
  const other = others[Math.floor(draws.next() * others.length)];
  if (other) await world.says(other, draws.chance(0.5) ? 'เมนู' : 'ร้องเรียน');
}

async function truth(
  world: ComplaintWorld,
  codes: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const receipts = new Map(
    wholeDatabase(world.path)
      .get('receipts')
      ?.map(({ id, data }) => [id, data['caseId']]),
  );
  const caseOf = new Map<string, string>();
  for (const [userId, shown] of codes) {
    const typed = parseReceiptCode(shown);
    if (typed.kind !== 'code') throw new Error('a citizen got no code');
    const caseId = receipts.get(await receiptIndex(typed.code, RECEIPT_SECRETS));
    caseOf.set(userId, String(caseId));
  }
  return caseOf;
}

function shuffled<T>(list: readonly T[], draws: SeededRandom): readonly T[] {
  return list
    .map((one) => ({ one, at: draws.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
