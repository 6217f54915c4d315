import { describe, expect, it } from 'vitest';
import { readReport } from '../../../shared/measures/read-report.ts';
import { cpuTimeMs } from '../../fixtures/cpu-time.ts';
import { HEAD, headerIn, kinds, nine, planOf, read, reportOf } from './report-of.ts';

describe('cells', () => {
  it('keep "-", empty and 0 apart, with dashes inside HTML too', () => {
    const row = ['๑. วินัย', '๑.๑ อบรม', '(๑) โครงการก', 'ผล', '', '<p>-</p>', '', 'กองคลัง', ''];
    const plan = read('ka', [row, ['', '', '(๒) โครงการข', 'ผล', '-', '0', '๒,๐๐๐ บาท', 'กองคลัง', '-']]);
    expect(plan.measures.map(({ budgetSet, budgetUsed }) => [budgetSet, budgetUsed])).toEqual([
      [
        { kind: 'none', printed: '-' },
        { kind: 'missing', printed: '' },
      ],
      [
        { kind: 'amount', amountSatang: 0 },
        { kind: 'amount', amountSatang: 200_000 },
      ],
    ]);
    expect(plan.measures.map(({ periods, note }) => [periods.printed, note])).toEqual([
      ['', ''],
      ['-', '-'],
    ]);
  });

  it('with money that cannot be read keep the words and ask', () => {
    const plan = read('ka', [nine('๑. ก', '๑.๑ ข', '(๑) โครงการก').with(5, 'ตามจริง')]);
    expect(plan.measures[0]?.budgetSet).toEqual({ kind: 'missing', printed: 'ตามจริง' });
    expect(kinds(plan)).toEqual(['budget-unread']);
  });

  it('say a status only in words for it: alone surely, within a text as a guess', () => {
    const row = (result: string): string[] => ['(๑) ก', '', 'กองคลัง', result, ''];
    const status = (result: string): unknown => read('ph', [row(result)]).measures[0]?.status;
    expect(status('ยังไม่ ได้ดำเนินการ')).toBe('not-started');
    expect(status('- อยู่ระหว่างดำเนินการ')).toBe('in-progress');
    expect(status('ดำเนินการเรียบร้อยแล้ว')).toBe('done');
    expect(status('ดำเนินการแล้ว\nทาสีสองห้อง')).toBe('done');
    expect(status('ได้ดำเนินการประชุมทุกเดือน')).toBeNull();
    const guessed = read('ph', [row('ทาสีแล้วสองห้อง อยู่ระหว่างดำเนินการ')]);
    expect(guessed.measures[0]).toMatchObject({
      status: 'in-progress',
      result: 'ทาสีแล้วสองห้อง อยู่ระหว่างดำเนินการ',
    });
    expect(kinds(guessed)).toEqual(['status-in-text']);
  });

  it('of obstacles and suggestions are told apart by their label', () => {
    const plan = read('so', [['๑. ก', 'ข', 'ค', 'คนไม่พอ\nข้อเสนอแนะ: รับเพิ่ม']]);
    expect(plan.measures[0]).toMatchObject({ obstacle: 'คนไม่พอ', suggestion: 'รับเพิ่ม' });
  });
});

describe('doubts', () => {
  it('repeated and skipped numbers are shown, suggested where one is free, and are no keys', () => {
    const row = (n: string): string[] => [`(${n}) ก${n}`, '', '', 'ผล', ''];
    const plan = read('ph', ['๑', '๒', '๒', '๔', '๗'].map(row));
    expect(plan.measures.map(({ number }) => number?.mark)).toEqual(['(๑)', '(๒)', '(๒)', '(๔)', '(๗)']);
    expect(plan.doubts.map(({ what, measure, suggestion }) => [what, measure, suggestion])).toEqual([
      ['number-repeated', 2, '(๓)'],
      ['number-skipped', 4, undefined],
    ]);
  });

  it('misread words, other letters, letter spacing, names and hosts are suggested, never corrected', () => {
    const plan = read('ph', [
      ['(๑) มาตราการก', 'ม อ บ ง า น ทุ ก ค น', 'กองคลัง', 'แจกพับ ของเทศบาลตำบลทุ่งทาง ที่ www.tungtong.go.th', ''],
      ['(๒) ข', 'มอຍงาน', 'งานนิติกร', 'ดู www.tungtang.go.th', ''],
    ]);
    expect(plan.measures[0]?.title).toBe('มาตราการก');
    const found = plan.doubts.map(({ what, suggestion }) => [what, suggestion]);
    expect(found).toContainEqual(['word-suspect', 'มาตรการ']);
    expect(found).toContainEqual(['word-suspect', 'แผ่นพับ']);
    expect(found).toContainEqual(['letters-spaced', 'มอบงานทุกคน']);
    expect(found).toContainEqual(['foreign-letter', 'มอบงาน']);
    expect(found).toContainEqual(['owner-is-job-title', 'งานนิติการ']);
    expect(found).toContainEqual(['office-name-differs', 'เทศบาลตำบลทุ่งทอง']);
    expect(found.filter(([what]) => what === 'website-differs')).toHaveLength(2);
  });

  it('the office and website of the settings win over what is printed', () => {
    const blocks = reportOf(HEAD, [headerIn('ph'), ['(๑) ก', '', '', 'www.tungtang.go.th', '']]);
    const plan = planOf(blocks, { officeName: 'อบต.ทุ่งเงิน', website: 'tungtong.go.th' });
    expect(plan.officeName).toBe('อบต.ทุ่งเงิน');
    expect(plan.doubts[0]).toMatchObject({ what: 'website-differs', suggestion: 'tungtong.go.th' });
  });

  it('a number without its dots, an unlikely round and a period outside the year are asked about', () => {
    const blocks = reportOf(
      ['รายงานของเทศบาลตำบลทุ่งทอง ปีงบประมาณ ๒๕๖๗ รอบ ๒ เดือน'],
      [headerIn('ka'), nine('๒. โปร่งใส', '๒๒ มาตรา ๒๒ เปิดเผย', '(๑) โครงการก', 'ผล', 'ม.ค. ๖๕')],
    );
    const found = planOf(blocks).doubts.map(({ what, suggestion }) => [what, suggestion]);
    expect(found).toContainEqual(['number-collapsed', '๒.๒ มาตรา ๒๒ เปิดเผย']);
    expect(found.map(([what]) => what)).toEqual([
      'round-unlikely',
      'number-collapsed',
      'period-outside-year',
    ]);
  });

  it('a text that stops in the middle is found at the end of the report', () => {
    const cut = read('ph', [['(๑) ก', '', '', 'แบ่งเป็น ๒ ส่วน คือ ๑. ส่วนหน้า', '']]);
    expect(kinds(cut)).toEqual(['text-cut-off']);
    expect(kinds(read('ph', [['(๑) ก', '', '', 'แบ่งเป็น ๒ ส่วน คือ ๑. ส่วนหน้า ๒. ส่วนหลัง', '']]))).toEqual([]);
  });

  it('a heading without measures and a column without a known name lose no text', () => {
    const header = [...headerIn('ph'), 'เลขที่แฟ้ม'];
    const plan = planOf(
      reportOf(HEAD, [
        header,
        ['ด้านที่ ๑ ว่าง', '', '', '', '', ''],
        ['ด้านที่ ๒ ทำ', '', '', '', '', ''],
        ['(๑) ก', '', '', 'ผล', '', 'A-7'],
      ]),
    );
    expect(plan.measures[0]?.note).toBe('เลขที่แฟ้ม: A-7');
    expect(kinds(plan)).toEqual(['column-unknown', 'heading-unused']);
  });
});

describe('refusals', () => {
  it('tell no table, no measure and too much apart, each with one Thai sentence', () => {
    const many = Array.from({ length: 5001 }, () => ['(๑) ก', '', '', '', '']);
    const codes = [
      reportOf(HEAD),
      reportOf(HEAD, [headerIn('ph')]),
      reportOf(HEAD, [headerIn('ph'), ...many]),
      reportOf(HEAD, [headerIn('ph'), ...many.slice(0, 1001)]),
      reportOf(HEAD, [headerIn('ph'), ['ก'.repeat(32_768), '', '', '', '']]),
    ].map((blocks) => {
      const result = readReport(blocks);
      if (result.kind === 'read') return 'read';
      expect(result.refusal.sentence).toMatch(/^[ก-๙].*แล้วส่งใหม่$/);
      return result.refusal.code;
    });
    expect(codes).toEqual(['no-table', 'no-measures', 'too-many-rows', 'too-many-measures', 'too-much-text']);
  });

  it('a large report is read in time', () => {
    const long = 'ดำเนินงานตามแผน '.repeat(60);
    const rows = Array.from({ length: 1000 }, (_, n) => nine('', '', `(${(n % 90) + 1}) โครงการ ${n}`, long));
    const started = cpuTimeMs();
    expect(read('ka', rows).measures).toHaveLength(1000);
    expect(cpuTimeMs() - started).toBeLessThan(2000);
  });
});
