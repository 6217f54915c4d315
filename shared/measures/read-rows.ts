import { type Activity, readActivities } from './activities.ts';
import { addDraft } from './add-draft.ts';
import type { ColumnField } from './columns.ts';
import { continueDraft } from './continue-draft.ts';
import { DRAFT_FIELDS, type Draft, type DraftDoubt } from './draft.ts';
import type { Fragment } from './find-fragments.ts';
import type { PrintedNumber } from './measure.ts';
import type { ReportRow } from './report-block.ts';
import { type RowFields, readRowFields } from './row-fields.ts';
import {
  addUnused,
  type OpenHeadings,
  takeDimension,
  takeMission,
  takeSubtask,
  takeUnused,
} from './row-headings.ts';
import { readRowKey } from './row-key.ts';
import { openSection, readSectionRow } from './section-row.ts';
import { shareAmong } from './share-among.ts';

/** Measures as read row by row, and doubts that belong to no measure. */
export interface RowReading {
  readonly drafts: readonly Draft[];
  readonly doubts: readonly DraftDoubt[];
}

interface State {
  readonly drafts: Draft[];
  readonly doubts: DraftDoubt[];
  readonly headings: OpenHeadings;
  sections: readonly string[];
  followsSection: boolean;
}

/**
 * Turns the rows of a report's table into measures, in order. A new number, or a filled measure cell, begins one; a row
 * without either continues the measure above, also over a page; section rows and headings apply to what follows. A measure
 * printed again at the top of the next page is joined. No text is lost: what fits nowhere is in a doubt.
 */
export function readRows(fragments: readonly Fragment[]): RowReading {
  const state: State = {
    drafts: [],
    doubts: [],
    headings: { dimension: null, mission: null, subtask: '', unused: [] },
    sections: [],
    followsSection: false,
  };
  fragments.forEach((fragment, index) => {
    let atTop = index > 0;
    for (const row of fragment.rows) {
      if (row.cells.every(({ text }) => text === '')) continue;
      if (takeSection(state, row, fragment, atTop)) continue;
      takeRow(state, row, fragment, atTop);
      atTop = false;
    }
  });
  return { drafts: state.drafts, doubts: [...state.doubts, ...state.headings.unused] };
}

function takeSection(state: State, row: ReportRow, fragment: Fragment, atTop: boolean): boolean {
  const section = readSectionRow(row, fragment.columns);
  // Alone at the top of a page it is the end of a cell from the page before rather than a section.
  if (!section || (!section.sure && atTop && !state.followsSection && state.drafts.length > 0)) return false;
  state.sections = openSection(state.sections, section.text, state.followsSection);
  state.followsSection = true;
  addUnused(state.headings, null, section.text, row.where);
  if (!section.sure) {
    state.doubts.push({
      what: 'section-guessed',
      field: null,
      where: [row.where],
      detail: { printed: section.text },
    });
  }
  return true;
}

function takeRow(state: State, row: ReportRow, fragment: Fragment, atTop: boolean): void {
  state.followsSection = false;
  const fields = readRowFields(row, fragment);
  const get = (field: ColumnField): string => fields.texts.get(field) ?? '';
  const doubts = [...fields.doubts];
  doubts.push(...takeDimension(state.headings, get('dimension'), row.where));
  doubts.push(...takeMission(state.headings, get('mission'), row.where));
  const withHeadings = fragment.columns.has('mission');
  const withIndicator = fragment.columns.has('indicator');
  const cell = readActivities(get('measure'), withHeadings ? 'with-headings' : 'plain');
  doubts.push(...takeSubtask(state.headings, cell.heading, row.where));
  const texts = draftTexts(fields);
  const last = state.drafts.at(-1);
  const key = readRowKey(fields, last);
  const nothingElse = DRAFT_FIELDS.every((field) => field === 'indicator' || texts[field] === '');
  const lists = key.listsParts && get('measure') !== '';
  const begins = key.listsParts
    ? key.begins
    : cell.activities.length > 0 || (key.begins && get('measure') !== '');
  if (!begins && nothingElse && !lists) {
    // A row of headings only: they hold for what follows.
    (last?.doubts ?? state.doubts).push(...doubts);
    return;
  }
  const unnumbered = !key.listsParts && cell.activities[0]?.number === null && key.number === null;
  const goesOn = !begins || (atTop && unnumbered && endsTitle(last, get('measure'), nothingElse));
  if (last && goesOn) {
    continueDraft(last, row, texts, begins || lists ? get('measure') : '', doubts);
    return;
  }
  if (key.inherited) doubts.push({ what: 'shared-cell', field: 'indicator', where: [row.where], detail: {} });
  if (key.listsParts) {
    const draft = newDraft(state, row, { number: key.number, title: get('measure') }, true, texts);
    draft.texts.indicator = key.indicator;
    addDraft(state.drafts, draft, fields, doubts, atTop);
    return;
  }
  const activities = cell.activities.length > 0 ? cell.activities : [{ number: null, title: '' }];
  const shared = shareAmong(texts, activities.length);
  activities.forEach((activity, index) => {
    const draft = newDraft(state, row, numbered(activity, key.number), withIndicator, shared[index] ?? texts);
    if (activities.length > 1) {
      const detail = { count: activities.length };
      draft.doubts.push({ what: 'several-activities', field: null, where: [row.where], detail });
    }
    addDraft(state.drafts, draft, fields, index === 0 ? doubts : [], atTop && index === 0);
  });
}

/**
 * Whether an unnumbered text at the top of a page is the end of the title above: measures there are numbered, or it stands
 * alone. Not when both together would list the next activity.
 */
function endsTitle(last: Draft | undefined, text: string, alone: boolean): boolean {
  if (!last || (last.number === null && !alone)) return false;
  const whole = `${last.number?.mark ?? ''} ${last.title}\n${text}`.trim();
  return readActivities(whole, 'plain').activities.length === 1;
}

/** A number in a column of its own goes before the one in the measure cell; where they differ the latter stays in the title. */
function numbered(activity: Activity, own: PrintedNumber | null): Activity {
  if (!own) return activity;
  const same = activity.number === null || activity.number.value === own.value;
  return { number: own, title: same ? activity.title : `${activity.number?.mark} ${activity.title}` };
}

function draftTexts(fields: RowFields): Draft['texts'] {
  const texts = Object.fromEntries(
    DRAFT_FIELDS.map((field) => [field, fields.texts.get(field) ?? '']),
  ) as Draft['texts'];
  return { ...texts, indicator: '' };
}

function newDraft(
  state: State,
  row: ReportRow,
  activity: Activity,
  listsParts: boolean,
  texts: Draft['texts'],
): Draft {
  const { dimension, mission, subtask } = state.headings;
  const inUse = [dimension?.text ?? '', mission?.text ?? '', subtask, ...state.sections];
  state.doubts.push(...takeUnused(state.headings, inUse));
  return {
    ...activity,
    listsParts,
    sections: state.sections,
    dimension,
    mission,
    subtask,
    texts: { ...texts },
    where: [row.where],
    doubts: [],
  };
}
