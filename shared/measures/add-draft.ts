import {
  addText,
  DRAFT_FIELDS,
  type Draft,
  type DraftDoubt,
  type DraftField,
  measureFieldOf,
} from './draft.ts';
import type { RowFields } from './row-fields.ts';
import { sameText } from './similar-text.ts';

/** Cells that are printed once for all rows they are merged over. */
const SHARED_FIELDS: readonly DraftField[] = DRAFT_FIELDS.filter((field) => field !== 'steps');
const CONTINUED = /\(\s?ต่อ\s?\)/g;

/**
 * Adds a measure to the list. One printed again at the top of a page is joined to the one above; empty cells that are merged
 * with the cells above take their text.
 */
export function addDraft(
  drafts: Draft[],
  draft: Draft,
  fields: RowFields,
  doubts: readonly DraftDoubt[],
  atTop: boolean,
): void {
  const last = drafts.at(-1);
  const where = draft.where[0];
  const printedAgain =
    atTop &&
    last !== undefined &&
    last.number?.value === draft.number?.value &&
    last.dimension === draft.dimension &&
    last.mission === draft.mission &&
    sameText(last.title.replace(CONTINUED, ''), draft.title.replace(CONTINUED, ''));
  if (printedAgain && where) {
    for (const field of DRAFT_FIELDS)
      if (!sameText(last.texts[field], draft.texts[field])) addText(last, field, draft.texts[field]);
    last.where.push(where);
    last.doubts.push(...doubts, {
      what: 'joined-row',
      field: null,
      where: [where],
      detail: { printed: draft.title },
    });
    return;
  }
  draft.doubts.push(...doubts);
  for (const field of SHARED_FIELDS) {
    if (!last || !where || !fields.mergedAbove.has(field) || draft.texts[field] !== '') continue;
    if (last.texts[field] === '') continue;
    draft.texts[field] = last.texts[field];
    draft.doubts.push({ what: 'shared-cell', field: measureFieldOf(field), where: [where], detail: {} });
  }
  drafts.push(draft);
}
