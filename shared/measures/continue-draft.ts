import { addText, DRAFT_FIELDS, type Draft, type DraftDoubt } from './draft.ts';
import type { ReportRow } from './report-block.ts';

/** Adds a row without a measure of its own to the measure above. */
export function continueDraft(
  last: Draft,
  row: ReportRow,
  texts: Draft['texts'],
  title: string,
  doubts: readonly DraftDoubt[],
): void {
  if (title !== '') last.title = last.title === '' ? title : `${last.title}\n${title}`;
  for (const field of DRAFT_FIELDS) addText(last, field, texts[field]);
  last.where.push(row.where);
  last.doubts.push(...doubts, { what: 'continued-row', field: null, where: [row.where], detail: {} });
}
