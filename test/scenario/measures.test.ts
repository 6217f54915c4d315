import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftView } from '../../shared/measures/draft-api.ts';
import type { MeasureList, MeasureView } from '../../shared/measures/measure-api.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { demoPlanText } from '../fixtures/measures/demo-plan.ts';
import { callApi } from '../simulator/call-api.ts';
import { openOffice, type Person, type TestOffice } from '../simulator/office.ts';
import { furnish, invite, type Staffed } from './furnish.ts';

const YEAR = 2026 as FiscalYear;
const HOUR_MS = 60 * 60 * 1000;
/** A Bangkok day at an hour. */
const at = (day: string, hour: number): number => Date.parse(`${day}T00:00:00Z`) + (hour - 7) * HOUR_MS;

async function bringIn(office: TestOffice, who: Person, text: string): Promise<void> {
  const draft = await callApi<DraftView>(office, who, '/measures/drafts', { kind: 'pasted', text });
  const { id, rev } = draft.body;
  const accepted = await callApi(office, who, `/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
  expect(accepted.status).toBe(200);
}

async function reportAll(office: TestOffice, who: Person, body: object): Promise<void> {
  const { measures } = (await callApi<MeasureList>(office, who, '/measures')).body;
  for (const { id, rev } of measures) {
    const answer = await callApi<MeasureView>(office, who, `/measures/${YEAR}/${id}/reports`, {
      rev,
      ...body,
    });
    expect(answer.status).toBe(200);
  }
}

describe('measures in chat', () => {
  let office: TestOffice;
  let who: Staffed;
  let executive: Person;
  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
    executive = await office.person('วิชัย ตั้งตรง');
    await invite(who.admin, executive, 'สำนักปลัด', 'ผู้บริหาร');
  });
  afterAll(() => office.close());

  it('says before the first plan that there is none, to members only', async () => {
    expect((await who.staff.says('มาตรการ')).text).toContain('ยังไม่มีแผนมาตรการ');
    expect((await who.citizen.says('มาตรการ')).text).toContain('สำหรับบุคลากร');
  });

  it('shows the progress of every unit in the group and in the 1:1 chat', async () => {
    await bringIn(office, who.admin, demoPlanText('อบต.บ้านสวนริมน้ำ', YEAR));
    await reportAll(office, who.staff, { status: 'in-progress', percent: 50, result: 'กำลังทำ' });
    const inGroup = await who.staff.says('มาตรการ', who.group);
    expect(inGroup.text).toContain('ปีงบประมาณ พ.ศ. 2569');
    // 2 of 12 in progress count half each: 1 of 12.
    expect(inGroup.text).toContain('ร้อยละ 8.33');
    for (const unit of ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา', 'หน่วยตรวจสอบภายใน'])
      expect(inGroup.text).toContain(unit);
    expect((await executive.says('มาตรการ')).text).toContain('ร้อยละ 8.33');
    expect((await who.citizen.says('มาตรการ')).text).not.toContain('ร้อยละ');
  });

  it("lists what is late on the card of a unit, and of one's own", async () => {
    const unit = await executive.taps('กองคลัง');
    expect(unit.text).toContain('กำหนดแนวทางการยืมทรัพย์สินของราชการ');
    expect(unit.text).toContain('ล่าช้า');
    await who.finance.says('มาตรการ');
    expect((await who.finance.taps('หน่วยงานของฉัน')).text).toContain('เผยแพร่ผลการใช้จ่ายงบประมาณ');
  });

  it('answers a button of an older plan with the newest one', async () => {
    const [old] = (await executive.says('มาตรการ')).messages.slice(-1);
    await bringIn(office, who.admin, demoPlanText('อบต.บ้านสวนริมน้ำ', YEAR));
    if (!old) throw new Error('no card');
    expect((await executive.tapsIn(old, 'หน่วยงานของฉัน')).text).toContain('แผนเปลี่ยนไปแล้ว');
  });

  it('says nothing in a group that nobody linked', async () => {
    const other = await office.group('กลุ่มอื่น', [who.staff]);
    await office.invite(other);
    expect((await who.staff.says('มาตรการ', other)).messages).toHaveLength(0);
  });

  it('reminds the people whose unit has not reported, for free when they write first, and nobody else', async () => {
    // The round of 12 months closes on 15 October; 14 days before, people are reminded.
    await office.setTime(at('2026-10-01', 10));
    const ridden = await who.finance.says('เมนู');
    expect(ridden.text).toContain('รอบ 12 เดือน ใกล้ปิดรับรายงาน');
    expect(ridden.text).toContain('เหลืออีก 14 วัน');
    expect(ridden.text).toContain('กองคลัง ยังไม่ได้รายงาน 3 มาตรการ');
    expect((await who.citizen.says('เมนู')).text).not.toContain('ปิดรับรายงาน');
    expect((await executive.says('เมนู')).text).not.toContain('ใกล้ปิดรับรายงาน');
    expect(new Set(ridden.messages.map(({ via }) => via))).toEqual(new Set(['reply']));
  });

  it('sends each reminder once, whatever happens to the program, and pushes it only in the last days', async () => {
    await office.setTime(at('2026-10-08', 10));
    await office.setTime(at('2026-10-08', 20));
    expect((await who.finance.reads()).messages).toHaveLength(0);
    await office.setTime(at('2026-10-12', 10));
    await office.restart('kill');
    await office.setTime(at('2026-10-12', 15));
    await office.restart('kill');
    await office.setTime(at('2026-10-12', 16));
    const seen = await who.finance.reads();
    expect(seen.messages.map(({ via }) => via)).toEqual(['push']);
    expect(seen.text).toContain('เหลืออีก 3 วัน');
  });

  it('reminds no more once everything is reported', async () => {
    await reportAll(office, who.finance, { status: 'done', result: 'ครบทุกเดือน' });
    await office.setTime(at('2026-10-14', 10));
    await office.setTime(at('2026-10-14', 15));
    expect((await who.finance.reads()).messages).toHaveLength(0);
    expect((await who.admin.reads()).text).toContain('เหลืออีก 1 วัน');
  });

  it('tells the executive after the round has closed who did not report, once', async () => {
    await office.setTime(at('2026-10-16', 9));
    const told = await executive.says('เมนู');
    expect(told.text).toContain('รอบ 12 เดือน ปิดรับรายงานแล้ว');
    expect(told.text).toContain('สำนักปลัด: 5');
    expect(told.text).not.toContain('กองคลัง:');
    await office.setTime(at('2026-10-17', 10));
    expect((await executive.says('เมนู')).text).not.toContain('ปิดรับรายงานแล้ว');
  });
});
