import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkbook } from '../fixtures/budget/demo-workbook.ts';
import { openOffice, type TestOffice } from '../simulator/office.ts';
import { furnish, type Staffed } from './furnish.ts';

describe('the finance officer and the groups', () => {
  let office: TestOffice;
  let who: Staffed;
  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
  });
  afterAll(() => office.close());

  it('answers งบ before any upload by saying that there is nothing yet', async () => {
    expect((await who.staff.says('งบ', who.group)).text).toContain('ยังไม่มีข้อมูลงบประมาณ');
  });

  it('shows a preview of a workbook and stores nothing before ยืนยัน', async () => {
    const preview = await who.finance.sends({
      name: 'งบ.xlsx',
      bytes: await demoWorkbook({ progress: 0.4 }),
    });
    expect(preview.text).toContain('อ่านได้ 90 รายการ จาก 1 แผ่นงาน');
    expect(preview.text).toContain('46,010,180.00');
    expect(preview.text).toContain('เป็นข้อมูลชุดแรกของปีนี้');
    expect((await who.citizen.says('งบ')).text).toContain('ยังไม่มีข้อมูล');
    expect((await who.finance.taps('ยกเลิก')).text).toContain('ไม่ได้บันทึก');
    expect((await who.citizen.says('งบ')).text).toContain('ยังไม่มีข้อมูล');
  });

  it('lets the summary ride for free on the next answer in the subscribed group, and tells the officer so', async () => {
    await who.finance.sends({ name: 'งบ.xlsx', bytes: await demoWorkbook({ progress: 0.4 }) });
    const confirmed = await who.finance.taps('ยืนยัน');
    expect(confirmed.text).toContain('บันทึกงบประมาณปี 2569 แล้ว');
    expect(confirmed.text).toMatch(/กลุ่มเจ้าหน้าที่: ทันทีที่มีคนพิมพ์ในกลุ่ม หรือไม่เกิน 12\.0\d น\./);
    expect((await who.staff.reads(who.group)).messages).toHaveLength(0);
    const ridden = await who.staff.says('วันนี้ประชุมกี่โมง', who.group);
    expect(ridden.text).toContain('ปีงบประมาณ พ.ศ. 2569');
    expect(ridden.messages.map(({ via }) => via)).toEqual(['reply']);
    expect((await office.state()).quota.used).toBe(0);
    expect((await who.staff.says('บ่ายสองครับ', who.group)).messages).toHaveLength(0);
  });

  it('drills down from the summary to แผนงาน, งบ, the slowest and the largest items', async () => {
    const { staff, group } = who;
    expect((await staff.says('งบ', group)).text).toContain('ข้อมูล ณ วันที่ 31 มีนาคม 2569');
    const programs = await staff.taps('ดูตามแผนงาน', group);
    expect(programs.text).toContain('บริหารงานทั่วไป');
    expect((await staff.taps('การศึกษา', group)).text).toMatch(/ร้อยละ \d+\.\d\d/);
    await staff.says('งบ', group);
    expect((await staff.taps('ดูตามงบ', group)).text).toContain('งบบุคลากร');
    await staff.says('งบ', group);
    const slow = await staff.taps('เบิกจ่ายช้า', group);
    expect(slow.text).toContain('รายการที่เบิกจ่ายช้าที่สุด');
    await staff.says('งบ', group);
    const large = await staff.taps('รายการใหญ่', group);
    const item = large.text.split('\n')[2] ?? '';
    expect((await staff.taps(item, group)).text).toContain(item);
  });

  it('shows the target of the quarter once the officer entered it', async () => {
    const { finance, citizen } = who;
    await finance.says('เป้าหมาย');
    await finance.taps('ไตรมาส 2');
    expect((await finance.says('ห้าสิบ')).text).toContain('กรุณาพิมพ์ตัวเลข');
    expect((await finance.says('ร้อยละ ๕๒.๕')).text).toContain('52.50');
    const seen = await citizen.says('งบ');
    expect(seen.text).toContain('เป้าหมายสิ้นไตรมาส 2 ร้อยละ 52.50');
    expect(seen.text).toContain('ต่ำกว่าเป้าหมาย');
  });

  it('says what differs from the last upload, and can go back to an earlier one', async () => {
    const { finance, citizen } = who;
    const before = (await citizen.says('งบ')).text;
    const preview = await finance.sends({ name: 'งบ 2.xlsx', bytes: await demoWorkbook({ progress: 0.6 }) });
    expect(preview.text).toMatch(/เพิ่ม 0 หาย 0 เปลี่ยนตัวเลข \d+ รายการ/);
    expect(preview.text).toMatch(/เบิกจ่าย \+[\d,.]+ บาท/);
    await finance.taps('ยืนยัน');
    expect((await citizen.says('งบ')).text).not.toBe(before);
    await finance.says('ประวัติงบ');
    await finance.taps('กลับไปใช้ชุดนี้');
    expect((await finance.taps('ยืนยัน ใช้ชุดนี้')).text).toContain('เปลี่ยนชุดข้อมูลแล้ว');
    expect((await citizen.says('งบ')).text).toBe(before);
  });

  it('answers a button of an older card with the newest summary and changes nothing', async () => {
    const { finance, staff, group } = who;
    const [old] = (await staff.says('งบ', group)).messages.slice(-1);
    const preview = await finance.sends({ name: 'งบ 3.xlsx', bytes: await demoWorkbook({ progress: 0.7 }) });
    await finance.taps('ยืนยัน');
    if (!old || !preview.messages[0]) throw new Error('no card');
    expect((await staff.tapsIn(old, 'ดูตามแผนงาน', group)).text).toContain('ข้อมูลปรับปรุงใหม่แล้ว');
    expect((await finance.tapsIn(preview.messages[0], 'ยืนยัน')).text).toContain('หมดเวลาหรือยกเลิกไปแล้ว');
  });

  it('refuses a file from anybody without the finance role, kindly, and stores nothing of it', async () => {
    const downloads = async () =>
      (await office.calls()).filter(({ path }) => path.includes('/content')).length;
    const before = await downloads();
    const answer = await who.citizen.sends({ name: 'หลักฐาน.xlsx', bytes: await demoWorkbook() });
    expect(answer.text).toContain('รับจากเจ้าหน้าที่งานการเงินการคลังที่ลงทะเบียนแล้วเท่านั้น');
    expect((await who.staff.sends({ name: 'งบ.xlsx', bytes: await demoWorkbook() })).text).toContain('ขออภัย');
    expect(await downloads()).toBe(before);
  });

  it('lets a summary that nobody gave a ride be pushed after its wait, at the cost of the members', async () => {
    const { finance, staff, group } = who;
    await finance.sends({ name: 'งบ 4.xlsx', bytes: await demoWorkbook({ progress: 0.8 }) });
    await finance.taps('ยืนยัน');
    const { nowMs } = await office.state();
    await office.setTime(nowMs + 3 * 60 * 60 * 1000 + 60_000);
    const pushed = await staff.reads(group);
    expect(pushed.messages.filter(({ via }) => via === 'push')).toHaveLength(1);
    expect((await office.state()).quota.used).toBe(3);
  });
});
