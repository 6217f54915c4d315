import { createHash } from 'node:crypto';
import type { GiftRound, GiftUnit } from '../../shared/notices/gift-api.ts';
import type { GiftReportInput } from '../../shared/notices/gift-report.ts';
import { giftPeriod } from '../../shared/notices/gift-round.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { officeOf } from '../people/read-people.ts';
import { MAX_PAGE, type Stored, type Transaction } from '../store/store.ts';
import { nameOf } from './notice-view.ts';
import { type Gift, type GiftNil, giftNils, gifts } from './records.ts';
import { noticesText as t } from './text.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** Id of a unit's statement about a round: a unit's name may hold what an id may not. */
export function nilId(fiscalYear: FiscalYear, round: GiftRound, unit: string): string {
  return `${fiscalYear}-${round}-${createHash('sha256').update(unit).digest('hex').slice(0, 32)}`;
}

/** The gifts entered for a fiscal year; of one reporter, or of all. */
export async function giftsOf(
  tx: Pick<Transaction, 'query'>,
  fiscalYear: FiscalYear,
  reporterId?: string,
): Promise<readonly Stored<Gift>[]> {
  return tx.query({
    collection: gifts,
    where: [
      ['fiscalYear', '==', fiscalYear],
      ['status', '==', 'entered'],
      ...(reporterId === undefined ? [] : [['reporterId', '==', reporterId] as const]),
    ],
    limit: MAX_PAGE,
  });
}

/** The gifts that lie in a round, by day. */
export function inRound(
  all: readonly Stored<Gift>[],
  fiscalYear: FiscalYear,
  round: GiftRound,
): readonly Stored<Gift>[] {
  const { first, last } = giftPeriod(fiscalYear, round);
  return all
    .filter(({ data }) => data.content.receivedDay >= first && data.content.receivedDay <= last)
    .sort((a, b) => a.data.content.receivedDay.localeCompare(b.data.content.receivedDay));
}

/** How each unit of the office stands in a round: the office's units, and any other that reported. */
export async function unitsOf(
  tx: Reads,
  fiscalYear: FiscalYear,
  round: GiftRound,
  entered: readonly Stored<Gift>[],
): Promise<GiftUnit[]> {
  const nils: readonly Stored<GiftNil>[] = await tx.query({
    collection: giftNils,
    where: [
      ['fiscalYear', '==', fiscalYear],
      ['round', '==', round],
    ],
    limit: MAX_PAGE,
  });
  const counts = new Map<string, number>();
  for (const { data } of inRound(entered, fiscalYear, round))
    counts.set(data.unit, (counts.get(data.unit) ?? 0) + 1);
  const { units } = await officeOf(tx);
  const names = [...new Set([...units, ...counts.keys(), ...nils.map(({ data }) => data.unit)])];
  return Promise.all(
    names.map(async (unit) => {
      const count = counts.get(unit) ?? 0;
      const nil = nils.find(({ data }) => data.unit === unit)?.data;
      const state = count > 0 ? 'gifts' : nil?.state === 'stated' ? 'nil' : 'missing';
      return {
        unit,
        state,
        stateLabel: t.giftStates[state],
        gifts: count,
        ...(state === 'nil' && nil ? { nilByName: await nameOf(tx, nil.byId) } : {}),
        rev: nil?.rev ?? 0,
      } as const;
    }),
  );
}

/** What the report of a round is made from. */
export async function giftReportInput(
  tx: Reads,
  year: FiscalYear,
  round: GiftRound,
): Promise<GiftReportInput> {
  const entered = await giftsOf(tx, year);
  return {
    officeName: (await officeOf(tx)).name,
    year,
    round,
    gifts: entered.map(({ data }) => data.content),
    units: await unitsOf(tx, year, round, entered),
  };
}
