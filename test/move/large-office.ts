import { auditId, linkEntries } from '../../bot/audit/chain.ts';
import { AUDIT_GENESIS, AUDIT_HEAD_ID, auditHeads, auditRecords } from '../../bot/audit/records.ts';
import { cases } from '../../bot/complaints/records.ts';
import { OFFICE_CLOSED } from '../../bot/complaints/settings.ts';
import { tallyWrites } from '../../bot/complaints/tally.ts';
import { type MeasureRecord, measures } from '../../bot/measures/records.ts';
import type { Place } from '../../bot/move/move.ts';
import { type Post, posts } from '../../bot/outbox/records.ts';
import { ref, type Store } from '../../bot/store/store.ts';
import { makeCaseNumber } from '../../shared/complaints/case-number.ts';
import { DEFAULT_DEADLINE_RULES } from '../../shared/complaints/deadlines.ts';
import { openCase } from '../../shared/complaints/open-case.ts';
import { addDays, type Day, epochMsOf } from '../../shared/thai/days.ts';
import { fillCaseLines } from '../faults/many-cases.ts';

export const FIRST_DAY = '2025-10-01' as Day;
export const LAST_DAY = '2026-09-30' as Day;
const DAYS = 365;
const COUNTED_CASES = 120;

/** How much of everything. */
export interface OfficeSize {
  readonly caseLines: number;
  readonly measures: number;
  readonly auditEntries: number;
  readonly files: number;
}

/** Fills an empty place with a year of an office: lists of cases, counted cases, measures, posts of every day, audit entries, files. */
export async function fillLargeOffice({ store, files }: Place, size: OfficeSize): Promise<void> {
  await fillCaseLines(store, { memberId: 'U-officer', from: 0, to: size.caseLines });
  await fillCountedCases(store);
  await store.transact(async (tx) => {
    for (let n = 0; n < size.measures; n += 1) tx.set(ref(measures, `2026-m${n}`), measureOf(n));
    for (let n = 0; n < DAYS; n += 1)
      tx.set(ref(posts, `budget-daily-G-${addDays(FIRST_DAY, n)}`), postOf(n));
    const entries = Array.from({ length: size.auditEntries }, (_, n) => ({
      actor: n % 2 ? ({ kind: 'program' } as const) : { kind: 'member' as const, userId: `U${n}` },
      action: 'measures.reported',
      subject: `2026-m${n % 50}`,
      detail: { n, word: 'ผลการดำเนินการ' },
    }));
    const linked = linkEntries(AUDIT_GENESIS, entries, 1_000);
    for (const record of linked.records) tx.set(ref(auditRecords, auditId(record.seq)), record);
    tx.set(ref(auditHeads, AUDIT_HEAD_ID), linked.head);
  });
  for (let n = 0; n < size.files; n += 1) {
    await files?.put(`${n % 3 ? 'cases' : 'notices'}/f-${n}.bin`, Buffer.alloc(n * 37, n));
  }
}

async function fillCountedCases(store: Store): Promise<void> {
  for (let n = 0; n < COUNTED_CASES; n += 1) {
    const receivedDay = addDays(FIRST_DAY, n * 3);
    const clear = openCase(
      {
        number: makeCaseNumber(receivedDay, String(n).padStart(5, '0')),
        category: n % 3 === 0 ? 'bribe' : 'graft',
        receivedDay,
        readerIds: ['U-officer'],
        filledCount: 3,
        attachmentCount: 0,
      },
      DEFAULT_DEADLINE_RULES,
      OFFICE_CLOSED,
    );
    const made = {
      clear,
      rev: 1,
      isOpen: true,
      threadCount: 0,
      history: [],
      hasNews: n % 2 === 0,
      receivedDay,
    };
    await store.transact(async (tx) => {
      const writes = await tallyWrites(tx, null, clear);
      tx.set(ref(cases, `case-${n}`), made as unknown as (typeof cases)['shape'] & object);
      for (const { ref: at, data } of writes) if (data) tx.set(at, data);
    });
  }
}

/** Lists within lists, nothing in places, and half a character: what the two stores keep each in its own way. */
function measureOf(n: number): MeasureRecord {
  return {
    measureId: `m${n}`,
    fiscalYear: 2026,
    shelf: n % 4,
    measure: { title: `มาตรการที่ ${n}`, budgetSatang: n * 1_234_567_89 },
    stepUnits: [null, [{ unit: 'กองคลัง' }], [[n], [], { '[]': [n / 3] }]],
    reported: { result: n % 7 === 0 ? 'ครึ่ง\ud83d' : 'ดำเนินการแล้ว 👍', percent: n },
    rounds: [],
    reportedDay: null,
    isRetired: false,
    rev: n,
  } as unknown as MeasureRecord;
}

function postOf(n: number): Post {
  const dueAtMs = epochMsOf(addDays(FIRST_DAY, n), 9);
  return {
    kind: 'budget-daily',
    chatId: `G${n % 5}`,
    messages: [{ type: 'text', text: `สรุปการใช้จ่าย วันที่ ${n}` }],
    status: n < DAYS - 3 ? 'sent' : 'waiting',
    dueAtMs,
    nextAttemptAtMs: dueAtMs,
    retryKey: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    attempts: 1,
    critical: false,
    expiresAtMs: dueAtMs + 400 * 24 * 60 * 60 * 1000,
  };
}
