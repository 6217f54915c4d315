import type { NoticeCost } from '../../shared/notices/notice-api.ts';
import type { Line } from '../line/line.ts';
import { monthOf, othersSeen } from '../outbox/quota.ts';
import { quotaMonths } from '../outbox/records.ts';
import { officeOf } from '../people/read-people.ts';
import { groups } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { sizeOf } from './read-notices.ts';
import { noticesText as t } from './text.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** The month as LINE and the program count it. */
export interface Month {
  readonly limit?: number;
  readonly used: number;
  readonly reserve: number;
  /** What can still be pushed without touching the reserve. */
  readonly left?: number;
}

/** Asks LINE how the month stands; undefined when LINE does not say. Both counts are looked at: LINE's lags behind. */
export async function monthNow(tx: Reads, line: Line, nowMs: number): Promise<Month | undefined> {
  const quota = await line.quota();
  if (!quota) return undefined;
  const counted = (await tx.get(ref(quotaMonths, monthOf(nowMs))))?.data;
  const pushed = counted?.pushed ?? 0;
  const used = Math.max(quota.used, pushed + othersSeen(counted?.others ?? 0, quota.used, pushed));
  const { quotaReserve: reserve } = await officeOf(tx);
  return quota.limit === undefined
    ? { used, reserve }
    : { limit: quota.limit, used, reserve, left: Math.max(0, quota.limit - reserve - used) };
}

/** What a notice costs these groups at most: nothing for each in which somebody types in time. */
export async function noticeCost(
  tx: Reads,
  groupIds: readonly string[],
  month: Month | undefined,
): Promise<NoticeCost> {
  const perGroup = await Promise.all(
    groupIds.map(async (groupId) => {
      const people = await sizeOf(tx, groupId);
      const groupName = (await tx.get(ref(groups, groupId)))?.data.name || t.unnamedGroup;
      return { groupId, groupName, ...(people === undefined ? {} : { people }) };
    }),
  );
  const messages = perGroup.reduce((sum, { people = 0 }) => sum + people, 0);
  const isUnknown = perGroup.some(({ people }) => people === undefined);
  const left = month?.left;
  return {
    messages,
    perGroup,
    ...(left === undefined ? {} : { left }),
    fits: month !== undefined && (left === undefined || messages <= left),
    text: isUnknown ? t.costUnknown : t.costText(messages),
  };
}
