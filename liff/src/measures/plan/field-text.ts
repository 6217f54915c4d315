import type { Budget } from '../../../../shared/measures/api-pieces.ts';
import type { DraftMeasure, EditableField } from '../../../../shared/measures/draft-api.ts';
import { STATUS_WORDS } from '../../../../shared/measures/status-words.ts';

const SATANG = 100;

/** One field as the text that a person edits; what is sent is read again as the importer reads a cell. */
export function fieldText(measure: DraftMeasure, field: EditableField): string {
  switch (field) {
    case 'title':
      return measure.parts.length > 0 ? linesOf(measure.parts) : measure.title;
    case 'steps':
      return linesOf(measure.steps);
    case 'units':
      return measure.unitsPrinted;
    case 'budgetSet':
    case 'budgetUsed':
      return budgetText(measure[field]);
    case 'status':
      return measure.status === null ? '' : STATUS_WORDS[measure.status];
    default:
      return measure[field];
  }
}

/** Entries of a list, one a line, each with its printed mark. */
function linesOf(items: DraftMeasure['steps']): string {
  return items.map(({ mark, text }) => (mark === '' ? text : `${mark} ${text}`)).join('\n');
}

function budgetText(budget: Budget): string {
  return budget.kind === 'amount' ? String(budget.amountSatang / SATANG) : budget.printed;
}
