import type { ProgressView } from '../../shared/measures/api-pieces.ts';
import {
  type BoardGroup,
  byHeading,
  byUnit,
  progressOfLines,
  spendingOf,
} from '../../shared/measures/board.ts';
import type { Dashboard, GroupProgress, ItaView } from '../../shared/measures/dashboard-api.ts';
import type { Progress } from '../../shared/measures/progress.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import type { Store } from '../store/store.ts';
import { itaOf } from './ita.ts';
import { itaView, onBoard } from './ita-view.ts';
import { roundView } from './measure-view.ts';
import { planNow } from './read-plan.ts';
import { settingsOf } from './settings.ts';

/** `GET /measures/dashboard`: the whole plan as it stands. The same reads for a plan of any size. */
export async function dashboardOf(
  { query, nowMs }: { readonly query: { readonly year?: number | undefined }; readonly nowMs: number },
  store: Store,
): Promise<Dashboard> {
  const today = dayOf(nowMs);
  return store.transact(async (tx) => {
    const settings = await settingsOf(tx);
    const found = await planNow(tx, today, query.year);
    const year = found?.plan.fiscalYear ?? fiscalYearOf(today);
    const ita = itaView(year, await itaOf(tx, year), found);
    const years = [...settings.planYears];
    if (!found) return { ...nothingYet(settings.stillDays, ita), years };
    const { plan, lines, now } = found;
    const { index } = plan;
    const group = (one: BoardGroup) => groupView(one);
    const spending = spendingOf(lines);
    return {
      fiscalYear: plan.fiscalYear,
      years,
      round: roundView(now),
      progress: progressView(progressOfLines(lines, settings.progress)),
      byUnit: byUnit(index, lines, settings.progress, settings.stillDays).map(group),
      byDimension: byHeading(index.dimensions, 'dimension', lines, settings.progress, settings.stillDays).map(
        group,
      ),
      byIndicator: byHeading(index.indicators, 'indicator', lines, settings.progress, settings.stillDays).map(
        group,
      ),
      spending: {
        setSatang: spending.setSatang,
        usedSatang: spending.usedSatang,
        measures: spending.lines.map(({ line, standing }) => ({
          id: line.id,
          title: line.title,
          budgetSet: line.budgetSet,
          budgetUsed: standing.budgetUsed,
        })),
      },
      stillDays: settings.stillDays,
      still: lines
        .filter((one) => one.daysStill >= settings.stillDays)
        .sort((a, b) => b.daysStill - a.daysStill)
        .map((one) => ({
          ...onBoard(one, index),
          reportedDay: one.standing.reportedDay,
          daysStill: one.daysStill,
        })),
      ita,
    };
  });
}

function progressView({ counts, planned, percentHundredths, warnings }: Progress): ProgressView {
  return { counts, planned, percentHundredths, warnings: [...warnings] };
}

function groupView({ name, progress, late, still }: BoardGroup): GroupProgress {
  return { name, late, still, ...progressView(progress) };
}

function nothingYet(stillDays: number, ita: ItaView): Omit<Dashboard, 'years'> {
  return {
    fiscalYear: null,
    round: null,
    progress: {
      counts: { done: 0, inProgress: 0, notStarted: 0, unknown: 0 },
      planned: 0,
      percentHundredths: null,
      warnings: [],
    },
    byUnit: [],
    byDimension: [],
    byIndicator: [],
    spending: { setSatang: 0, usedSatang: 0, measures: [] },
    stillDays,
    still: [],
    ita,
  };
}
