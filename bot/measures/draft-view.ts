import {
  DRAFT_MEASURES_PER_PAGE,
  type DraftMeasure,
  type DraftView,
  type OpenDrafts,
} from '../../shared/measures/draft-api.ts';
import { printItem } from '../../shared/measures/list-marks.ts';
import { printMonths } from '../../shared/measures/print-months.ts';
import { ApiError } from '../api/api-error.ts';
import { ref, type Transaction } from '../store/store.ts';
import {
  DRAFT_KEPT_MS,
  type Draft,
  type DraftItem,
  measureDraftItems,
  measureDrafts,
} from './draft-records.ts';
import { measurePlans } from './records.ts';
import { measuresText as t } from './text.ts';

const DRAFTS_SHOWN = 20;
const ITEM_PAGE = 500;
const ITEM_PAGES = 3;

/** The draft, while it waits. @throws ApiError `not-found` when it was accepted, removed or never there. */
export async function openDraft(tx: Pick<Transaction, 'get'>, id: string, nowMs: number): Promise<Draft> {
  const draft = /^[0-9a-f]{24}$/.test(id) ? (await tx.get(ref(measureDrafts, id)))?.data : undefined;
  if (!draft || draft.isAccepted || draft.expiresAtMs <= nowMs)
    throw new ApiError('not-found', { sentence: t.draftGone });
  return draft;
}

/** A page of a draft as a person looks through it. `after` is the place of the last measure seen, plus one. */
export async function draftView(
  tx: Pick<Transaction, 'get' | 'query'>,
  id: string,
  page: { readonly after: number; readonly show: 'all' | 'doubtful' },
  nowMs: number,
): Promise<DraftView> {
  const draft = await openDraft(tx, id, nowMs);
  const items = await tx.query({
    collection: measureDraftItems,
    where: [
      ['draftId', '==', id],
      ...(page.show === 'doubtful' ? [['isDoubtful', '==', true] as const] : []),
      ['place', '>=', page.after],
    ],
    orderBy: { field: 'place', direction: 'asc' },
    limit: DRAFT_MEASURES_PER_PAGE,
  });
  const plan =
    draft.fiscalYear === null ? undefined : (await tx.get(ref(measurePlans, String(draft.fiscalYear))))?.data;
  const matched = new Set(draft.matchedIds);
  const missing = (plan?.index.lines ?? []).filter((line) => !matched.has(line.id));
  const last = items.length === DRAFT_MEASURES_PER_PAGE ? items.at(-1) : undefined;
  return {
    id,
    rev: draft.rev,
    source: draft.source,
    fiscalYear: draft.fiscalYear,
    officeName: draft.officeName,
    layout: draft.layout,
    title: [...draft.title],
    measureCount: draft.measureCount,
    doubtCount: draft.doubtCount,
    doubts: [...draft.doubts],
    missing: missing.map((line) => ({ id: line.id, title: line.title })),
    hasPlan: plan !== undefined,
    measures: items.map(({ data }) => itemView(data)),
    ...(last ? { next: last.data.place + 1 } : {}),
    expiresAtMs: draft.expiresAtMs,
  };
}

function itemView({ key, measure, doubts, match }: DraftItem): DraftMeasure {
  const { where: _where, number, periods, dimension, mission, ...rest } = measure;
  return {
    ...rest,
    key,
    number: number?.mark ?? '',
    parts: rest.parts.map((part) => ({ ...part })),
    sections: [...rest.sections],
    steps: rest.steps.map((step) => ({ ...step })),
    units: rest.units.map((unit) => ({ ...unit })),
    dimension: dimension === null ? '' : printItem(dimension),
    mission: mission === null ? '' : printItem(mission),
    period: periods.printed,
    periodRead: printMonths(periods.ranges),
    doubts: [...doubts],
    match,
  };
}

/** The newest drafts that wait to be accepted. One page. */
export async function openDrafts(tx: Pick<Transaction, 'query'>, nowMs: number): Promise<OpenDrafts> {
  const waiting = await tx.query({
    collection: measureDrafts,
    where: [['expiresAtMs', '>', nowMs]],
    orderBy: { field: 'expiresAtMs', direction: 'desc' },
    limit: DRAFTS_SHOWN,
  });
  return {
    drafts: waiting.map(({ id, data }) => ({
      id,
      source: data.source,
      fiscalYear: data.fiscalYear,
      measureCount: data.measureCount,
      doubtCount: data.doubtCount,
      startedAtMs: data.expiresAtMs - DRAFT_KEPT_MS,
      expiresAtMs: data.expiresAtMs,
    })),
  };
}

/** Every item of a draft, in order. */
export async function draftItems(tx: Pick<Transaction, 'query'>, id: string): Promise<readonly DraftItem[]> {
  const all: DraftItem[] = [];
  // A draft holds at most as many measures as a plan, and some added by hand.
  for (let page = 0; page < ITEM_PAGES; page += 1) {
    const items = await tx.query({
      collection: measureDraftItems,
      where: [
        ['draftId', '==', id],
        ['place', '>=', (all.at(-1)?.place ?? -1) + 1],
      ],
      orderBy: { field: 'place', direction: 'asc' },
      limit: ITEM_PAGE,
    });
    all.push(...items.map(({ data }) => data));
    if (items.length < ITEM_PAGE) break;
  }
  return all;
}
