import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { MAX_MEASURE_BYTES } from '../../../bot/measures/records.ts';
import { MAX_DOCUMENT_BYTES } from '../../../bot/store/store.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import {
  type HistoryPage,
  type MeasureChanged,
  type MeasureView,
  measureChangedSchema,
  measureViewSchema,
} from '../../../shared/measures/measure-api.ts';
import { type MeasuresOffice, openMeasuresOffice, YEAR } from './measures-office.ts';

describe('reporting on a measure', () => {
  let office: MeasuresOffice;
  let sign: MeasureView;
  beforeEach(async () => {
    office = await openMeasuresOffice();
    await office.plan();
    sign = await office.measure('builder', 'ติดป้าย');
  });
  afterEach(() => office.close());

  const pathOf = (measure: Pick<MeasureView, 'id'>) => `/measures/${YEAR}/${measure.id}`;
  const report = (who: string, measure: MeasureView, body: object, key?: string) =>
    office.post<MeasureView>(who, `${pathOf(measure)}/reports`, { rev: measure.rev, ...body }, key);

  it('appends what the unit reports and answers with the measure as it stands', async () => {
    const { status, body } = await report('builder', sign, {
      status: 'in-progress',
      percent: 40,
      result: 'ติดตั้งแล้ว ๓ แห่ง จาก ๘ แห่ง',
      obstacle: 'ผู้รับจ้างส่งป้ายล่าช้า',
      budgetUsedSatang: 600_000,
      day: '2026-06-30',
      links: ['https://example.go.th/ป้าย'],
    });
    expect(status).toBe(200);
    expect(measureViewSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      rev: 2,
      statusLabel: 'อยู่ระหว่างดำเนินการ',
      reportedDay: '2026-07-01',
      due: { state: 'reported' },
      values: {
        percent: 40,
        obstacle: 'ผู้รับจ้างส่งป้ายล่าช้า',
        budgetUsed: { kind: 'amount', amountSatang: 600_000 },
      },
      evidence: [{ kind: 'link', day: '2026-06-30', months: 12 }],
    });
    expect(body.history[0]).toMatchObject({
      kind: 'reported',
      rev: 2,
      byName: 'ปิติ รักงาน',
      byUnit: 'กองช่าง',
      months: 12,
    });
    expect(body.history[0]?.changed).toContain('ผลการดำเนินการ');
  });

  it('keeps every earlier report whole, page by page', async () => {
    let now = sign;
    for (let n = 1; n <= 40; n += 1) {
      now = (await report('builder', now, { result: `ครั้งที่ ${n}` })).body;
      // No more writes a minute than a person may make.
      office.clock.nowMs += 3_000;
    }
    expect(now.history).toHaveLength(30);
    expect(now.hasOlder).toBe(true);
    const last = now.history.at(-1)?.rev;
    const older = await office.get<HistoryPage>('builder', `${pathOf(sign)}/history?before=${last}`);
    const all = [...now.history, ...older.body.history].reverse();
    expect(all.map(({ rev }) => rev)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));
    expect(all.slice(1).map(({ values }) => values.result)).toEqual(
      Array.from({ length: 40 }, (_, n) => `ครั้งที่ ${n + 1}`),
    );
  });

  it('leaves what was not touched, and empties what was emptied on purpose', async () => {
    const first = (await report('builder', sign, { result: 'เริ่มแล้ว', suggestion: 'ควรเพิ่มงบ' })).body;
    const { body } = await report('builder', first, { suggestion: '', budgetUsedSatang: null });
    expect(body.values).toMatchObject({
      result: 'เริ่มแล้ว',
      suggestion: '',
      budgetUsed: { kind: 'none', printed: '-' },
    });
  });

  it('gives the slower of two both versions and what stood before, and loses nothing', async () => {
    await report('builder', sign, { result: 'ข้อความของคนแรก' });
    const slower = await report('builder', sign, { result: 'ข้อความของคนที่สอง' });
    expect(slower.status).toBe(409);
    const problem = slower.body as unknown as Problem;
    expect(problem.code).toBe('changed');
    const { now, base } = measureChangedSchema.parse(problem.current) satisfies MeasureChanged;
    expect(now).toMatchObject({ rev: 2, values: { result: 'ข้อความของคนแรก' } });
    expect(base?.result).toBe('');
    const merged = await report('builder', now, { result: 'ข้อความของคนแรกและคนที่สอง' });
    expect(merged.body.history.map(({ values }) => values.result).slice(0, 2)).toEqual([
      'ข้อความของคนแรกและคนที่สอง',
      'ข้อความของคนแรก',
    ]);
  });

  it('lets one of twenty on the same measure through, and tells nineteen', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await office.member(`builder-${n}`, `ช่าง ${n}`, 'กองช่าง', ['staff']);
        return report(`builder-${n}`, sign, { result: `จากคนที่ ${n}` });
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const after = await office.measure('builder', 'ติดป้าย');
    expect(after.rev).toBe(2);
    expect(after.history).toHaveLength(2);
  });

  it('lets twenty on different measures all through', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => `กิจกรรมที่ ${n + 1} ของกองช่าง\tทำ\tกองช่าง`);
    const text = ['มาตรการ\tขั้นตอน\tผู้รับผิดชอบ', ...rows].join('\n');
    const draft = await office.post<{ id: string; rev: number }>('admin', '/measures/drafts', {
      kind: 'pasted',
      text,
      fiscalYear: YEAR,
    });
    await office.post('admin', `/measures/drafts/${draft.body.id}/accept`, {
      rev: draft.body.rev,
      mode: 'add',
    });
    const mine = (await office.lines('builder')).filter(({ title }) => title.startsWith('กิจกรรมที่'));
    expect(mine).toHaveLength(20);
    const answers = await Promise.all(
      mine.map(({ id, rev }) =>
        office.post<MeasureView>('builder', `/measures/${YEAR}/${id}/reports`, {
          rev,
          status: 'in-progress',
          result: id,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const after = await office.lines('builder');
    expect(after.filter(({ status }) => status === 'in-progress')).toHaveLength(20);
    expect(await verifyAudit(office.store)).toMatchObject({ kind: 'whole' });
  });

  it('takes a report once when the phone sends it again', async () => {
    const key = '22222222-2222-4222-8222-222222222222';
    const first = await report('builder', sign, { result: 'ครั้งเดียว' }, key);
    expect(await report('builder', sign, { result: 'ครั้งเดียว' }, key)).toEqual(first);
    expect((await report('builder', sign, { result: 'อย่างอื่น' }, key)).status).toBe(422);
    expect((await office.measure('builder', 'ติดป้าย')).rev).toBe(2);
  });

  it('shows a unit its own measures alone, and lets it write no other', async () => {
    const titles = (await office.lines('builder', '?view=all')).map(({ title }) => title);
    expect(titles).toHaveLength(2);
    const foreign = await office.measure('admin', 'การยืมทรัพย์สิน');
    expect((await office.get('builder', pathOf(foreign))).status).toBe(404);
    expect((await report('builder', foreign, { result: 'x' })).status).toBe(404);
    // Whoever reads all still writes only their own unit's.
    expect((await report('executive', foreign, { result: 'x' })).status).toBe(403);
    expect((await report('officer', foreign, { result: 'x' })).status).toBe(403);
    const own = await office.measure('executive', 'No Gift');
    expect((await report('executive', own, { result: 'x' })).status).toBe(403);
    expect((await report('finance', foreign, { result: 'จัดทำทะเบียนแล้ว' })).status).toBe(200);
    expect((await office.get('nobody', '/measures')).status).toBe(403);
  });

  it('refuses figures and dates that do not fit, with a sentence that says what to do', async () => {
    const cases: readonly [object, RegExp][] = [
      [{}, /อย่างน้อยหนึ่งช่อง/],
      [{ status: 'done', percent: 80 }, /ร้อยละ 100/],
      [{ percent: 100 }, /แล้วเสร็จ/],
      [{ result: 'x', day: '2026-07-02' }, /ไม่เกินวันนี้/],
      [{ result: 'x', day: '2026-02-30' }, /ไม่พบวันที่/],
      [{ links: ['javascript:alert(1)'] }, /https/],
      [{ pictures: ['0'.repeat(32)] }, /ไม่พบรูป/],
      [{ result: 'ก'.repeat(3_001) }, /3,000/],
    ];
    for (const [body, sentence] of cases) {
      const answer = await report('builder', sign, body);
      expect(answer.status).toBe(400);
      expect((answer.body as unknown as Problem).sentence).toMatch(sentence);
    }
    expect((await office.measure('builder', 'ติดป้าย')).rev).toBe(1);
  });

  it('keeps a measure within one document when every round is reported with the longest texts', async () => {
    const texts = Object.fromEntries(
      ['result', 'outcome', 'followUp', 'obstacle', 'suggestion', 'note'].map((field) => [
        field,
        'ก'.repeat(3_000),
      ]),
    );
    const settings = (await office.get<object>('admin', '/measures/settings')).body;
    const rounds = Array.from({ length: 12 }, (_, n) => ({ months: n + 1, closesAfterDays: 1 }));
    await office.post('admin', '/measures/settings', { ...settings, rounds });
    let now = sign;
    for (let month = 0; month < 12; month += 1) {
      office.clock.nowMs = Date.UTC(2025, 9 + month, 20);
      const links = Array.from(
        { length: 5 },
        (_, n) => `https://example.go.th/${month}-${n}/${'a'.repeat(470)}`,
      );
      const answer = await report('builder', now, { ...texts, links });
      expect(answer.status).toBe(200);
      now = answer.body;
    }
    expect(now.evidence).toHaveLength(60);
    expect((await report('builder', now, { links: ['https://example.go.th'] })).status).toBe(400);
    const [key] = Object.entries(await office.temp.everything()).filter(
      ([id]) => id === `measures/${YEAR}-${sign.id}`,
    );
    expect(Buffer.byteLength(JSON.stringify(key?.[1])) + MAX_MEASURE_BYTES).toBeLessThan(MAX_DOCUMENT_BYTES);
  });

  it('gives a measure to another unit in one step: both lists are right, and what was reported stays', async () => {
    const reported = (await report('builder', sign, { status: 'in-progress', result: 'ทำไปครึ่งหนึ่ง' })).body;
    const units = [{ unit: 'กองคลัง', section: 'งานพัสดุ' }];
    const path = `${pathOf(sign)}/units`;
    expect((await office.post('builder', path, { rev: reported.rev, units })).status).toBe(403);
    const moved = await office.post<MeasureView>('admin', path, { rev: reported.rev, units });
    expect(moved.body).toMatchObject({ units, values: { result: 'ทำไปครึ่งหนึ่ง' } });
    expect((await office.lines('builder')).map(({ id }) => id)).not.toContain(sign.id);
    expect((await office.lines('finance')).map(({ id }) => id)).toContain(sign.id);
    expect((await report('builder', moved.body, { result: 'x' })).status).toBe(404);
    expect((await report('finance', moved.body, { result: 'รับช่วงต่อ' })).status).toBe(200);
  });

  it('gives a single step to another unit, which may then report, and gives it back', async () => {
    const path = `${pathOf(sign)}/units`;
    const shared = await office.post<MeasureView>('officer', path, {
      rev: 1,
      step: 1,
      units: [{ unit: 'กองคลัง', section: null }],
    });
    expect(shared.body.steps.map(({ units }) => units)).toEqual([
      null,
      [{ unit: 'กองคลัง', section: null }],
      null,
    ]);
    expect((await office.lines('finance')).map(({ id }) => id)).toContain(sign.id);
    expect((await report('finance', shared.body, { result: 'ติดตั้งป้ายแล้ว' })).status).toBe(200);
    await office.post('officer', path, { rev: 3, step: 1, units: [] });
    expect((await office.lines('finance')).map(({ id }) => id)).not.toContain(sign.id);
    expect((await office.post('officer', path, { rev: 4, units: [] })).status).toBe(400);
    expect((await office.post('officer', path, { rev: 4, step: 9, units: [] })).status).toBe(400);
  });

  it('lets everything of a unit follow when a person moves there: units own measures, persons do not', async () => {
    const before = (await office.lines('builder')).map(({ id }) => id);
    await office.member('builder', 'ปิติ รักงาน', 'กองการศึกษา', ['staff']);
    const moved = await office.lines('builder');
    expect(moved.map(({ title }) => title)).toEqual([expect.stringContaining('ผู้ปกครอง')]);
    expect((await report('builder', sign, { result: 'x' })).status).toBe(404);
    await office.member('newcomer', 'คนมาใหม่', 'กองช่าง', ['staff']);
    expect((await office.lines('newcomer')).map(({ id }) => id)).toEqual(before);
    expect((await report('newcomer', sign, { result: 'ทำต่อจากคนเดิม' })).status).toBe(200);
  });

  it('writes one audit entry for every change, in an unbroken chain', async () => {
    await report('builder', sign, { result: 'หนึ่ง' });
    await office.post('admin', `${pathOf(sign)}/units`, {
      rev: 2,
      units: [{ unit: 'กองช่าง', section: null }],
    });
    const actions = Object.entries(await office.temp.everything())
      .filter(([id]) => id.startsWith('audit/'))
      .map(([, entry]) => (entry as { action: string }).action);
    expect(actions.sort()).toEqual([
      'measures.draft-started',
      'measures.plan-accepted',
      'measures.reassigned',
      'measures.reported',
    ]);
    expect(await verifyAudit(office.store)).toMatchObject({ kind: 'whole', entries: 4 });
  });
});
