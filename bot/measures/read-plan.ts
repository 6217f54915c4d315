import type { BoardLine } from '../../shared/measures/board.ts';
import { daysStill, dueState, type RoundNow, roundOn } from '../../shared/measures/due.ts';
import { openRound } from '../../shared/measures/rounds.ts';
import type { Day } from '../../shared/thai/days.ts';
import { type FiscalYear, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { ref, type Transaction } from '../store/store.ts';
import {
  type MeasureRecord,
  type MeasureSettings,
  measurePlans,
  measureStandings,
  measures,
  type Plan,
  SHELF_SIZE,
  SHELVES,
} from './records.ts';
import { settingsOf } from './settings.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** A year's plan with how everything in it stands on a day. */
export interface PlanNow {
  readonly plan: Plan;
  readonly settings: MeasureSettings;
  readonly now: RoundNow;
  /** In the plan's order. */
  readonly lines: readonly BoardLine[];
}

/** The year whose reports are taken on a day; where it has no plan, the newest year that has one. */
export function yearNow(settings: MeasureSettings, today: Day): FiscalYear | null {
  const open = openRound(today, settings.rounds)?.fiscalYear;
  if (open !== undefined && settings.planYears.includes(open)) return open;
  return settings.planYears[0] ?? null;
}

/**
 * The plan of a year, or of the year that reports are taken for, as it stands on a day. Three reads, whatever the plan's size;
 * undefined when there is none.
 */
export async function planNow(
  tx: Pick<Transaction, 'get'>,
  today: Day,
  wanted?: number,
): Promise<PlanNow | undefined> {
  const settings = await settingsOf(tx);
  const year = wanted === undefined ? yearNow(settings, today) : makeFiscalYear(wanted);
  if (year === null) return undefined;
  const plan = (await tx.get(ref(measurePlans, String(year))))?.data;
  const standings = (await tx.get(ref(measureStandings, String(year))))?.data;
  if (!plan || !standings) return undefined;
  const now = roundOn(year, today, settings.rounds);
  const byId = new Map(standings.entries.map((one) => [one.id, one]));
  const lines = plan.index.lines.flatMap((line): BoardLine[] => {
    const standing = byId.get(line.id);
    if (!standing) return [];
    const due = dueState(line, standing, now, today);
    return [{ line, standing, due, daysStill: daysStill(line, standing, year, today) }];
  });
  return { plan, settings, now, lines };
}

/** Every measure a year ever had, retired ones included. The same number of pages whatever there is. */
export async function allMeasures(tx: Reads, year: FiscalYear): Promise<readonly MeasureRecord[]> {
  const all: MeasureRecord[] = [];
  for (let shelf = 0; shelf < SHELVES; shelf += 1) {
    const page = await tx.query({
      collection: measures,
      where: [
        ['fiscalYear', '==', year],
        ['shelf', '==', shelf],
      ],
      limit: SHELF_SIZE,
    });
    all.push(...page.map(({ data }) => data));
  }
  return all;
}
