import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportInput } from '../../../bot/measures/report-input.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import {
  type Dashboard,
  dashboardSchema,
  type ItaView,
  itaSchema,
  type MeasureSettingsView,
  type ReportPreview,
  reportPreviewSchema,
} from '../../../shared/measures/dashboard-api.ts';
import type { MeasureList, MeasureView } from '../../../shared/measures/measure-api.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { type MeasuresOffice, openMeasuresOffice, YEAR } from './measures-office.ts';

const at = (day: string): number => Date.parse(`${day}T03:00:00Z`);

describe('boards, rounds and the report', () => {
  let office: MeasuresOffice;
  beforeEach(async () => {
    office = await openMeasuresOffice();
    office.clock.nowMs = at('2026-02-02');
    await office.plan();
  });
  afterEach(() => office.close());

  const report = async (who: string, words: string, body: object): Promise<MeasureView> => {
    const { id, rev } = await office.measure(who, words);
    const answer = await office.post<MeasureView>(who, `/measures/${YEAR}/${id}/reports`, { rev, ...body });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const board = async (): Promise<Dashboard> =>
    (await office.get<Dashboard>('executive', '/measures/dashboard')).body;

  it('shows progress by unit, dimension and indicator, as the office reckons it', async () => {
    await report('builder', 'ติดป้าย', { status: 'done', result: 'ครบ' });
    await report('builder', 'คู่มือการขออนุญาต', { status: 'in-progress', result: 'ร่างแล้ว' });
    const seen = await board();
    expect(dashboardSchema.parse(seen)).toEqual(seen);
    expect(seen.progress).toMatchObject({
      planned: 12,
      counts: { done: 1, inProgress: 1, notStarted: 0, unknown: 10 },
      percentHundredths: 1250,
    });
    expect(seen.byUnit.map(({ name, planned }) => [name, planned])).toEqual([
      ['สำนักปลัด', 5],
      ['กองคลัง', 3],
      ['กองช่าง', 2],
      ['กองการศึกษา', 1],
      ['หน่วยตรวจสอบภายใน', 1],
    ]);
    expect(seen.byUnit.find(({ name }) => name === 'กองช่าง')?.percentHundredths).toBe(7_500);
    expect(seen.byDimension.map(({ planned }) => planned)).toEqual([3, 6, 3]);
    expect(seen.byIndicator.find(({ name }) => name === 'การใช้งบประมาณ')?.planned).toBe(2);
  });

  it('sums spending to the satang, "-" and empty not being amounts', async () => {
    await report('builder', 'ติดป้าย', { budgetUsedSatang: 123_456 });
    await report('finance', 'สขร.', { budgetUsedSatang: null });
    await report('finance', 'การยืมทรัพย์สิน', { budgetUsedSatang: 0 });
    const { spending } = await board();
    const sum = (kind: 'budgetSet' | 'budgetUsed') =>
      spending.measures.reduce(
        (all, one) => all + (one[kind].kind === 'amount' ? one[kind].amountSatang : 0),
        0,
      );
    expect(spending).toMatchObject({ setSatang: 8_200_000, usedSatang: 123_456 });
    expect([sum('budgetSet'), sum('budgetUsed')]).toEqual([spending.setSatang, spending.usedSatang]);
    expect(spending.measures).toHaveLength(5);
  });

  it('shows what stands still, longest first, and no more once somebody reports', async () => {
    expect((await board()).still).toHaveLength(0);
    office.clock.nowMs = at('2026-05-01');
    const before = (await board()).still;
    expect(before).toHaveLength(12);
    expect(before[0]?.daysStill).toBe(88);
    await report('builder', 'ติดป้าย', { status: 'in-progress', result: 'เริ่มแล้ว' });
    expect((await board()).still.map(({ title }) => title).join()).not.toContain('ติดป้าย');
  });

  it('calls late what passed its period or missed the round before, and due what waits for this one', async () => {
    const states = async (): Promise<Record<string, string>> => {
      const lines = await office.lines('builder');
      return Object.fromEntries(lines.map(({ title, due }) => [title.slice(0, 6), due.state]));
    };
    expect(await states()).toEqual({ ติดป้า: 'due', จัดทำค: 'due' });
    await report('builder', 'ติดป้าย', { status: 'in-progress', result: 'x' });
    expect(await states()).toEqual({ ติดป้า: 'reported', จัดทำค: 'due' });
    // The round of 6 months closed on 15 April.
    office.clock.nowMs = at('2026-04-16');
    expect(await states()).toEqual({ ติดป้า: 'due', จัดทำค: 'late' });
    await report('builder', 'คู่มือการขออนุญาต', { status: 'done', result: 'x' });
    expect(await states()).toEqual({ ติดป้า: 'due', จัดทำค: 'done' });
  });

  it('keeps the 6-month report as it was when the 12-month one goes on', async () => {
    await report('builder', 'ติดป้าย', { status: 'in-progress', result: 'ครึ่งปีแรก ๓ แห่ง' });
    office.clock.nowMs = at('2026-09-20');
    await report('builder', 'ติดป้าย', { status: 'done', result: 'ครบ ๘ แห่ง', budgetUsedSatang: 1_234_500 });
    const preview = async (query: string): Promise<string> => {
      const { body } = await office.get<ReportPreview>(
        'officer',
        `/measures/report?layout=ka&digits=as-written${query}`,
      );
      expect(reportPreviewSchema.parse(body)).toEqual(body);
      return JSON.stringify(body);
    };
    expect(await preview('&round=6')).toContain('ครึ่งปีแรก ๓ แห่ง');
    expect(await preview('&round=6')).not.toContain('ครบ ๘ แห่ง');
    expect(await preview('&round=12')).toContain('ครบ ๘ แห่ง');
    expect(await preview('&round=12')).toContain('12,345.00');
    expect(await preview('')).not.toMatch(/[๓๘] แห่ง/);
    expect((await office.get('officer', '/measures/report?layout=ka&round=9')).status).toBe(400);
  });

  it('warns in the preview when a status goes back from one round to the next', async () => {
    await report('builder', 'ติดป้าย', { status: 'done', result: 'ครบ' });
    office.clock.nowMs = at('2026-09-20');
    await report('builder', 'ติดป้าย', { status: 'in-progress', result: 'ป้ายชำรุด ต้องทำใหม่' });
    const { body } = await office.get<ReportPreview>('admin', '/measures/report?layout=ph&round=12');
    expect(body.warnings.join('\n')).toContain('เปลี่ยนสถานะจากดำเนินการแล้วเสร็จเป็นอยู่ระหว่างดำเนินการ');
  });

  it('gathers for a report what was reported, by place of the measure, with its links', async () => {
    await report('builder', 'ติดป้าย', { result: 'x', links: ['https://example.go.th/1'] });
    const input = await office.store.transact((tx) => reportInput(tx, '2026-02-02' as Day, { months: 6 }));
    if (typeof input === 'string') throw new Error(input);
    const place = input.plan.measures.findIndex(({ title }) => title.includes('ติดป้าย'));
    expect(input.plan).toMatchObject({ officeName: 'อบต.ทดสอบ', fiscalYear: YEAR });
    expect([...input.updates]).toEqual([[place, { result: 'x' }]]);
    expect([...input.links]).toEqual([[place, ['https://example.go.th/1']]]);
    expect(input.round?.months).toBe(6);
  });

  it('marks ITA indicators below 85 as weak, with the measures that answer them by name or by a person', async () => {
    const offered = (await office.get<ItaView>('executive', '/measures/ita')).body;
    expect(offered.indicators).toHaveLength(10);
    expect(offered.indicators.some(({ isWeak }) => isWeak)).toBe(false);
    const { id } = await office.measure('admin', 'No Gift');
    const body = {
      fiscalYear: YEAR,
      rev: 0,
      scoredYear: YEAR - 1,
      indicators: [
        { name: 'การใช้งบประมาณ', instrument: 'IIT', scoreHundredths: 8_499, measureIds: [id] },
        { name: 'การใช้อำนาจ', instrument: 'IIT', scoreHundredths: 8_500, measureIds: [] },
      ],
    };
    expect((await office.post('executive', '/measures/ita', body)).status).toBe(403);
    const { body: entered } = await office.post<ItaView>('officer', '/measures/ita', body);
    expect(itaSchema.parse(entered)).toEqual(entered);
    expect(entered.indicators.map(({ isWeak, measures }) => [isWeak, measures.length])).toEqual([
      [true, 3],
      [false, 1],
    ]);
    expect((await board()).ita).toEqual(entered);
    const slower = await office.post<Problem>('admin', '/measures/ita', body);
    expect(slower).toMatchObject({ status: 409, body: { code: 'changed', current: { now: { rev: 1 } } } });
  });

  it("goes by the office's own rounds, and refuses rounds that cannot be", async () => {
    const { body } = await office.get<MeasureSettingsView>('executive', '/measures/settings');
    const rounds = [3, 6, 9, 12].map((months) => ({ months, closesAfterDays: 10 }));
    const change = { ...body, rounds, stillDays: 30, progressBase: 24 };
    expect((await office.post('officer', '/measures/settings', change)).status).toBe(403);
    expect((await office.post('admin', '/measures/settings', change)).body).toEqual({ ...change, rev: 1 });
    const list = (await office.get<MeasureList>('builder', '/measures')).body;
    expect(list.round).toMatchObject({ months: 6, closes: '2026-04-10' });
    expect((await board()).progress.warnings.join()).toContain('ฐาน 24');
    const twice = [6, 6].map((months) => ({ months, closesAfterDays: 10 }));
    expect(
      (await office.post('admin', '/measures/settings', { ...change, rev: 1, rounds: twice })).status,
    ).toBe(400);
    expect((await office.post('admin', '/measures/settings', change)).status).toBe(409);
  });

  it('shows boards and reports to executive, admin and officer, and to nobody else', async () => {
    for (const path of [
      '/measures/dashboard',
      '/measures/report?layout=ph',
      '/measures/ita',
      '/measures/settings',
    ])
      for (const [who, status] of [
        ['executive', 200],
        ['admin', 200],
        ['officer', 200],
        ['builder', 403],
        ['finance', 403],
      ] as const)
        expect([path, who, (await office.get(who, path)).status]).toEqual([path, who, status]);
  });
});
