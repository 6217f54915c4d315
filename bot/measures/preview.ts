import { applyUpdate } from '../../shared/measures/apply-update.ts';
import { compareRounds, type RoundMeasure } from '../../shared/measures/compare-rounds.ts';
import type { ReportPreview, ReportQuery } from '../../shared/measures/dashboard-api.ts';
import type { MeasureUpdate } from '../../shared/measures/measure-update.ts';
import { countStatuses, progressOf } from '../../shared/measures/progress.ts';
import { reportTable } from '../../shared/measures/report-tables.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { ApiError } from '../api/api-error.ts';
import type { Store } from '../store/store.ts';
import { type ReportInput, reportInput } from './report-input.ts';
import { measuresText as t } from './text.ts';

/** `GET /measures/report`: the report as it will be printed, with what a person should look at before it is. */
export async function previewReport(query: ReportQuery, nowMs: number, store: Store): Promise<ReportPreview> {
  const months = query.round ?? null;
  const input = await store.transact((tx) => reportInput(tx, dayOf(nowMs), { year: query.year, months }));
  if (input === 'no-plan') throw new ApiError('not-found', { sentence: t.noSuchPlan });
  if (input === 'no-round') throw new ApiError('bad-input', { field: 'round' });
  const { plan, updates, round } = input;
  const table = reportTable({ layout: query.layout, plan, updates, round, digits: query.digits });
  return {
    titleLines: [...table.titleLines],
    intro: [...table.intro],
    columns: table.columns.map((column) => ({ ...column })),
    rows: table.rows.map((row) =>
      row.kind === 'section' ? row : { ...row, cells: row.cells.map((cell) => [...cell]) },
    ),
    warnings: round === null ? [] : warningsOf(input),
  };
}

function warningsOf({ plan, ids, updates, updatesBefore, settings }: ReportInput): string[] {
  const asOf = (reported: ReadonlyMap<number, MeasureUpdate>): RoundMeasure[] =>
    plan.measures.map((measure, place) => ({
      id: ids[place] ?? '',
      title: measure.title,
      status: applyUpdate(measure, reported.get(place)).status,
    }));
  const now = asOf(updates);
  const progress = progressOf(countStatuses(now.map(({ status }) => status)), now.length, settings.progress);
  const since = updatesBefore.size === 0 ? [] : compareRounds(asOf(updatesBefore), now).warnings;
  return [...progress.warnings, ...since];
}
