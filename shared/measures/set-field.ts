import type { FiscalYear } from '../thai/fiscal-year.ts';
import { repairThai } from '../thai/text.ts';
import { readBudgetCell } from './budget-cell.ts';
import type { EditableField } from './draft-api.ts';
import { leadingMark, printItem, splitList } from './list-marks.ts';
import type { Heading, Measure } from './measure.ts';
import { readOwnerUnits } from './owner-units.ts';
import { readPeriods } from './periods.ts';
import { STATUS_WORDS, statusOf } from './status-words.ts';

export interface SetContext {
  readonly fiscalYear: FiscalYear | null;
  readonly knownUnits: readonly string[];
}

/** One field as the text that a person sees and edits. */
export function fieldText(measure: Measure, field: EditableField): string {
  switch (field) {
    case 'title':
      return measure.parts.length > 0 ? measure.parts.map(printItem).join('\n') : measure.title;
    case 'dimension':
    case 'mission': {
      const heading = measure[field];
      return heading === null ? '' : printItem(heading);
    }
    case 'steps':
      return measure.steps.map(printItem).join('\n');
    case 'units':
      return measure.unitsPrinted;
    case 'period':
      return measure.periods.printed;
    case 'budgetSet':
    case 'budgetUsed': {
      const cell = measure[field];
      return cell.kind === 'amount' ? String(cell.amountSatang / 100) : cell.printed;
    }
    case 'status':
      return measure.status === null ? '' : STATUS_WORDS[measure.status];
    default:
      return measure[field];
  }
}

/**
 * The measure with one field written anew, read as the importer reads a cell: entries of a list one a line, units and months out
 * of their names, "-" and '' apart. Nothing of the text is lost.
 */
export function setField(
  measure: Measure,
  field: EditableField,
  typed: string,
  context: SetContext,
): Measure {
  const text = repairThai(typed).trim();
  switch (field) {
    case 'title': {
      const items = splitList(text);
      const isList = items.length > 1 && items.every(({ mark }) => mark !== '');
      return { ...measure, title: isList ? (items[0]?.text ?? '') : text, parts: isList ? items : [] };
    }
    case 'dimension':
    case 'mission':
      return { ...measure, [field]: heading(text) };
    case 'steps':
      return { ...measure, steps: splitList(text) };
    case 'units':
      return { ...measure, units: readOwnerUnits(text, context.knownUnits).units, unitsPrinted: text };
    case 'period': {
      const { followUp, title } = measure;
      return { ...measure, periods: readPeriods({ period: text, followUp, title }, context.fiscalYear) };
    }
    case 'budgetSet':
    case 'budgetUsed':
      return { ...measure, [field]: readBudgetCell(text) };
    case 'status':
      return { ...measure, status: statusOf(text), statusPrinted: text };
    default:
      return { ...measure, [field]: text };
  }
}

function heading(text: string): Heading | null {
  if (text === '') return null;
  const mark = leadingMark(text);
  return mark && mark.style !== 'bullet' ? { mark: mark.mark, text: mark.rest } : { mark: '', text };
}
