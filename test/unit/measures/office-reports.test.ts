import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importReport } from '../../../bot/measures/import/import-report.ts';
import type { Measure } from '../../../shared/measures/measure.ts';
import { readReport } from '../../../shared/measures/read-report.ts';
import type { MeasurePlan } from '../../../shared/measures/reading.ts';
import type { Where } from '../../../shared/measures/report-block.ts';
import { reportTable } from '../../../shared/measures/report-tables.ts';
import { toArabicDigits } from '../../../shared/thai/digits.ts';
import { buddhistYearOf } from '../../../shared/thai/fiscal-year.ts';
import { squeeze, tidy } from '../../../shared/thai/text.ts';
import { blocksOfTable, withoutPlaces } from './report-of.ts';

/** Real reports, which stand beside the repository because they may not be copied into it. */
const FOLDER = new URL('../../../../shared/data/measures/', import.meta.url);
const START_CHARS = 40;

interface ExpectedUnit {
  readonly unit: string;
  readonly section: string | null;
}
interface ExpectedItem {
  readonly number: number | null;
  readonly titleStart?: string;
  readonly textStart?: string;
}
interface ExpectedMeasure {
  readonly number: number;
  readonly dimension?: number;
  readonly instrument?: string;
  readonly indicatorStart?: string;
  readonly titleStart: string;
  readonly ownerUnits: readonly ExpectedUnit[];
  readonly status: string | null;
  readonly periodRaw?: string | null;
  readonly parts?: readonly ExpectedItem[];
  readonly steps?: readonly ExpectedItem[];
  readonly stepsStart?: string;
  readonly resultStart: string | null;
  readonly followUpStart?: string;
  readonly where: {
    readonly txtLines: readonly number[];
    readonly xlsxRows?: readonly number[];
    readonly docxTableAndRow?: readonly (readonly [number, number])[];
  };
}
interface Expected {
  readonly office: string;
  readonly fiscalYear: number;
  readonly measures: readonly ExpectedMeasure[];
  readonly partCount?: number;
  readonly stepCount?: number;
  readonly statusCounts?: {
    readonly in_progress: number;
    readonly not_started: number;
    readonly noStatusWord: number;
  };
  readonly dimensions?: readonly {
    readonly number: number;
    readonly name: string;
    readonly activities: number;
  }[];
}

function expectedOf(file: string): Expected {
  const name = file.replace(/\.\w+$/, '.expected.json');
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Expected;
}

async function planOf(file: string): Promise<MeasurePlan> {
  const imported = await importReport(readFileSync(new URL(file, FOLDER)));
  if (imported.kind === 'refused') throw new Error(`${file}: ${imported.refusal.code}`);
  const read = readReport(imported.blocks);
  if (read.kind === 'refused') throw new Error(`${file}: ${read.refusal.code}`);
  return read.plan;
}

const start = (text: string): string => tidy(text).slice(0, START_CHARS).trim();
const startOf = (items: Measure['steps']): string =>
  start(items.map(({ mark, text }) => `${mark} ${text}`).join(' '));
const numberOf = (mark: string): number | null => {
  const digits = toArabicDigits(mark).match(/\d+/)?.[0];
  return digits === undefined ? null : Number(digits);
};
const STATUSES: Readonly<Record<string, string>> = {
  'in-progress': 'in_progress',
  'not-started': 'not_started',
  done: 'done',
};

function placesOf(where: readonly Where[]): unknown[] {
  return where.map((place) => {
    if (place.kind === 'line') return place.line;
    return place.kind === 'sheet-row' ? place.row : [place.table, place.row];
  });
}

function expectMeasure(measure: Measure, wanted: ExpectedMeasure, file: string): void {
  expect(measure.number?.value).toBe(wanted.number);
  expect(start(measure.title)).toBe(wanted.titleStart);
  const units = measure.units.map(({ unit, section }) => ({
    unit: squeeze(unit),
    section: section === null ? null : squeeze(section),
  }));
  expect(units).toEqual(wanted.ownerUnits);
  expect(measure.status === null ? null : STATUSES[measure.status]).toBe(wanted.status);
  if (wanted.periodRaw !== undefined) expect(tidy(measure.periods.printed)).toBe(wanted.periodRaw ?? '');
  if (wanted.dimension !== undefined) expect(numberOf(measure.dimension?.mark ?? '')).toBe(wanted.dimension);
  if (wanted.indicatorStart !== undefined) expect(start(measure.indicator)).toBe(wanted.indicatorStart);
  if (wanted.instrument !== undefined) expect(measure.sections.at(-1)).toContain(wanted.instrument);
  if (wanted.stepsStart !== undefined) expect(startOf(measure.steps)).toBe(wanted.stepsStart);
  if (wanted.followUpStart !== undefined) expect(start(measure.followUp)).toBe(wanted.followUpStart);
  if (wanted.resultStart !== null) {
    // Header words that leaked into the cell are part of the expected start, but no part of the result.
    const own = wanted.resultStart.replace(/^ผล\S*\/ผลสัมฤทธิ์ /, '');
    expect(tidy(measure.result).slice(0, own.length)).toBe(own);
  } else if (wanted.status !== null) expect(measure.result).toBe('');
  const { where } = wanted;
  const places = file.endsWith('.txt') ? where.txtLines : (where.xlsxRows ?? []);
  expect(placesOf(measure.where)).toEqual(file.endsWith('.docx') ? where.docxTableAndRow : places);
}

const FILES = [
  'bankham-2566.txt',
  'bankham-2566.docx',
  'bankham-2566.xlsx',
  'banpho-2566.txt',
  'banpho-2566.docx',
  'banpho-2566.xlsx',
  'bangkao-2566.txt',
];

describe.skipIf(!existsSync(FOLDER))('reports of real offices', () => {
  describe.each(FILES)('%s', (file) => {
    it('gives every measure of the list, in order, and no other', async () => {
      const expected = expectedOf(file);
      const plan = await planOf(file);
      expect(plan.officeName).toBe(expected.office);
      expect(plan.fiscalYear && buddhistYearOf(plan.fiscalYear)).toBe(expected.fiscalYear);
      expect(plan.measures).toHaveLength(expected.measures.length);
      expected.measures.forEach((wanted, index) => {
        const measure = plan.measures[index];
        if (measure) expectMeasure(measure, wanted, file);
      });
    });

    it('is read again unchanged from its own report', async () => {
      const plan = await planOf(file);
      if (plan.layout === 'other') throw new Error('layout');
      const table = reportTable({
        layout: plan.layout,
        plan,
        updates: new Map(),
        round: null,
        digits: 'as-written',
      });
      const again = readReport(blocksOfTable(table));
      if (again.kind === 'refused') throw new Error(again.refusal.code);
      expect(again.plan.measures.map(withoutPlaces)).toEqual(plan.measures.map(withoutPlaces));
      expect(again.plan.officeName).toBe(plan.officeName);
      expect(again.plan.fiscalYear).toBe(plan.fiscalYear);
      expect(again.plan.layout).toBe(plan.layout);
    });
  });

  it('reads the numbered parts and steps of an indicator without losing one', async () => {
    const expected = expectedOf('bankham-2566.txt');
    const { measures } = await planOf('bankham-2566.txt');
    const parts = measures.map(({ parts: own, title }) =>
      own.length > 0 ? own : [{ mark: '', text: title }],
    );
    expect(parts.flat()).toHaveLength(expected.partCount ?? 0);
    expect(measures.flatMap(({ steps }) => steps)).toHaveLength(expected.stepCount ?? 0);
    expected.measures.forEach((wanted, index) => {
      const read = parts[index]?.map(({ mark, text }) => ({
        number: numberOf(mark),
        titleStart: start(text),
      }));
      expect(read).toEqual(wanted.parts);
      const steps = measures[index]?.steps.map(({ mark, text }) => ({
        number: numberOf(mark),
        textStart: start(text),
      }));
      expect(steps).toEqual(wanted.steps);
    });
  });

  it('reads four dimensions and the statuses of 39 activities from badly recognised text', async () => {
    const expected = expectedOf('bangkao-2566.txt');
    const { measures } = await planOf('bangkao-2566.txt');
    for (const dimension of expected.dimensions ?? []) {
      const own = measures.filter((measure) => numberOf(measure.dimension?.mark ?? '') === dimension.number);
      expect(own).toHaveLength(dimension.activities);
      expect(squeeze(own[0]?.dimension?.text ?? '')).toBe(squeeze(dimension.name));
    }
    const count = (status: Measure['status']): number =>
      measures.filter((measure) => measure.status === status).length;
    expect(count('in-progress')).toBe(expected.statusCounts?.in_progress);
    expect(count('not-started')).toBe(expected.statusCounts?.not_started);
    expect(count(null)).toBe(expected.statusCounts?.noStatusWord);
    expect(count('done')).toBe(0);
  });

  it('keeps "-" and empty money cells apart', async () => {
    const { measures } = await planOf('bangkao-2566.txt');
    expect(new Set(measures.map(({ budgetSet }) => budgetSet.kind))).toEqual(new Set(['none', 'missing']));
    expect(measures.filter(({ budgetSet }) => budgetSet.kind === 'missing')).toHaveLength(1);
  });

  it('marks what a careful person would look at, and suggests without correcting', async () => {
    const { doubts, measures } = await planOf('bangkao-2566.txt');
    const kinds = new Set(doubts.map(({ what }) => what));
    for (const kind of [
      'leaked-header',
      'continued-row',
      'joined-row',
      'shifted-row',
      'copied-cell',
      'several-activities',
      'heading-joined',
      'number-repeated',
      'number-collapsed',
      'open-quotation',
      'period-unsure',
      'owner-unsure',
      'owner-is-job-title',
      'word-suspect',
      'letters-spaced',
      'office-name-differs',
      'website-differs',
      'round-unlikely',
    ] as const) {
      expect(kinds, kind).toContain(kind);
    }
    const repeated = doubts.find(
      ({ what, suggestion }) => what === 'number-repeated' && suggestion !== undefined,
    );
    expect(repeated?.suggestion).toBe('(๙)');
    expect(measures[repeated?.measure ?? 0]?.number?.mark).toBe('(๘)');
    for (const doubt of doubts) expect(doubt.sentence).toMatch(/กรุณา/);
  });

  it('finds the report that stops in the middle, and a letter of another script', async () => {
    const { doubts } = await planOf('bankham-2566.docx');
    expect(doubts.map(({ what, measure }) => [what, measure])).toContainEqual(['text-cut-off', 5]);
    expect(doubts.map(({ what }) => what)).toContain('foreign-letter');
  });

  it('reads all cadences a follow-up names at once', async () => {
    const { measures } = await planOf('banpho-2566.xlsx');
    const cadences = measures.map(({ periods }) => periods.cadences.map(({ cadence }) => cadence).join(' '));
    const all = 'month quarter half-year year';
    expect(cadences).toEqual(['', all, all, all, '', all, all, '', 'year']);
  });
});
