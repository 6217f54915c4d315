import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expireDraftsJob } from '../../../bot/measures/expire-drafts.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import {
  type Accepted,
  type DraftView,
  draftSchema,
  type OpenDrafts,
} from '../../../shared/measures/draft-api.ts';
import {
  type MeasureList,
  type MeasureView,
  measureListSchema,
} from '../../../shared/measures/measure-api.ts';
import { demoPlanText } from '../../fixtures/measures/demo-plan.ts';
import { documentOf, workbookOf } from './files-of.ts';
import { type MeasuresOffice, openMeasuresOffice, YEAR } from './measures-office.ts';

const HEADER = 'มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tงบประมาณที่ตั้งไว้\tผลการดำเนินการ';
const TABLE = [
  HEADER,
  '๑. จัดทำคู่มือ\tเขียนและเผยแพร่\tกองช่าง\t-\tดำเนินการแล้วเสร็จ',
  '๒. ประชุมประจำเดือน\tประชุม\tงานนิติกร\t\t',
  '๒. ติดตั้งป้าย\tติดตั้ง\tกองช่าง\t0\tอยู่ระหว่างดำเนินการ',
].join('\n');

describe('bringing in a plan', () => {
  let office: MeasuresOffice;
  beforeEach(async () => {
    office = await openMeasuresOffice();
  });
  afterEach(() => office.close());

  const paste = (text: string, fiscalYear: number | undefined = YEAR) =>
    office.post<DraftView>('officer', '/measures/drafts', {
      kind: 'pasted',
      text,
      ...(fiscalYear ? { fiscalYear } : {}),
    });

  it('answers a pasted table with what was understood: units, periods, budgets and steps of twelve measures', async () => {
    const { body } = await paste(demoPlanText('อบต.ทดสอบ', YEAR), 0);
    expect(draftSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ fiscalYear: YEAR, measureCount: 12, hasPlan: false, missing: [] });
    const borrowing = body.measures.find(({ title }) => title.includes('การยืมทรัพย์สิน'));
    expect(borrowing).toMatchObject({
      dimension: 'มิติที่ ๒ การบริหารราชการด้วยความโปร่งใส',
      units: [{ unit: 'กองคลัง', section: 'งานพัสดุ' }],
      period: 'ต.ค. 2568 - มี.ค. 2569',
      budgetSet: { kind: 'amount', amountSatang: 500_000 },
    });
    expect(borrowing?.steps).toHaveLength(3);
  });

  it('keeps "-", empty and 0 apart, and two measures with the same printed number', async () => {
    const { body } = await paste(TABLE);
    expect(body.measures.map(({ budgetSet }) => budgetSet)).toEqual([
      { kind: 'none', printed: '-' },
      { kind: 'missing', printed: '' },
      { kind: 'amount', amountSatang: 0 },
    ]);
    expect(body.measures.map(({ number }) => number)).toEqual(['๑.', '๒.', '๒.']);
    expect(
      body.doubts.concat(body.measures.flatMap(({ doubts }) => doubts)).map(({ what }) => what),
    ).toContain('number-repeated');
  });

  it('lets a person put a suggestion in, write cells anew, add and remove, and counts what is still open', async () => {
    const { body: draft } = await paste(TABLE);
    const jobTitle = draft.measures[1]?.doubts.find(({ what }) => what === 'owner-is-job-title');
    expect(jobTitle?.suggestion).toBe('งานนิติการ');
    const { body, status } = await office.post<DraftView>('admin', `/measures/drafts/${draft.id}/edits`, {
      rev: draft.rev,
      edits: [
        { kind: 'use-suggestion', key: 'd1', doubt: jobTitle?.id },
        { kind: 'set', key: 'd1', field: 'period', text: 'ต.ค. 2568 - มี.ค. 2569' },
        { kind: 'set', key: 'd1', field: 'budgetSet', text: '12,500.50' },
        { kind: 'set', key: 'd1', field: 'status', text: 'ยังไม่ได้ดำเนินการ' },
        { kind: 'add', title: 'เพิ่มช่องทางร้องเรียน' },
        { kind: 'remove', key: 'd2' },
      ],
    });
    expect(status).toBe(200);
    expect(body.rev).toBe(draft.rev + 1);
    expect(body.measures.map(({ title }) => title)).toEqual([
      'จัดทำคู่มือ',
      'ประชุมประจำเดือน',
      'เพิ่มช่องทางร้องเรียน',
    ]);
    expect(body.measures[1]).toMatchObject({
      units: [{ unit: 'งานนิติการ', section: null }],
      periodRead: 'ต.ค. 2568 - มี.ค. 2569',
      budgetSet: { kind: 'amount', amountSatang: 1_250_050 },
      status: 'not-started',
    });
    const open = [...body.doubts, ...body.measures.flatMap(({ doubts }) => doubts)].filter(
      ({ isSettled }) => !isSettled,
    );
    expect(body.doubtCount).toBe(open.length);
    expect(body.measureCount).toBe(3);
  });

  it('writes none of the edits when one cannot be made, and none from an older revision', async () => {
    const { body: draft } = await paste(TABLE);
    const path = `/measures/drafts/${draft.id}/edits`;
    const set = { kind: 'set', key: 'd0', field: 'title', text: 'ชื่อใหม่' };
    const wrong = await office.post<Problem>('admin', path, {
      rev: 1,
      edits: [set, { kind: 'remove', key: 'd99' }],
    });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'bad-input']);
    expect((await office.get<DraftView>('admin', `/measures/drafts/${draft.id}`)).body).toEqual(draft);
    await office.post('admin', path, { rev: 1, edits: [set] });
    expect((await office.post<Problem>('officer', path, { rev: 1, edits: [set] })).body.code).toBe('changed');
  });

  it('asks for the year when neither the report nor the person names one, and takes nothing before', async () => {
    const { body: draft } = await paste(TABLE, 0);
    expect(draft.fiscalYear).toBeNull();
    const path = `/measures/drafts/${draft.id}`;
    const early = await office.post<Problem>('admin', `${path}/accept`, { rev: draft.rev, mode: 'replace' });
    expect(early.body).toMatchObject({ code: 'bad-input', field: 'fiscalYear' });
    const { body } = await office.post<DraftView>('admin', `${path}/edits`, {
      rev: draft.rev,
      edits: [{ kind: 'year', fiscalYear: YEAR }],
    });
    const accepted = await office.post<Accepted>('admin', `${path}/accept`, {
      rev: body.rev,
      mode: 'replace',
    });
    expect(accepted.body).toEqual({ fiscalYear: YEAR, added: 3, kept: 0, retired: 0 });
  });

  it('shows drafts that wait to whoever may go on with them, and accepted ones no more', async () => {
    const { body: draft } = await paste(TABLE);
    const waiting = async () => (await office.get<OpenDrafts>('admin', '/measures/drafts')).body.drafts;
    expect(await waiting()).toMatchObject([
      { id: draft.id, measureCount: 3, startedAtMs: office.clock.nowMs },
    ]);
    await office.post('admin', `/measures/drafts/${draft.id}/accept`, { rev: draft.rev, mode: 'replace' });
    expect(await waiting()).toEqual([]);
    await expireDraftsJob(office).run();
    expect(Object.keys(await office.temp.everything()).filter((id) => id.startsWith('measureDraft'))).toEqual(
      [],
    );
    expect(await office.lines('admin', '?view=all')).toHaveLength(3);
  });

  it('reads a workbook and a document as it reads a pasted table', async () => {
    const cells = TABLE.split('\n').map((line) => line.split('\t'));
    for (const [source, bytes] of [
      ['xlsx', await workbookOf(cells)],
      ['docx', await documentOf(cells)],
    ] as const) {
      const { body } = await office.send<DraftView>('officer', `/measures/drafts/file?year=${YEAR}`, bytes);
      expect(body).toMatchObject({ source, measureCount: 3 });
      expect(body.measures.map(({ budgetSet }) => budgetSet.kind)).toEqual(['none', 'missing', 'amount']);
    }
  });

  it('takes a draft once, also when the phone says it twice', async () => {
    const { body: draft } = await paste(TABLE);
    const path = `/measures/drafts/${draft.id}/accept`;
    const key = '11111111-1111-4111-8111-111111111111';
    const first = await office.post('admin', path, { rev: draft.rev, mode: 'replace' }, key);
    expect(await office.post('admin', path, { rev: draft.rev, mode: 'replace' }, key)).toEqual(first);
    expect((await office.post<Problem>('admin', path, { rev: draft.rev, mode: 'replace' })).status).toBe(404);
    expect(await office.lines('admin', '?view=all')).toHaveLength(3);
  });

  it('lists what the plan printed: statuses are kept, or dropped when the person says so', async () => {
    const statuses = async (results: string) => {
      const { body } = await paste(TABLE);
      await office.post('admin', `/measures/drafts/${body.id}/accept`, {
        rev: body.rev,
        mode: 'replace',
        results,
      });
      return (await office.lines('admin', '?view=all')).map(({ status }) => status).sort();
    };
    expect(await statuses('keep')).toEqual(['done', 'in-progress', null]);
    expect(await statuses('drop')).toEqual([null, null, null]);
  });

  it('keeps id, history and reports of measures when the plan is replaced, and retires what it leaves out', async () => {
    await office.plan();
    const before = await office.measure('builder', 'ติดป้าย');
    const gone = await office.measure('builder', 'คู่มือการขออนุญาต');
    await office.post('builder', `/measures/${YEAR}/${before.id}/reports`, {
      rev: before.rev,
      status: 'in-progress',
      result: 'ติดแล้ว 3 แห่ง',
    });
    const text = demoPlanText('อบต.ทดสอบ', YEAR)
      .split('\n')
      .filter(
        (line) =>
          !line.includes('คู่มือการขออนุญาต') &&
          !line.includes('๑. เขียนขั้นตอน') &&
          !line.includes('๒. เผยแพร่ ณ จุดบริการ'),
      )
      .join('\n')
      // A letter misread, as scanners do.
      .replace('ติดป้ายแสดงข้อมูลโครงการก่อสร้างทุกแห่ง', 'ติดป้ายแสดงขอมูลโครงการก่อสร้างทุกแห่ง');
    const { body: draft } = await paste(text);
    expect(draft.missing.map(({ id }) => id)).toEqual([gone.id]);
    expect(draft.measures.every(({ match }) => match !== null)).toBe(true);
    const accepted = await office.post<Accepted>('admin', `/measures/drafts/${draft.id}/accept`, {
      rev: draft.rev,
      mode: 'replace',
    });
    expect(accepted.body).toMatchObject({ added: 0, kept: 11, retired: 1 });
    const after = await office.measure('builder', 'ติดป้าย');
    expect(after).toMatchObject({ id: before.id, values: { status: 'in-progress', result: 'ติดแล้ว 3 แห่ง' } });
    expect(after.history.map(({ kind }) => kind)).toEqual(['planned', 'reported', 'planned']);
    const retired = await office.get<MeasureView>('admin', `/measures/${YEAR}/${gone.id}`);
    expect(retired.body).toMatchObject({ isRetired: true, mayReport: false });
    expect(retired.body.history.map(({ kind }) => kind)).toEqual(['retired', 'planned']);
  });

  it('adds to a plan without touching what is there', async () => {
    await office.plan();
    const { body: draft } = await paste(`${HEADER}\nออกหน่วยบริการเคลื่อนที่\tจัดปีละครั้ง\tกองสวัสดิการสังคม\t10,000\t`);
    const accepted = await office.post<Accepted>('admin', `/measures/drafts/${draft.id}/accept`, {
      rev: draft.rev,
      mode: 'add',
    });
    expect(accepted.body).toEqual({ fiscalYear: YEAR, added: 1, kept: 12, retired: 0 });
    expect(await office.lines('admin', '?view=all')).toHaveLength(13);
  });

  it('copies the plan of one year into another without results and without the old months', async () => {
    await office.plan();
    const done = await office.measure('builder', 'ติดป้าย');
    await office.post('builder', `/measures/${YEAR}/${done.id}/reports`, {
      rev: done.rev,
      status: 'done',
      result: 'ครบทุกแห่ง',
    });
    const { body: draft } = await office.post<DraftView>('admin', '/measures/drafts', {
      kind: 'copy',
      from: YEAR,
      fiscalYear: YEAR + 1,
    });
    expect(draft).toMatchObject({ source: 'copy', fiscalYear: YEAR + 1, measureCount: 12, doubtCount: 0 });
    const copied = draft.measures.find(({ title }) => title.includes('ติดป้าย'));
    expect(copied).toMatchObject({
      result: '',
      status: null,
      period: '',
      budgetSet: { kind: 'amount', amountSatang: 1_500_000 },
    });
    await office.post('admin', `/measures/drafts/${draft.id}/accept`, { rev: draft.rev, mode: 'replace' });
    const { body } = await office.get<MeasureList>('admin', `/measures?view=all&year=${YEAR + 1}`);
    expect(measureListSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ total: 12, years: [YEAR + 1, YEAR] });
    expect(body.measures.map(({ id }) => id)).not.toContain(done.id);
  });

  it('lets nobody but admin and officer bring in a plan, and says what is wrong with a file', async () => {
    for (const who of ['builder', 'finance', 'executive'])
      expect((await office.post(who, '/measures/drafts', { kind: 'pasted', text: TABLE })).status).toBe(403);
    const refused = await office.send<Problem>(
      'admin',
      '/measures/drafts/file',
      Buffer.from('%PDF-1.7 ไม่ใช่ตาราง'),
    );
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(refused.body.sentence).toContain('กรุณา');
    const file = await office.send<DraftView>(
      'admin',
      `/measures/drafts/file?year=${YEAR}`,
      Buffer.from(TABLE),
    );
    expect(file.body).toMatchObject({ source: 'text', fiscalYear: YEAR, measureCount: 3 });
  });
});
