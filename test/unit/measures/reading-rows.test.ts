import { describe, expect, it } from 'vitest';
import type { MeasurePlan } from '../../../shared/measures/reading.ts';
import { HEAD, headerIn, kinds, nine, planOf, read, reportOf } from './report-of.ts';

const titles = (plan: MeasurePlan): string[] => plan.measures.map(({ title }) => title);

describe('headers', () => {
  it('are known when printed again misspelt, with spaces, or past recognition in their place', () => {
    const broken = headerIn('ka').with(5, 'จบ ประมาณ ทีต่งไว').with(6, 'งบ ประมาน ที่เข้าไป').with(8, 'xx');
    const plan = planOf(
      reportOf(
        HEAD,
        [headerIn('ka'), nine('๑. วินัย', '๑.๑ อบรม', '(๑) โครงการก')],
        [broken, ['', '', '(๒) โครงการข', 'เสร็จ', 'ก.พ. ๖๗', '๑,๕๐๐', '๐', 'กองคลัง', 'จำเป็น']],
      ),
    );
    expect(titles(plan)).toEqual(['โครงการก', 'โครงการข']);
    expect(plan.measures[1]).toMatchObject({
      budgetSet: { kind: 'amount', amountSatang: 150_000 },
      budgetUsed: { kind: 'amount', amountSatang: 0 },
      note: 'จำเป็น',
    });
  });

  it('may stand below title rows of the same sheet, and a table without one goes on', () => {
    const row = (title: string): string[] => [title, 'ทำ', 'กองช่าง', 'ทำแล้ว', 'รายเดือน'];
    const plan = planOf(
      reportOf([], [...HEAD.map((line) => [line]), headerIn('ph'), row('(๑) ก')], [row('(๒) ข')]),
    );
    expect(plan.officeName).toBe('เทศบาลตำบลทุ่งทอง อำเภอเมือง จังหวัดสมมติ');
    expect(plan.fiscalYear).toBe(2024);
    expect(titles(plan)).toEqual(['ก', 'ข']);
  });

  it('of two rows are read as one', () => {
    const plan = planOf(
      reportOf(HEAD, [
        ['โครงการ', 'งบประมาณ', { text: '', merged: 'left' }, 'ผู้รับผิดชอบ', 'ผลการดำเนินงาน'],
        [
          { text: '', merged: 'above' },
          'ที่ตั้งไว้',
          'ที่ใช้ไป',
          { text: '', merged: 'above' },
          { text: '', merged: 'above' },
        ],
        ['๑. ทาสี', '100', '50.25', 'กองช่าง', 'ทาแล้วสองห้อง'],
      ]),
    );
    expect(plan.layout).toBe('other');
    expect(plan.measures[0]?.budgetUsed).toEqual({ kind: 'amount', amountSatang: 5025 });
  });

  it('leaked into a cell are taken off and shown, but a title that begins like its header stays whole', () => {
    const plan = read('ka', [
      nine(
        '๑. วินัย',
        '๑.๑ อบรม',
        'โครงการ/กิจกรรม/มาตรการ (๑) มาตรการประหยัด',
        'ผลการทำงาน/ผลลัพธ์/ผลสัมฤทธิ์ - ลดได้',
      ),
    ]);
    expect(plan.measures[0]).toMatchObject({ title: 'มาตรการประหยัด', result: '- ลดได้' });
    expect(kinds(plan).filter((kind) => kind === 'leaked-header')).toHaveLength(2);
    expect(titles(read('ph', [['มาตรการประหยัดไฟ', 'ปิดไฟ', 'กองช่าง', '', '']]))).toEqual(['มาตรการประหยัดไฟ']);
  });
});

describe('rows', () => {
  it('with an empty first cell continue the measure above, in the middle of a list too', () => {
    const plan = read('so', [
      ['๑. ทาสี', '๑. ซื้อสี', 'ซื้อแล้ว', '-'],
      ['', '๒. ทา', 'ทาแล้ว', ''],
      ['๒. ปลูกต้นไม้', 'ปลูก', '', 'ฝนแล้ง'],
    ]);
    expect(plan.measures).toHaveLength(2);
    expect(plan.measures[0]?.steps).toEqual([
      { mark: '๑.', text: 'ซื้อสี' },
      { mark: '๒.', text: 'ทา' },
    ]);
    expect(plan.measures[0]?.result).toBe('ซื้อแล้ว\nทาแล้ว');
    expect(plan.measures[0]).toMatchObject({ obstacle: '-' });
    expect(plan.measures[0]?.where).toHaveLength(2);
    expect(kinds(plan)).toContain('continued-row');
  });

  it('printed again at the top of the next page are one measure with both results', () => {
    const plan = read(
      'ka',
      [nine('๓. ภาคประชาชน', '๓.๒ รับฟัง', '(๔) มาตรการรับฟังความคิดเห็น', 'ตอบแล้ว')],
      [nine('', '๓.๒ รับฟัง', '(๔) มาตราการรับฟังความคิดเห็น', 'มีคู่มือ'), nine('', '', '(๕) กิจกรรมตลาดนัด')],
    );
    expect(titles(plan)).toEqual(['มาตรการรับฟังความคิดเห็น', 'กิจกรรมตลาดนัด']);
    expect(plan.measures[0]?.result).toBe('ตอบแล้ว\nมีคู่มือ');
    expect(kinds(plan)).toContain('joined-row');
  });

  it('under a merged dimension and mission take both, and a name split over two rows is put together', () => {
    const plan = read('ka', [
      nine('๔. การตรวจ', '๔.๑ ระบบ', '(๑) โครงการก'),
      nine('สอบภายใน', '', '(๒) โครงการข'),
      nine('๔.๒ สภาท้องถิ่น', '๔.๒.๑ ประชุม', '(๓) โครงการค'),
    ]);
    expect(plan.measures.map(({ dimension }) => dimension?.text)).toEqual(Array(3).fill('การตรวจ สอบภายใน'));
    expect(plan.measures.map(({ mission }) => mission?.mark)).toEqual(['๔.๑', '๔.๑', '๔.๒']);
    expect(plan.measures[2]?.subtask).toBe('๔.๒.๑ ประชุม');
    expect(kinds(plan)).toContain('heading-joined');
  });

  it('shifted to the left, or with the activity in another column, are put right by what they say', () => {
    const plan = read('ka', [
      nine('๑. วินัย', '๑.๑ อบรม', '(๑) โครงการก'),
      ['', '๑.๑.๒ ตรวจ (๒) กิจกรรมตรวจงาน', 'ตรวจแล้ว', 'ต.ค-ธ.ค.๖๖', '-', '-', 'งาน ตรวจ สอบ ภายใน', '', ''],
      ['', '๑.๑.๓ ดู (๓) กิจกรรมดูงาน', '', 'ไปแล้ว', 'ม.ค. ๖๗', '', '-', 'กองคลัง', ''],
      ['', '(๔) กิจกรรมเล่าเรื่อง', '(๔) กิจกรรมเล่าเรื่อง', 'เล่าแล้ว', 'ม.ค. ๖๗', '-', '-', 'กองคลัง', ''],
    ]);
    expect(titles(plan)).toEqual(['โครงการก', 'กิจกรรมตรวจงาน', 'กิจกรรมดูงาน', 'กิจกรรมเล่าเรื่อง']);
    expect(plan.measures.map(({ result }) => result)).toEqual(['เสร็จ', 'ตรวจแล้ว', 'ไปแล้ว', 'เล่าแล้ว']);
    expect(plan.measures[1]?.units).toEqual([{ unit: 'งานตรวจสอบภายใน', section: null }]);
    expect(plan.measures[2]?.budgetSet.kind).toBe('missing');
    expect(new Set(kinds(plan))).toEqual(new Set(['shifted-row', 'copied-cell']));
  });

  it('with several activities become several measures, and money counts once', () => {
    const row = nine('๑. วินัย', '๑.๑ อบรม', '(๑) โครงการก (๒) โครงการข', '-ทำแล้ว อยู่ระหว่างดำเนินการ').with(
      5,
      '900',
    );
    const plan = read('ka', [row]);
    expect(titles(plan)).toEqual(['โครงการก', 'โครงการข']);
    expect(plan.measures.map(({ result, status }) => [result, status])).toEqual([
      ['-ทำแล้ว', null],
      ['', 'in-progress'],
    ]);
    expect(plan.measures.map(({ budgetSet }) => budgetSet.kind)).toEqual(['amount', 'missing']);
    expect(kinds(plan).filter((kind) => kind === 'several-activities')).toHaveLength(2);
    // A number cited within a sentence begins nothing.
    expect(titles(read('ph', [['(๑) ประกาศตามข้อ (๒) ของระเบียบ', '', '', '', '']]))).toHaveLength(1);
  });

  it('that only divide the table are sections of what follows, the same again on each page', () => {
    const section = (text: string): string[] => [text, '', '', '', ''];
    const plan = read(
      'kh',
      [section('ประเด็นเร่งด่วน'), section('แบบวัด IIT'), ['๑. งบ', 'ก', 'ข', 'กองคลัง', 'ค']],
      [
        section('ประเด็นเร่งด่วน'),
        section('แบบวัด IIT'),
        ['๒. อำนาจ', 'ก', 'ข', 'กองคลัง', 'ค'],
        section('แบบวัด OIT'),
        ['๓. เปิดเผย', 'ก', 'ข', 'กองคลัง', 'ค'],
      ],
    );
    expect(plan.measures.map(({ sections }) => sections)).toEqual([
      ['ประเด็นเร่งด่วน', 'แบบวัด IIT'],
      ['ประเด็นเร่งด่วน', 'แบบวัด IIT'],
      ['ประเด็นเร่งด่วน', 'แบบวัด OIT'],
    ]);
    expect(plan.doubts).toEqual([]);
  });

  it('merged downwards share their owner and result, marked', () => {
    const above = { text: '', merged: 'above' } as const;
    const plan = read('ch', [
      ['๑. ก', 'ทำ', 'กองคลัง', 'เม.ย. - ก.ย. ๒๕๖๗', 'ดำเนินการแล้วเสร็จ', 'ดี'],
      ['๒. ข', 'ทำ', above, above, above, ''],
    ]);
    expect(plan.measures[1]).toMatchObject({ unitsPrinted: 'กองคลัง', status: 'done', outcome: '' });
    expect(kinds(plan)).toEqual(['shared-cell', 'shared-cell', 'shared-cell']);
  });
});
