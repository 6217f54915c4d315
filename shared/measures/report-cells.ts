import { formatMoney } from '../thai/money.ts';
import type { ColumnField } from './columns.ts';
import { printItem } from './list-marks.ts';
import type { BudgetCell, Heading, Measure } from './measure.ts';
import { printOwnerUnits, readOwnerUnits } from './owner-units.ts';
import { printObstacles } from './split-obstacles.ts';
import { readStatus, STATUS_WORDS, statusOf } from './status-words.ts';

/** What of the rows above is already printed, so that a heading stands once over its measures. */
export interface CellContext {
  readonly before: Measure | null;
  readonly fields: readonly ColumnField[];
  readonly printsStatus: boolean;
}

/** The text of one cell of a report, paragraphs separated by line breaks. A heading printed above gives ''. */
export function reportCell(field: ColumnField, measure: Measure, context: CellContext): string {
  switch (field) {
    case 'number':
      return measure.number?.mark ?? '';
    case 'dimension':
      return printHeading(measure.dimension, context.before?.dimension);
    case 'mission':
      return sameHeading(measure.dimension, context.before?.dimension)
        ? printHeading(measure.mission, context.before?.mission)
        : printHeading(measure.mission, null);
    case 'indicator':
      return join([numberFor('indicator', measure, context), measure.indicator], ' ');
    case 'measure':
      return measureCell(measure, context);
    case 'steps':
      return measure.steps.map(printItem).join('\n');
    case 'owner':
      return ownerCell(measure);
    case 'period':
      return measure.periods.printed;
    case 'budgetSet':
      return budgetText(measure.budgetSet);
    case 'budgetUsed':
      return budgetText(measure.budgetUsed);
    case 'result':
      return resultCell(measure, context);
    case 'status':
      return statusText(measure);
    case 'obstacleAndSuggestion':
      return printObstacles(measure.obstacle, measure.suggestion);
    default:
      return measure[field];
  }
}

function measureCell(measure: Measure, context: CellContext): string {
  const number = numberFor('measure', measure, context);
  const text = measure.parts.length > 0 ? measure.parts.map(printItem).join('\n') : measure.title;
  const subtask =
    context.fields.includes('mission') && !isPrinted(measure, context.before) ? measure.subtask : '';
  return join([subtask, join([number, text], ' ')], '\n');
}

/** The number stands in a column of its own, else with the indicator, else in front of the measure. */
function numberFor(column: 'indicator' | 'measure', measure: Measure, { fields }: CellContext): string {
  if (fields.includes('number')) return '';
  return fields.includes('indicator') === (column === 'indicator') ? (measure.number?.mark ?? '') : '';
}

function ownerCell(measure: Measure): string {
  const { unitsPrinted, units } = measure;
  // Once a person has changed the units, what was printed no longer says who answers.
  const unchanged = JSON.stringify(readOwnerUnits(unitsPrinted).units) === JSON.stringify(units);
  return unchanged ? unitsPrinted : printOwnerUnits(units);
}

function resultCell(measure: Measure, { printsStatus, fields }: CellContext): string {
  const { status, result, statusPrinted } = measure;
  if (status === null || fields.includes('status')) return result;
  const said = readStatus(result);
  // Words within the result say it already; words of their own would be taken for the status, so it is printed before them.
  const words = statusPrinted === '' || statusPrinted === said?.printed;
  if (said?.status === status && !said.sure && words) return result;
  if (said === null && result !== '' && !printsStatus && statusPrinted === '') return result;
  return join([statusText(measure), result], '\n');
}

function statusText({ status, statusPrinted }: Measure): string {
  if (status === null) return '';
  return statusOf(statusPrinted) === status ? statusPrinted : STATUS_WORDS[status];
}

function budgetText(cell: BudgetCell): string {
  return cell.kind === 'amount' ? formatMoney(cell.amountSatang) : cell.printed;
}

function printHeading(heading: Heading | null, before: Heading | null | undefined): string {
  return heading === null || sameHeading(heading, before) ? '' : join([heading.mark, heading.text], ' ');
}

function isPrinted(measure: Measure, before: Measure | null): boolean {
  return (
    before !== null &&
    before.subtask === measure.subtask &&
    sameHeading(before.dimension, measure.dimension) &&
    sameHeading(before.mission, measure.mission)
  );
}

function sameHeading(a: Heading | null, b: Heading | null | undefined): boolean {
  return a === b || (a !== null && b != null && a.mark === b.mark && a.text === b.text);
}

function join(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between);
}
