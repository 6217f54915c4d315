import { answering, type BoardLine } from '../../shared/measures/board.ts';
import type { Dashboard, ItaView } from '../../shared/measures/dashboard-api.ts';
import type { PlanIndex } from '../../shared/measures/plan-index.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import type { PlanNow } from './read-plan.ts';
import type { ItaRecord } from './records.ts';
import { measuresText as t } from './text.ts';

/** ITA scores with the measures that answer them. `found` is the plan of the same year, where there is one. */
export function itaView(fiscalYear: FiscalYear, ita: ItaRecord, found: PlanNow | undefined): ItaView {
  return {
    fiscalYear,
    rev: ita.rev,
    scoredYear: ita.scoredYear,
    weakBelowHundredths: ita.weakBelowHundredths,
    indicators: ita.indicators.map((one) => ({
      ...one,
      measureIds: [...one.measureIds],
      isWeak: one.scoreHundredths !== null && one.scoreHundredths < ita.weakBelowHundredths,
      measures: found
        ? answering(found.plan.index, found.lines, one).map((line) => onBoard(line, found.plan.index))
        : [],
    })),
  };
}

/** A measure as boards name it. */
export function onBoard({ line, standing }: BoardLine, index: PlanIndex): MeasureOfBoard {
  return {
    id: line.id,
    title: line.title,
    units: line.units.map((place) => index.units[place]?.unit ?? ''),
    status: standing.status,
    statusLabel: standing.status === null ? t.noStatus : t.status[standing.status],
    percent: standing.percent,
  };
}

type MeasureOfBoard = Omit<Dashboard['still'][number], 'reportedDay' | 'daysStill'>;
