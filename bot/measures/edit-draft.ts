import {
  type DraftEdit,
  type DraftEditsBody,
  type DraftView,
  draftFieldSchema,
} from '../../shared/measures/draft-api.ts';
import { MAX_MEASURES } from '../../shared/measures/read-limits.ts';
import { fieldText, setField } from '../../shared/measures/set-field.ts';
import { makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { truncate } from '../../shared/thai/text.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { WriteCall } from '../api/route.ts';
import { remove, set, type Write } from '../commit/outcome.ts';
import { officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { MeasureApiDeps } from './deps.ts';
import { pairs, presentPlan } from './draft-of.ts';
import {
  type Draft,
  type DraftItem,
  itemId,
  type KeptDoubt,
  measureDraftItems,
  measureDrafts,
} from './draft-records.ts';
import { draftItems, draftView, openDraft } from './draft-view.ts';
import { emptyMeasure } from './empty-measure.ts';
import { plainText } from './plain-text.ts';
import { MAX_MEASURE_BYTES } from './records.ts';
import { measuresText as t } from './text.ts';

/** `POST /measures/drafts/:id/edits`: a person's corrections, all of them or none. */
export async function editDraft(call: WriteCall<DraftEditsBody>, deps: MeasureApiDeps): Promise<DraftView> {
  const { body, userId, nowMs } = call;
  const id = call.params['id'] ?? '';
  await commitRequest(deps, { request: call.request, feature: 'measures' }, async (tx) => {
    const draft = await openDraft(tx, id, nowMs);
    if (draft.rev !== body.rev) throw new ApiError('changed');
    const desk = new Desk(tx, id, draft, (await officeOf(tx)).units);
    for (const edit of body.edits) await desk.take(edit);
    const writes = desk.writes();
    return {
      outcome: {
        writes,
        audit: [
          {
            actor: { kind: 'member', userId },
            action: 'measures.draft-edited',
            subject: id,
            detail: { rev: draft.rev + 1, edits: body.edits.map(({ kind }) => kind).join(',') },
          },
        ],
      },
      answer: { rev: draft.rev + 1 },
    };
  });
  return deps.store.transact((tx) => draftView(tx, id, { after: body.after, show: 'all' }, nowMs));
}

/** The draft while its edits are made: items are read when an edit names them, and written once. */
class Desk {
  readonly #tx: Pick<Transaction, 'get' | 'query'>;
  readonly #id: string;
  readonly #knownUnits: readonly string[];
  readonly #items = new Map<string, DraftItem | null>();
  /** Open doubts of the items that were touched, as they stand. */
  readonly #open = new Map<string, number>();
  #draft: Draft;

  constructor(
    tx: Pick<Transaction, 'get' | 'query'>,
    id: string,
    draft: Draft,
    knownUnits: readonly string[],
  ) {
    this.#tx = tx;
    this.#id = id;
    this.#draft = draft;
    this.#knownUnits = knownUnits;
  }

  writes(): readonly Write[] {
    const items = [...this.#items].map(([key, item]) =>
      item === null
        ? remove(ref(measureDraftItems, itemId(this.#id, key)))
        : set(ref(measureDraftItems, itemId(this.#id, key)), item),
    );
    return [...items, set(ref(measureDrafts, this.#id), { ...this.#draft, rev: this.#draft.rev + 1 })];
  }

  async take(edit: DraftEdit): Promise<void> {
    switch (edit.kind) {
      case 'set': {
        const item = await this.#item(edit.key);
        const measure = setField(item.measure, edit.field, plainText(edit.text), this.#context());
        const field = edit.field === 'period' ? 'periods' : edit.field;
        // Whoever writes a field anew has looked at it.
        const settled = item.doubts.filter((doubt) => doubt.field === field).map((doubt) => doubt.id);
        this.#put(withSettled({ ...item, measure }, settled));
        return;
      }
      case 'settle':
      case 'use-suggestion':
        return this.#doubt(edit.key, edit.doubt, edit.kind === 'use-suggestion');
      case 'remove': {
        const item = await this.#item(edit.key);
        this.#match(item, null);
        this.#items.set(edit.key, null);
        const { measureCount, doubtCount } = this.#draft;
        this.#draft = {
          ...this.#draft,
          measureCount: measureCount - 1,
          doubtCount: doubtCount - openOf(item),
        };
        return;
      }
      case 'add':
        return this.#add(edit.title);
      case 'match': {
        const item = await this.#item(edit.key);
        if (edit.id === null) return this.#match(item, null);
        const present = await presentPlan(this.#tx, this.#draft.fiscalYear);
        const wanted = present.measures.find((one) => one.id === edit.id);
        if (!wanted) throw new ApiError('bad-input', { sentence: t.draftNoSuchMatch });
        if (item.match?.id !== edit.id && this.#draft.matchedIds.includes(edit.id))
          throw new ApiError('bad-input', { sentence: t.draftMatchTaken });
        return this.#match(item, { id: edit.id, title: truncate(wanted.title, TITLE_SHOWN) });
      }
      case 'year':
        return this.#year(edit.fiscalYear);
    }
  }

  async #item(key: string): Promise<DraftItem> {
    const item = this.#items.has(key)
      ? this.#items.get(key)
      : (await this.#tx.get(ref(measureDraftItems, itemId(this.#id, key))))?.data;
    if (!item) throw new ApiError('bad-input', { sentence: t.draftNoSuchMeasure });
    if (!this.#open.has(key)) this.#open.set(key, openOf(item));
    return item;
  }

  #put(item: DraftItem): void {
    if (Buffer.byteLength(JSON.stringify(item.measure)) > MAX_MEASURE_BYTES)
      throw new ApiError('bad-input', {
        sentence: t.measureTooLong(truncate(item.measure.title, TITLE_SHOWN)),
      });
    const before = this.#open.get(item.key) ?? 0;
    const open = openOf(item);
    this.#open.set(item.key, open);
    this.#items.set(item.key, item);
    this.#draft = { ...this.#draft, doubtCount: this.#draft.doubtCount - before + open };
  }

  #match(item: DraftItem, match: DraftItem['match']): void {
    const others = this.#draft.matchedIds.filter((id) => id !== item.match?.id);
    this.#draft = { ...this.#draft, matchedIds: match === null ? others : [...others, match.id] };
    this.#items.set(item.key, { ...item, match });
  }

  async #doubt(key: string | undefined, doubtId: string, usesSuggestion: boolean): Promise<void> {
    if (key === undefined) {
      const open = this.#draft.doubts.filter((one) => one.id === doubtId && !one.isSettled).length;
      const doubts = this.#draft.doubts.map((one) =>
        one.id === doubtId ? { ...one, isSettled: true } : one,
      );
      this.#draft = { ...this.#draft, doubts, doubtCount: this.#draft.doubtCount - open };
      return;
    }
    const item = await this.#item(key);
    const doubt = item.doubts.find((one) => one.id === doubtId);
    if (!doubt) throw new ApiError('bad-input', { sentence: t.draftNoSuchMeasure });
    const corrected = usesSuggestion ? this.#corrected(item, doubt) : item;
    this.#put(withSettled(corrected, [doubtId]));
  }

  /** The suggestion where the doubtful words stood; where they are the whole field, in place of it. */
  #corrected(item: DraftItem, { field, printed, suggestion }: KeptDoubt): DraftItem {
    const named = draftFieldSchema.safeParse(
      field === 'periods' ? 'period' : field === 'parts' ? 'title' : field,
    );
    if (!named.success || suggestion === undefined) return item;
    const text = fieldText(item.measure, named.data);
    const written =
      printed !== undefined && printed !== '' && text.includes(printed)
        ? text.replaceAll(printed, suggestion)
        : suggestion;
    return { ...item, measure: setField(item.measure, named.data, written, this.#context()) };
  }

  #add(title: string): void {
    if (this.#draft.measureCount >= MAX_MEASURES)
      throw new ApiError('bad-input', { sentence: t.tooManyMeasures });
    const place = this.#draft.nextPlace;
    const key = `d${place}`;
    const { measureCount } = this.#draft;
    this.#draft = { ...this.#draft, nextPlace: place + 1, measureCount: measureCount + 1 };
    const measure = setField(emptyMeasure(), 'title', plainText(title), this.#context());
    this.#put({ draftId: this.#id, key, place, measure, doubts: [], isDoubtful: false, match: null });
  }

  async #year(ce: number): Promise<void> {
    const fiscalYear = makeFiscalYear(ce);
    if (fiscalYear === null) throw new ApiError('bad-input', { field: 'fiscalYear' });
    const present = await presentPlan(this.#tx, fiscalYear);
    const stored = await draftItems(this.#tx, this.#id);
    const all = [
      ...stored.flatMap((item) => (this.#items.has(item.key) ? (this.#items.get(item.key) ?? []) : item)),
      ...[...this.#items.values()].filter(
        (item): item is DraftItem => item !== null && !stored.some(({ key }) => key === item.key),
      ),
    ];
    const matches = pairs(
      all.map(({ measure }) => measure.title),
      present,
    );
    for (const [at, item] of all.entries())
      this.#items.set(item.key, { ...item, match: matches[at] ?? null });
    const isYearDoubt = (doubt: KeptDoubt) =>
      doubt.what === 'fiscal-year-unknown' || doubt.what === 'fiscal-year-differs';
    const open = this.#draft.doubts.filter((doubt) => isYearDoubt(doubt) && !doubt.isSettled).length;
    this.#draft = {
      ...this.#draft,
      fiscalYear,
      planVersion: present.version,
      matchedIds: matches.flatMap((match) => match?.id ?? []),
      doubts: this.#draft.doubts.map((doubt) => (isYearDoubt(doubt) ? { ...doubt, isSettled: true } : doubt)),
      doubtCount: this.#draft.doubtCount - open,
    };
  }

  #context() {
    return { fiscalYear: this.#draft.fiscalYear, knownUnits: this.#knownUnits };
  }
}

const TITLE_SHOWN = 80;

function openOf({ doubts }: DraftItem): number {
  return doubts.filter(({ isSettled }) => !isSettled).length;
}

function withSettled(item: DraftItem, ids: readonly string[]): DraftItem {
  const doubts = item.doubts.map((doubt) => (ids.includes(doubt.id) ? { ...doubt, isSettled: true } : doubt));
  return { ...item, doubts, isDoubtful: doubts.some(({ isSettled }) => !isSettled) };
}
