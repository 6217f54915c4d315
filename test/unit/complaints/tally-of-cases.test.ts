import { expect, it } from 'vitest';
import type { Write } from '../../../bot/commit/outcome.ts';
import { type CaseChange, changeCase } from '../../../bot/complaints/change-case.ts';
import { type Case, cases } from '../../../bot/complaints/records.ts';
import { OFFICE_CLOSED } from '../../../bot/complaints/settings.ts';
import { publishedOf, tallyOf } from '../../../bot/complaints/statistics.ts';
import { tallyWrites } from '../../../bot/complaints/tally.ts';
import { ref, type Transaction } from '../../../bot/store/store.ts';
import { makeCaseNumber } from '../../../shared/complaints/case-number.ts';
import { DEFAULT_DEADLINE_RULES } from '../../../shared/complaints/deadlines.ts';
import { openCase } from '../../../shared/complaints/open-case.ts';
import { yearPeriod } from '../../../shared/complaints/periods.ts';
import { publishStatistics } from '../../../shared/complaints/published-statistics.ts';
import { mayFollow, STATUSES, statusOf } from '../../../shared/complaints/statuses.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { SeededRandom } from '../../simulator/line/seeded-random.ts';
import { openTempStore } from '../webhook/temp-store.ts';

const YEAR = 2026 as FiscalYear;
const FIRST = '2025-10-01' as Day;
const TODAY = '2026-12-01' as Day;
const CASES = 12;
const CHANGES = 90;

function apply(tx: Transaction, writes: readonly Write[]): void {
  for (const { ref: at, data } of writes) if (data) tx.set(at, data);
}

it('after every step of every case, its taking up again included, the counts are those of the stored cases', async () => {
  const { store, close } = await openTempStore();
  try {
    const draws = new SeededRandom(7);
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(draws.next() * from.length)];
    const ids = Array.from({ length: CASES }, (_, n) => `case-${n}`);
    for (const [n, id] of ids.entries()) {
      const receivedDay = addDays(FIRST, n * 25);
      const clear = openCase(
        {
          number: makeCaseNumber(receivedDay, String(n).padStart(5, '0')),
          category: n % 2 === 0 ? 'bribe' : 'graft',
          receivedDay,
          readerIds: ['U-officer'],
          filledCount: 3,
          attachmentCount: 0,
        },
        DEFAULT_DEADLINE_RULES,
        OFFICE_CLOSED,
      );
      const made = { clear, rev: 1, isOpen: true, threadCount: 0, history: [], hasNews: true, receivedDay };
      await store.transact(async (tx) => {
        const writes = await tallyWrites(tx, null, clear);
        tx.set(ref(cases, id), made as unknown as Case);
        apply(tx, writes);
      });
    }
    let finishedEver = 0;
    let reopened = 0;
    for (let step = 0; step < CHANGES; step += 1) {
      const id = pick(ids) ?? '';
      const before = (await store.get(ref(cases, id)))?.data.clear;
      if (!before) throw new Error('no case');
      const by = pick(['officer', 'complainant'] as const) ?? 'officer';
      const to = pick(STATUSES.filter((status) => mayFollow(before.status, status.id, by)))?.id;
      if (!to) continue;
      const today = addDays(before.receivedDay, 3 + step);
      const change: CaseChange = { kind: 'move', to, by, hasReason: true, today };
      await store.transact(async (tx) => {
        const changed = await changeCase(tx, id, change, 'U-officer');
        if (changed.kind === 'changed') apply(tx, changed.writes);
      });
      if (statusOf(to).isFinished) finishedEver += 1;
      else if (statusOf(before.status).isFinished) reopened += 1;
      const stored = await Promise.all(ids.map((each) => store.get(ref(cases, each))));
      const clears = stored.flatMap((one) => (one ? [one.data.clear] : []));
      const published = publishedOf(await tallyOf(store, YEAR), yearPeriod(YEAR), TODAY);
      expect(published).toEqual(publishStatistics(clears, yearPeriod(YEAR), TODAY));
    }
    expect(finishedEver).toBeGreaterThan(3);
    expect(reopened).toBeGreaterThan(0);
  } finally {
    await close();
  }
});
