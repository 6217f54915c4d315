import { matchTitles } from '../../shared/measures/match-plan.ts';
import type { Measure } from '../../shared/measures/measure.ts';
import type { Doubt, MeasurePlan } from '../../shared/measures/reading.ts';
import { whereText } from '../../shared/measures/text.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { truncateUnits } from '../../shared/thai/text.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { Draft, DraftItem, KeptDoubt } from './draft-records.ts';
import { DRAFT_KEPT_MS } from './draft-records.ts';
import { allMeasures } from './read-plan.ts';
import { measurePlans } from './records.ts';

/** A doubt quotes a text to be recognised by, not the whole of it. */
const QUOTED_UNITS = 500;
/** Doubts about the whole stand in one document, and quote less. */
const WHOLE_QUOTED_UNITS = 160;
const WHOLE_DOUBTS_MAX = 200;
/** More doubts about one measure nobody works through: it is written anew. */
const MEASURE_DOUBTS_MAX = 100;

/** The measures of the present plan of a year that a draft is paired with. */
export interface PresentPlan {
  readonly version: number;
  readonly officeName: string;
  readonly measures: readonly { readonly id: string; readonly title: string; readonly measure: Measure }[];
}

/** The present plan of a year, in its order; version 0 and no measures when there is none. */
export async function presentPlan(
  tx: Pick<Transaction, 'get' | 'query'>,
  fiscalYear: FiscalYear | null,
): Promise<PresentPlan> {
  if (fiscalYear === null) return { version: 0, officeName: '', measures: [] };
  const plan = (await tx.get(ref(measurePlans, String(fiscalYear))))?.data;
  if (!plan) return { version: 0, officeName: '', measures: [] };
  const byId = new Map((await allMeasures(tx, fiscalYear)).map((one) => [one.measureId, one]));
  const measures = plan.index.lines.flatMap(({ id }) => {
    const record = byId.get(id);
    return record ? [{ id, title: record.measure.title, measure: record.measure }] : [];
  });
  return { version: plan.version, officeName: plan.officeName, measures };
}

/** A draft of what was understood, its measures paired with the present plan by their titles. */
export function draftOf(
  id: string,
  plan: Pick<MeasurePlan, 'fiscalYear' | 'officeName' | 'layout' | 'title' | 'measures' | 'doubts'>,
  present: PresentPlan,
  by: { readonly source: Draft['source']; readonly userId: string; readonly nowMs: number },
): { readonly draft: Draft; readonly items: readonly DraftItem[] } {
  const doubts = plan.doubts.map((doubt, n) => ({
    measure: doubt.measure,
    kept: keptDoubt(doubt, n, doubt.measure === null ? WHOLE_QUOTED_UNITS : QUOTED_UNITS),
  }));
  const ofWhole = doubts.filter(({ measure }) => measure === null).map(({ kept }) => kept);
  const wholeDoubts = ofWhole.slice(0, WHOLE_DOUBTS_MAX);
  const matches = pairs(
    plan.measures.map(({ title }) => title),
    present,
  );
  const items = plan.measures.map((measure, place): DraftItem => {
    const ofMeasure = doubts.filter((doubt) => doubt.measure === place).map(({ kept }) => kept);
    const own = ofMeasure.slice(0, MEASURE_DOUBTS_MAX);
    const match = matches[place] ?? null;
    return {
      draftId: id,
      key: `d${place}`,
      place,
      // Where it stood in the file is in the doubts' words already.
      measure: { ...measure, where: [] },
      doubts: own,
      isDoubtful: own.length > 0,
      match,
    };
  });
  const draft: Draft = {
    source: by.source,
    fiscalYear: plan.fiscalYear,
    officeName: plan.officeName ?? present.officeName,
    layout: plan.layout,
    title: plan.title.slice(0, 10).map((line) => truncateUnits(line, QUOTED_UNITS)),
    doubts: wholeDoubts,
    measureCount: items.length,
    doubtCount: items.reduce((sum, item) => sum + item.doubts.length, wholeDoubts.length),
    matchedIds: items.flatMap(({ match }) => match?.id ?? []),
    planVersion: present.version,
    nextPlace: items.length,
    isAccepted: false,
    startedBy: by.userId,
    rev: 1,
    expiresAtMs: by.nowMs + DRAFT_KEPT_MS,
  };
  return { draft, items };
}

/** Which measure of the present plan each title is. */
export function pairs(titles: readonly string[], { measures }: PresentPlan): readonly DraftItem['match'][] {
  const titleOf = new Map(measures.map(({ id, title }) => [id, title]));
  return matchTitles(titles, measures).map((id) =>
    id === null ? null : { id, title: truncateUnits(titleOf.get(id) ?? '', QUOTED_UNITS) },
  );
}

function keptDoubt(doubt: Doubt, n: number, quotedUnits: number): KeptDoubt {
  const { what, field, sentence, printed, suggestion, where } = doubt;
  // A suggestion that replaces a whole text must not be cut: it is left out where it is that long.
  const isShort = suggestion !== undefined && suggestion.length <= quotedUnits;
  return {
    id: `q${n}`,
    what,
    field,
    sentence: truncateUnits(sentence, QUOTED_UNITS),
    ...(printed === undefined ? {} : { printed: truncateUnits(printed, quotedUnits) }),
    ...(isShort ? { suggestion } : {}),
    where: where[0] ? whereText(where[0]) : '',
    isSettled: false,
  };
}
