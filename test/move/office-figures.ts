import { allCollections } from '../../bot/collections.ts';
import { type CaseLine, caseLines } from '../../bot/complaints/records.ts';
import { publishedOf, tallyOf } from '../../bot/complaints/statistics.ts';
import type { Line } from '../../bot/line/line.ts';
import { dashboardOf } from '../../bot/measures/dashboard.ts';
import { settingsOf } from '../../bot/measures/settings.ts';
import { monthNow } from '../../bot/notices/cost.ts';
import { noticeSummary } from '../../bot/notices/notice-view.ts';
import { quotaView } from '../../bot/notices/quota.ts';
import { readersOf } from '../../bot/notices/readers.ts';
import { notices } from '../../bot/notices/records.ts';
import { members } from '../../bot/people/records.ts';
import { type Collection, MAX_PAGE, type Store, type Stored } from '../../bot/store/store.ts';
import { periodAround } from '../../shared/complaints/periods.ts';
import { addDays, dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';

const MONTHS = 14;
const DAYS_OF_MONTH = 30;

/** The two calls by which figures ask LINE, answered with what it said at the end of the year. */
const LINE_NOW = { quota: async () => ({ limit: 300, used: 157 }) } as unknown as Line;

/**
 * What the office's people see of it, read with the program's own readers: the statistics of complaints of each month, half and
 * year, an officer's list, the board of measures of each year, the notices with who has read them, and how the month's messages
 * stand. With it how many documents each collection has.
 */
export async function officeFigures(store: Store, nowMs: number): Promise<object> {
  const today = dayOf(nowMs);
  const statistics: object[] = [];
  for (let back = 0; back < MONTHS; back += 1) {
    const end = addDays(today, -back * DAYS_OF_MONTH);
    const tally = await tallyOf(store, fiscalYearOf(end));
    for (const kind of ['month', 'half', 'year'] as const)
      statistics.push(publishedOf(tally, periodAround(kind, end), today));
  }
  const { planYears } = await store.transact((tx) => settingsOf(tx));
  const boards: object[] = [];
  for (const year of planYears) boards.push(await dashboardOf({ query: { year }, nowMs }, store));
  const everybody = await store.query({ collection: members, limit: MAX_PAGE });
  const reader = everybody.at(-1);
  if (!reader) throw new Error('nobody');
  const read: object[] = [];
  for (const notice of await store.query({ collection: notices, limit: MAX_PAGE })) {
    read.push(await noticeSummary(store, notice, { userId: reader.id, member: reader.data }));
    read.push(await readersOf(store, notice.id));
  }
  const month = await monthNow(store, LINE_NOW, nowMs);
  if (!month) throw new Error('no month');
  const quota = await quotaView(store, month, nowMs);
  const list: readonly Stored<CaseLine>[] = await store.query({
    collection: caseLines,
    where: [
      ['memberId', '==', officerOf(everybody)],
      ['isOpen', '==', true],
    ],
    orderBy: { field: 'dueDay', direction: 'asc' },
    limit: MAX_PAGE,
  });
  const counts: Record<string, number> = {};
  for (const one of allCollections)
    counts[one.name] = await store.count({ collection: one as Collection<object> });
  return { statistics, boards, read, quota, list, counts };
}

function officerOf(everybody: readonly Stored<{ readonly roles: readonly string[] }>[]): string {
  return everybody.find(({ data }) => data.roles.includes('officer'))?.id ?? '';
}
