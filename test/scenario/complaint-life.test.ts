import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOfficeKey } from '../simulator/make-office-key.ts';
import { openOffice, type Person, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { fileComplaint, RECEIPT_CODE } from './file-complaint.ts';
import { furnish, invite, type Staffed } from './furnish.ts';

const HOUR_MS = 60 * 60 * 1000;
describe('the life of a case', () => {
  let office: TestOffice;
  let who: Staffed;
  let officer: Person;
  let code: string;

  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
    officer = await office.person('นิติกร');
    await invite(who.admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
  });
  afterAll(() => office.close());

  it('takes no complaint while the office has no key: nobody could ever read it', async () => {
    const answer = await who.citizen.says('ร้องเรียน');
    expect(answer.text).toContain('ยังไม่ได้ตั้งกุญแจ');
    expect(answer.text).toContain('1205');
  });

  it('says first what is protected and what is not, and files with one question at a time', async () => {
    await makeOfficeKey(office);
    const welcome = await who.citizen.says('ร้องเรียน');
    expect(welcome.text).toContain('ปกปิดชื่อ');
    expect(welcome.text).toContain('บริษัท LINE รู้ได้');
    await who.citizen.taps('ไม่ใช่ตอนนี้');
    code = await fileComplaint(who.citizen);
    expect(code).toMatch(RECEIPT_CODE);
  });

  it('shows the code again until the citizen says it is saved', async () => {
    expect((await who.citizen.says('สวัสดี')).text).toContain('แสดงรหัสอีกครั้ง');
    expect((await who.citizen.taps('แสดงรหัสอีกครั้ง')).text).toContain(code);
    await office.restart('kill');
    expect((await who.citizen.taps('แสดงรหัสอีกครั้ง')).text).toContain(code);
    const saved = await who.citizen.taps('บันทึกรหัสแล้ว');
    expect(saved.text).toContain('ไม่มีสิ่งใดโยงเรื่องนี้กับบัญชี LINE ของท่าน');
    expect((await who.citizen.taps('แสดงรหัสอีกครั้ง')).text).not.toContain(code);
  });

  it('alerts in a batch, without content, and lists the case to officers only', async () => {
    expect((await officer.says('เรื่อง')).text).toContain('ไม่มีเรื่อง');
    await office.setTime(SCENARIO_START_MS + HOUR_MS + 60_000);
    const list = await officer.says('เรื่อง');
    expect(list.text).toMatch(/เรื่องที่ 2569-\d{5}/);
    expect(list.text).toContain('เหลือ 15 วัน');
    expect(list.text).not.toContain('ผู้รับเหมา');
    expect((await who.finance.says('เรื่อง')).text).toContain('สำหรับเจ้าหน้าที่รับเรื่อง');
    expect((await who.citizen.says('เรื่อง')).text).toContain('สำหรับเจ้าหน้าที่รับเรื่อง');
  });

  it('lets the officer take the case and start, and shows each step to whoever has the code', async () => {
    expect((await officer.taps('รับผิดชอบเรื่องนี้')).text).toContain('นิติกร');
    expect((await officer.taps('ตรวจสอบข้อเท็จจริง')).text).toContain('เปลี่ยนสถานะเป็น ตรวจสอบข้อเท็จจริง');
    const other = await office.person('บัญชีอื่นของผู้ร้อง');
    const seen = await other.says(`ติดตาม ${code.replaceAll(' ', '-')}`);
    expect(seen.text).toContain('ตรวจสอบข้อเท็จจริง');
    expect(seen.text).toContain('หน่วยงานจะแจ้งผลภายใน 16 กรกฎาคม 2569');
    await other.taps('ตอบหรือส่งเพิ่ม');
    await other.says('มีพยานเห็นสองคน');
    expect((await other.taps('ส่งให้เจ้าหน้าที่')).text).toContain('ส่งให้เจ้าหน้าที่แล้ว');
  });

  it('recognises a mistyped code by its check digits, and never says more of an unknown one', async () => {
    const wrong = `${code[0] === '9' ? '8' : '9'}${code.slice(1)}`;
    expect((await who.citizen.says(`ติดตาม ${wrong}`)).text).toContain('พิมพ์ผิดบางตัว');
    expect((await who.citizen.says('ติดตาม')).text).toContain('รหัส 18 หลัก');
  });

  it('answers a complaint begun in a group with one line and keeps nothing of it', async () => {
    expect((await who.staff.says('ร้องเรียน', who.group)).text).toContain('อย่าเล่าเรื่องร้องเรียนในกลุ่ม');
    expect((await who.staff.says(`รหัสคือ ${code}`, who.group)).text).toContain('ลบข้อความนั้น');
  });

  it('counts the case without opening it', async () => {
    const stats = await officer.says('สถิติร้องเรียน');
    expect(stats.text).toContain('รับเรื่องทั้งหมด\n1');
    expect((await who.citizen.says('สถิติร้องเรียน')).text).toContain('สำหรับเจ้าหน้าที่');
  });
});
