import { formatFiscalYear } from '../thai/fiscal-year.ts';
import type { DraftDoubt } from './draft.ts';
import { type Fragment, findFragments } from './find-fragments.ts';
import { finishMeasure } from './finish-measure.ts';
import { layoutOf } from './layouts.ts';
import type { Measure } from './measure.ts';
import { liesWithin } from './months.ts';
import { MAX_CELL_CHARS, MAX_DOUBTS, MAX_MEASURES, MAX_REPORT_CHARS, MAX_ROWS } from './read-limits.ts';
import { readRows } from './read-rows.ts';
import type { Doubt, ReadReportOptions, ReadReportResult } from './reading.ts';
import type { ReportBlock } from './report-block.ts';
import { reportRefusal } from './report-refusal.ts';
import { reviewEnds } from './review-ends.ts';
import { reviewNames } from './review-names.ts';
import { reviewNumbers } from './review-numbers.ts';
import { reviewWords } from './review-words.ts';
import { DOUBTS, type DoubtDetail } from './text.ts';
import { readTitleFacts, type TitleFacts } from './title-facts.ts';

/** Rounds offices report by; another number in a title is a misread one. */
const USUAL_ROUND_MONTHS: readonly number[] = [3, 6, 9, 12];

/**
 * Reads a report of integrity measures, of whatever format, into a plan: what was understood, and doubts for everything that a
 * person should look at. Texts stay as printed, misreadings included; nothing is corrected and nothing is dropped without a
 * doubt that shows it. Refused when there is no table with a known header, no measure in it, or more than the limits allow.
 */
export function readReport(
  blocks: readonly ReportBlock[],
  options: ReadReportOptions = {},
): ReadReportResult {
  const tooLarge = sizeProblem(blocks);
  if (tooLarge) return { kind: 'refused', refusal: reportRefusal(tooLarge) };
  const { before, fragments, after } = findFragments(blocks);
  const first = fragments[0];
  if (!first) return { kind: 'refused', refusal: reportRefusal('no-table') };
  const facts = readTitleFacts(before);
  const fiscalYear = options.fiscalYear ?? facts.fiscalYear;
  const officeName = options.officeName ?? facts.officeName;
  const reading = readRows(fragments);
  if (reading.drafts.length === 0) return { kind: 'refused', refusal: reportRefusal('no-measures') };
  if (reading.drafts.length > MAX_MEASURES) {
    return { kind: 'refused', refusal: reportRefusal('too-many-measures') };
  }
  const context = { fiscalYear, knownUnits: options.knownUnits ?? [] };
  const finished = reading.drafts.map((draft) => finishMeasure(draft, context));
  const measures = finished.map(({ measure }) => measure);
  const doubts = [
    ...reportDoubts(facts, options, measures, fragments),
    ...reading.doubts.map((each) => doubtOf(each, null)),
    ...finished.flatMap(({ doubts: own }, index) => own.map((each) => doubtOf(each, index))),
    ...[
      ...reviewNumbers(measures),
      ...reviewWords(measures),
      ...reviewNames(measures, { officeName, website: options.website ?? null }),
      ...reviewEnds(measures),
    ].map((each) => doubtOf({ ...each, where: measures[each.measure]?.where ?? [] }, each.measure)),
  ];
  // In reading order, what concerns the whole report first.
  doubts.sort((a, b) => (a.measure ?? -1) - (b.measure ?? -1));
  return {
    kind: 'read',
    plan: {
      officeName,
      fiscalYear,
      round: facts.round,
      title: facts.title,
      intro: facts.intro,
      closing: after,
      layout: layoutOf(first.columns),
      measures,
      doubts: doubts.slice(0, MAX_DOUBTS),
    },
  };
}

function sizeProblem(blocks: readonly ReportBlock[]): 'too-many-rows' | 'too-much-text' | null {
  let rows = 0;
  let chars = 0;
  for (const block of blocks) {
    const texts = block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells);
    rows += block.kind === 'table' ? block.rows.length : 0;
    if (rows > MAX_ROWS) return 'too-many-rows';
    for (const { text } of texts) {
      chars += text.length;
      if (text.length > MAX_CELL_CHARS || chars > MAX_REPORT_CHARS) return 'too-much-text';
    }
  }
  return null;
}

function doubtOf(draft: DraftDoubt, measure: number | null): Doubt {
  const { what, field, where, detail } = draft;
  const { printed, suggestion } = detail;
  return {
    where,
    what,
    measure,
    field,
    sentence: DOUBTS[what](detail),
    ...(printed === undefined ? {} : { printed }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Doubts about the report as a whole. */
function reportDoubts(
  facts: TitleFacts,
  options: ReadReportOptions,
  measures: readonly Measure[],
  fragments: readonly Fragment[],
): Doubt[] {
  const doubts: Doubt[] = [];
  const add = (what: DraftDoubt['what'], detail: DoubtDetail = {}): void => {
    doubts.push(doubtOf({ what, field: null, where: [], detail }, null));
  };
  if (options.officeName === undefined && facts.officeName === null) add('office-unknown');
  if (options.fiscalYear === undefined && facts.fiscalYear === null) add('fiscal-year-unknown');
  if (
    options.fiscalYear !== undefined &&
    facts.fiscalYear !== null &&
    facts.fiscalYear !== options.fiscalYear
  ) {
    add('fiscal-year-differs', { printed: formatFiscalYear(facts.fiscalYear) });
  }
  if (facts.round && !USUAL_ROUND_MONTHS.includes(facts.round.months)) {
    const suggestion = likelyRound(facts, measures);
    add('round-unlikely', { printed: facts.round.printed, ...(suggestion === null ? {} : { suggestion }) });
  }
  const unknown = new Set(fragments.flatMap(unknownColumns));
  for (const column of unknown) add('column-unknown', { column });
  return doubts;
}

/** "รอบ ๖ เดือน" when every period lies in the first half of the fiscal year, "รอบ ๑๒ เดือน" when one does not. */
function likelyRound(facts: TitleFacts, measures: readonly Measure[]): string | null {
  const year = facts.fiscalYear;
  const ranges = measures.flatMap(({ periods }) => periods.ranges);
  if (year === null || ranges.length === 0 || !ranges.every((range) => liesWithin(range, year))) return null;
  const firstHalf = ranges.every(({ to }) => to.month >= 10 || to.month <= 3);
  return `รอบ ${firstHalf ? '๖' : '๑๒'} เดือน`;
}

function unknownColumns({ columns, headers }: Fragment): string[] {
  const known = new Set(columns.values());
  return headers.filter((header, column) => header !== '' && !known.has(column));
}
