import type { FiscalYear } from '../thai/fiscal-year.ts';
import { squeeze } from '../thai/text.ts';
import { readBudgetCell } from './budget-cell.ts';
import type { Draft, DraftDoubt } from './draft.ts';
import { JOB_TITLES } from './known-units.ts';
import { splitList } from './list-marks.ts';
import type { BudgetCell, Measure, MeasureField } from './measure.ts';
import { liesWithin } from './months.ts';
import { readOwnerUnits } from './owner-units.ts';
import { readPeriods } from './periods.ts';
import { printMonths } from './print-months.ts';
import { splitObstacles } from './split-obstacles.ts';
import { readStatus, statusOf } from './status-words.ts';
import type { DoubtDetail } from './text.ts';

/** What the rest of the report says about reading one measure. */
export interface FinishContext {
  readonly fiscalYear: FiscalYear | null;
  readonly knownUnits: readonly string[];
}

/** Interprets the texts of a measure: parts and steps, units, periods, money, status. What is unsure becomes a doubt. */
export function finishMeasure(
  draft: Draft,
  context: FinishContext,
): { measure: Measure; doubts: readonly DraftDoubt[] } {
  const doubts = [...draft.doubts];
  const doubt = (what: DraftDoubt['what'], field: MeasureField, detail: DoubtDetail = {}): void => {
    doubts.push({ what, field, where: draft.where, detail });
  };
  const texts = splitObstacles(draft.texts);
  const items = draft.listsParts ? splitList(draft.title) : [];
  const parts = items.every(({ mark }) => mark !== '') ? items : [];
  const title = parts[0]?.text ?? draft.title;
  if (title === '') doubt('title-missing', 'title');
  const owners = readOwnerUnits(texts.owner, context.knownUnits);
  if (owners.unsure) doubt('owner-unsure', 'units', { printed: texts.owner });
  for (const { unit } of owners.units) {
    const suggestion = JOB_TITLES[squeeze(unit)];
    if (suggestion !== undefined) doubt('owner-is-job-title', 'units', { printed: unit, suggestion });
  }
  const periods = readPeriods({ period: texts.period, followUp: texts.followUp, title }, context.fiscalYear);
  if (!periods.understood) doubt('period-unread', 'periods', { printed: texts.period });
  if (periods.ranges.some(({ confidence }) => confidence === 'unsure')) {
    doubt('period-unsure', 'periods', { printed: texts.period, suggestion: printMonths(periods.ranges) });
  }
  const { fiscalYear } = context;
  if (fiscalYear !== null && periods.ranges.some((range) => !liesWithin(range, fiscalYear))) {
    doubt('period-outside-year', 'periods', { printed: texts.period });
  }
  const status = readStatusCells(texts.status, texts.result);
  if (status.guessed) doubt('status-in-text', 'status', { printed: status.printed });
  const budget = (field: 'budgetSet' | 'budgetUsed'): BudgetCell => {
    const cell = readBudgetCell(texts[field]);
    if (cell.kind === 'missing' && cell.printed !== '')
      doubt('budget-unread', field, { printed: cell.printed });
    return cell;
  };
  return {
    doubts,
    measure: {
      number: draft.number,
      title,
      parts,
      sections: draft.sections,
      dimension: draft.dimension && { ...draft.dimension },
      mission: draft.mission && { ...draft.mission },
      subtask: draft.subtask,
      indicator: texts.indicator,
      steps: splitList(texts.steps),
      units: owners.units,
      unitsPrinted: texts.owner,
      periods,
      budgetSet: budget('budgetSet'),
      budgetUsed: budget('budgetUsed'),
      result: status.result,
      outcome: texts.outcome,
      followUp: texts.followUp,
      obstacle: texts.obstacle,
      suggestion: texts.suggestion,
      status: status.status,
      statusPrinted: status.printed,
      note: texts.note,
      where: draft.where,
    },
  };
}

function readStatusCells(
  cell: string,
  result: string,
): { status: Measure['status']; printed: string; result: string; guessed: boolean } {
  const own = statusOf(cell);
  if (own) return { status: own, printed: cell, result, guessed: false };
  const read = readStatus(result);
  // A status column with other words in it is kept in front of the result rather than lost.
  const whole =
    cell === '' || cell === '-' ? (read?.rest ?? result) : [cell, read?.rest ?? result].join('\n');
  if (!read) return { status: null, printed: '', result: whole, guessed: false };
  return { status: read.status, printed: read.printed, result: whole, guessed: !read.sure };
}
