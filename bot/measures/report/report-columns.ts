import type { Align, DocumentColumn } from '../../../shared/documents/report-document.ts';
import type { ColumnField } from '../../../shared/measures/columns.ts';
import type { LayoutColumn } from '../../../shared/measures/layouts.ts';

/** How wide each column is beside the others, by how much the five offices write into it. */
const WIDTHS: Readonly<Record<ColumnField, number>> = {
  number: 6,
  dimension: 14,
  mission: 16,
  indicator: 17,
  measure: 24,
  steps: 31,
  owner: 17,
  period: 17,
  budgetSet: 20,
  budgetUsed: 20,
  result: 38,
  outcome: 18,
  followUp: 23,
  obstacle: 16,
  suggestion: 16,
  obstacleAndSuggestion: 20,
  status: 13,
  note: 16,
};

const ALIGNS: Partial<Record<ColumnField, Align>> = {
  number: 'center',
  owner: 'center',
  period: 'center',
  status: 'center',
  budgetSet: 'center',
  budgetUsed: 'center',
};

/** A column of a layout as a document has it: its printed header, its width, and the middle for short words. */
export function documentColumn({ field, header }: LayoutColumn): DocumentColumn {
  const align = ALIGNS[field];
  return { header, width: WIDTHS[field], ...(align ? { align } : {}) };
}
