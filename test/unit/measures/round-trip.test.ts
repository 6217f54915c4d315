import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYOUTS, type LayoutId } from '../../../shared/measures/layouts.ts';
import { readReport } from '../../../shared/measures/read-report.ts';
import type { ReportBlock } from '../../../shared/measures/report-block.ts';
import { reportTable } from '../../../shared/measures/report-tables.ts';
import { toArabicDigits } from '../../../shared/thai/digits.ts';
import { blocksOfTable, type CellValue, reportOf, withoutPlaces } from './report-of.ts';

/** Pieces of which cells are put together: marks, headings, statuses, months, units, remains of HTML and plain words. */
const PIECES = [
  'โครงการ',
  'กิจกรรม',
  'มาตรการ',
  'อบรมพนักงาน',
  'ตรวจสอบถนน',
  'ดูแลต้นไม้',
  'เผยแพร่ข้อมูล',
  'กองช่าง',
  'งานสารบรรณ',
  '(งานเทศกิจ)',
  'ดำเนินการแล้วเสร็จ',
  'อยู่ระหว่างดำเนินการ',
  'ยังไม่ได้ดำเนินการ',
  '๑.',
  '๒.',
  '(๑)',
  '(๒)',
  '(3)',
  '๑.๑',
  '๑.๑.๑',
  '๒)',
  '-',
  '- ',
  '“',
  '”',
  'ต.ค.๖๕',
  '- มี.ค.๖๖',
  '2566',
  '1,500.50',
  '0',
  '/',
  ',',
  'และ',
  '\n',
  '<p>',
  '</p>',
  '<li>',
  '&lt;b&gt;',
  '&amp;amp;',
  '**',
  'ข้อเสนอแนะ:',
  'แบบวัด IIT',
  'ประเด็น',
  'example.go.th',
  '(ต่อ)',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(' '));
const cell = fc.oneof({ weight: 3, arbitrary: text }, fc.constantFrom('', '-', '–'));
const merged: fc.Arbitrary<CellValue> = fc.constantFrom({ text: '', merged: 'above' as const });
const anyRow = (width: number): fc.Arbitrary<CellValue[]> =>
  fc.array(fc.oneof({ weight: 12, arbitrary: cell }, merged), { minLength: width, maxLength: width });

function anyReport(layout: LayoutId): fc.Arbitrary<ReportBlock[]> {
  const header = LAYOUTS[layout].columns.map((column) => column.header);
  const rows = fc.array(anyRow(header.length), { minLength: 1, maxLength: 6 });
  return fc
    .array(rows, { minLength: 1, maxLength: 3 })
    .map((fragments) =>
      reportOf(
        ['รายงานทดสอบ', 'ของเทศบาลตำบลทุ่งทอง', 'ปีงบประมาณ พ.ศ. ๒๕๖๖'],
        ...fragments.map((own) => [header, ...own]),
      ),
    );
}

/**
 * Readings that a person must answer before a report can be made of them: a measure without a title looks in print like the
 * end of the one above, and words in a money cell like a row that has slipped.
 */
const UNANSWERED: readonly string[] = ['title-missing', 'budget-unread'];

describe.each(['ph', 'kh', 'so', 'ch', 'ka'] as const)('a report in the columns of %s', (layout) => {
  it('whatever stands in its cells, is read again unchanged from the report made of it', () => {
    fc.assert(
      fc.property(anyReport(layout), (blocks) => {
        const first = readReport(blocks);
        if (first.kind === 'refused' || first.plan.doubts.some(({ what }) => UNANSWERED.includes(what)))
          return;
        expect(first.plan.layout).toBe(layout);
        const table = reportTable({
          layout,
          plan: first.plan,
          updates: new Map(),
          round: null,
          digits: 'as-written',
        });
        const again = readReport(blocksOfTable(table));
        if (again.kind === 'refused') throw new Error(again.refusal.code);
        expect(again.plan.measures.map(withoutPlaces)).toEqual(first.plan.measures.map(withoutPlaces));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });

  it('loses no text: every letter of every cell is in a measure or a doubt', () => {
    fc.assert(
      fc.property(anyReport(layout), (blocks) => {
        const read = readReport(blocks);
        if (read.kind === 'refused') return;
        const kept = toArabicDigits(JSON.stringify(read.plan));
        for (const word of ['อบรมพนักงาน', 'ตรวจสอบถนน', 'ดูแลต้นไม้', 'เผยแพร่ข้อมูล', 'กองช่าง']) {
          if (JSON.stringify(blocks).includes(word)) expect(kept).toContain(word);
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 100) },
    );
  });
});
