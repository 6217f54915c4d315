import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkbook } from '../fixtures/budget/demo-workbook.ts';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { furnish, type Staffed } from './furnish.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = DAY_MS / 24;
/** The first Monday after the start, 08.31 in Bangkok. */
const MONDAY_MS = SCENARIO_START_MS + 5 * DAY_MS - 29 * 60 * 1000;

describe('a regular post', () => {
  let office: TestOffice;
  let who: Staffed;
  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
    await who.finance.sends({ name: 'งบ.xlsx', bytes: await demoWorkbook({ progress: 0.5 }) });
    await who.finance.taps('ยืนยัน');
    await who.staff.says('งบ', who.group);
    await who.admin.says('กลุ่ม');
    await who.admin.taps('ตั้งค่ากลุ่ม');
    await who.admin.taps('ตั้งรอบส่ง');
    await who.admin.taps('ทุกวันจันทร์');
    const set = await who.admin.says('๐๘.๓๐');
    expect(set.text).toContain('ครั้งแรก 6 กรกฎาคม 2569');
  });
  afterAll(() => office.close());

  it('is due on its day and rides on the next answer, at no cost', async () => {
    await office.setTime(MONDAY_MS);
    expect((await who.staff.reads(who.group)).messages).toHaveLength(0);
    const ridden = await who.staff.says('สวัสดีวันจันทร์', who.group);
    expect(ridden.text).toContain('ปีงบประมาณ พ.ศ. 2569');
    await office.setTime(MONDAY_MS + 5 * HOUR_MS);
    expect((await who.staff.reads(who.group)).messages).toHaveLength(0);
    expect((await office.state()).quota.used).toBe(0);
  });

  it('survives a power cut and goes once', async () => {
    await office.setTime(MONDAY_MS + 7 * DAY_MS);
    await office.restart('kill');
    await office.setTime(MONDAY_MS + 7 * DAY_MS + 4 * HOUR_MS);
    await office.restart('kill');
    await office.setTime(MONDAY_MS + 7 * DAY_MS + 5 * HOUR_MS);
    const seen = await who.staff.reads(who.group);
    expect(seen.messages.map(({ via }) => via)).toEqual(['push']);
  });

  it('never breaks the reserve of the month: it waits for a free ride and the admin is told', async () => {
    // 50 of the month are kept for what is critical; 48 are left, and the group has 3 members.
    await office.quota({ type: 'limited', limit: 300, used: 248 });
    await office.setTime(MONDAY_MS + 14 * DAY_MS);
    await office.setTime(MONDAY_MS + 14 * DAY_MS + 4 * HOUR_MS);
    expect((await who.staff.reads(who.group)).messages).toHaveLength(0);
    expect((await who.admin.says('เมนู')).text).toContain('ข้อความที่ส่งได้ในเดือนนี้ไม่พอ');
    expect((await who.staff.says('มีใครอยู่ไหม', who.group)).text).toContain('ปีงบประมาณ พ.ศ. 2569');
  });

  it('says nothing to a group that was unlinked, or that removed the account', async () => {
    await who.admin.says('กลุ่ม');
    await who.admin.taps('ตั้งค่ากลุ่ม');
    await who.admin.taps('เลิกเชื่อม');
    expect((await who.staff.says('งบ', who.group)).messages).toHaveLength(0);
    await office.invite(who.group, false);
    await office.setTime(MONDAY_MS + 21 * DAY_MS + 4 * HOUR_MS);
    expect((await who.admin.says('กลุ่ม')).text).toContain('ยังไม่ได้อยู่ในกลุ่มใด');
  });
});
