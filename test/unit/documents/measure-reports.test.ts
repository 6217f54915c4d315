import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DocumentFormat, writeDocument } from '../../../bot/documents/document-format.ts';
import { importReport } from '../../../bot/measures/import/import-report.ts';
import { measureReportDocument } from '../../../bot/measures/report/measure-report-document.ts';
import type { MeasureUpdate } from '../../../shared/measures/measure-update.ts';
import { readReport } from '../../../shared/measures/read-report.ts';
import type { MeasurePlan } from '../../../shared/measures/reading.ts';
import { roundsOf } from '../../../shared/measures/rounds.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import type { Satang } from '../../../shared/thai/money.ts';
import { planOf, withoutPlaces } from '../measures/report-of.ts';
import { LAYOUT_IDS, smallPlan } from './small-reports.ts';

/** Real reports, which stand beside the repository because they may not be copied into it. */
const FOLDER = new URL('../../../../shared/data/measures/', import.meta.url);
const FILES = [
  'bankham-2566.txt',
  'bankham-2566.docx',
  'bankham-2566.xlsx',
  'banpho-2566.txt',
  'banpho-2566.docx',
  'banpho-2566.xlsx',
  'bangkao-2566.txt',
];
const FORMATS: readonly DocumentFormat[] = ['docx', 'xlsx'];
const [HALF_YEAR] = roundsOf(2024 as FiscalYear);

async function readFrom(bytes: Buffer): Promise<MeasurePlan> {
  const imported = await importReport(bytes);
  if (imported.kind === 'refused') throw new Error(imported.refusal.code);
  return planOf(imported.blocks);
}

async function reread(plan: MeasurePlan, format: DocumentFormat): Promise<MeasurePlan> {
  if (plan.layout === 'other') throw new Error('layout');
  const document = measureReportDocument({
    layout: plan.layout,
    plan,
    updates: new Map(),
    round: null,
    digits: 'as-written',
  });
  return readFrom(await writeDocument(document, format));
}

function expectSame(again: MeasurePlan, plan: MeasurePlan): void {
  expect(again.measures.map(withoutPlaces)).toEqual(plan.measures.map(withoutPlaces));
  expect(again.officeName).toBe(plan.officeName);
  expect(again.fiscalYear).toBe(plan.fiscalYear);
  expect(again.layout).toBe(plan.layout);
}

describe.each(LAYOUT_IDS)('a report file in the columns of %s', (layout) => {
  it.each(FORMATS)('is read from its .%s as the plan it was made of', async (format) => {
    const plan = smallPlan(layout);
    expectSame(await reread(plan, format), plan);
  });

  it.each(FORMATS)(
    'with a round, notes and Thai digits keeps every title and status as .%s',
    async (format) => {
      const plan = smallPlan(layout);
      const updates = new Map<number, MeasureUpdate>([[0, { status: 'done', result: 'เรียบร้อย' }]]);
      const document = measureReportDocument({
        layout,
        plan,
        updates,
        round: HALF_YEAR ?? null,
        before: [{ title: 'มาตรการที่หายไป', status: 'done' }],
        signature: { name: '', position: 'ปลัดเทศบาล' },
      });
      expect(document.notes.items.join('\n')).toContain('มาตรการที่หายไป');
      const again = await readFrom(await writeDocument(document, format));
      expect(again.measures.map(({ number }) => number?.value)).toEqual(
        plan.measures.map(({ number }) => number?.value),
      );
      expect(again.measures[0]?.result).toContain('เรียบร้อย');
      expect(again.round?.months).toBe(6);
    },
  );
});

describe('the figures of a report', () => {
  const measures = (count: number, from = 0) => {
    const [one] = smallPlan('ph').measures;
    if (!one) throw new Error('no measure');
    return Array.from({ length: count }, (_, index) => ({ ...one, title: `โครงการ ${from + index + 1}` }));
  };
  const report = (done: number, inProgress: number, before: readonly string[] = []) => {
    const plan = { ...smallPlan('ch'), measures: measures(done + inProgress) };
    const updates = new Map<number, MeasureUpdate>(
      plan.measures.map((_, index) => [index, { status: index < done ? 'done' : 'in-progress' }]),
    );
    return measureReportDocument({
      layout: 'ch',
      plan,
      updates,
      round: HALF_YEAR ?? null,
      planned: 36,
      progress: { base: 35, inProgressWeightHundredths: 50 },
      before: before.map((title) => ({ title, status: 'in-progress' as const })),
    });
  };

  it('are those the office printed: 70.00 after six months, 94.29 after twelve, of a promised 35', () => {
    expect(report(13, 23).paragraphs.at(-1)).toContain('ร้อยละ ๗๐.๐๐');
    expect(report(33, 0).paragraphs.at(-1)).toContain('ร้อยละ ๙๔.๒๙');
  });

  it('warn of three projects that vanished between the rounds, each by its name', () => {
    const titles = measures(36).map(({ title }) => title);
    const notes = report(33, 0, titles).notes.items.join('\n');
    expect(notes).toContain('ขาดไป ๓ โครงการ');
    for (const vanished of ['โครงการ ๓๔', 'โครงการ ๓๕', 'โครงการ ๓๖']) expect(notes).toContain(vanished);
    expect(notes).not.toContain('โครงการ ๓๓');
  });

  it('are left out where the reports of an office name no status', () => {
    const document = measureReportDocument({
      layout: 'ph',
      plan: smallPlan('ph'),
      updates: new Map(),
      round: HALF_YEAR ?? null,
    });
    expect(document.paragraphs).toHaveLength(1);
    expect(document.notes.items).toEqual([]);
  });

  it('give money as amounts to the satang, and leave a dash a dash', () => {
    const document = measureReportDocument({
      layout: 'ka',
      plan: smallPlan('ka'),
      updates: new Map([[1, { budgetUsedSatang: 1_234_567_891 as Satang }]]),
      round: HALF_YEAR ?? null,
    });
    const rows = document.tables[0]?.rows.flatMap((row) =>
      row.kind === 'cells' ? [row.cells.slice(5, 7)] : [],
    );
    expect(rows?.slice(0, 2)).toEqual([
      [
        { kind: 'amount', amountSatang: 150_025 },
        { kind: 'amount', amountSatang: 0 },
      ],
      [
        { kind: 'text', lines: ['-'] },
        { kind: 'amount', amountSatang: 1_234_567_891 },
      ],
    ]);
  });
});

describe.skipIf(!existsSync(FOLDER))('reports of real offices', () => {
  describe.each(FILES)('%s', (file) => {
    it.each(FORMATS)('comes back unchanged through its own .%s', async (format) => {
      const imported = await importReport(readFileSync(new URL(file, FOLDER)));
      if (imported.kind === 'refused') throw new Error(imported.refusal.code);
      const read = readReport(imported.blocks);
      if (read.kind === 'refused') throw new Error(read.refusal.code);
      expectSame(await reread(read.plan, format), read.plan);
    });
  });
});
