import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from '../simulator/office.ts';

describe('people and groups', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('makes whoever sends the first one-time code the admin, once', async () => {
    const somsri = await office.person('สมศรี');
    const other = await office.person('คนอื่น');
    const code = office.program.adminCode;
    const wrong = await other.says('ลงทะเบียน 00000 00000');
    expect(wrong.text).toContain('ไม่พบรหัสนี้');
    const registered = await somsri.says(`ลงทะเบียน ${code}`);
    expect(registered.text).toContain('ลงทะเบียนเรียบร้อย');
    expect(registered.text).toContain('พิมพ์ชื่อหน่วยงาน');
    const named = await somsri.says('องค์การบริหารส่วนตำบลบ้านสวนริมน้ำ');
    expect(named.text).toContain('บ้านสวนริมน้ำ');
    const again = await other.says(`ลงทะเบียน ${code}`);
    expect(again.text).toContain('ไม่พบรหัสนี้');
  });
});
