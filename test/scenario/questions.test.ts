import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from '../simulator/office.ts';
import { furnish, type Staffed } from './furnish.ts';

const TITLE = ['รายงานการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. 2569', 'องค์การบริหารส่วนตำบลบ้านสวนริมน้ำ'];

function csv(header: string, ...rows: readonly string[]): Buffer {
  return Buffer.from([...TITLE, header, ...rows].join('\n'));
}

/** A report whose column of payments has a name nobody else uses. */
function withOddColumn(paidBaht: number): Buffer {
  return csv(
    'แผนงาน,งาน,งบ,หมวด,รายการ,งบประมาณตั้งไว้,ยอดที่ออกเช็ค',
    `แผนงานบริหารงานทั่วไป,งานบริหารทั่วไป,งบดำเนินงาน,ค่าใช้สอย,ค่าจ้างเหมา,500000.00,${paidBaht}.00`,
    'แผนงานการศึกษา,งานระดับก่อนวัยเรียนและประถมศึกษา,งบดำเนินงาน,ค่าวัสดุ,ค่าอาหารเสริมนม,300000.00,90000.00',
  );
}

describe('what the program does not know it asks', () => {
  let office: TestOffice;
  let who: Staffed;
  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
  });
  afterAll(() => office.close());

  it('asks once which column is เบิกจ่าย and remembers the answer for the same header', async () => {
    const { finance } = who;
    const asked = await finance.sends({ name: 'งบ.csv', bytes: withOddColumn(120_000) });
    expect(asked.text).toContain('ยอดที่ออกเช็ค');
    expect(asked.text).toContain('คือข้อมูลใด');
    const preview = await finance.taps('เบิกจ่าย');
    expect(preview.text).toContain('เบิกจ่าย\n210,000.00');
    await finance.taps('ยืนยัน');
    const again = await finance.sends({ name: 'งบ 2.csv', bytes: withOddColumn(150_000) });
    expect(again.text).toContain('เบิกจ่าย\n240,000.00');
    await finance.taps('ยกเลิก');
  });

  it('puts two equal lines before the person, and takes both only when told so', async () => {
    const line =
      'แผนงานการศึกษา,งานบริหารทั่วไปเกี่ยวกับการศึกษา,งบดำเนินงาน,ค่าใช้สอย,ค่าเดินทาง,20000.00,0,0,20000.00,0,5000.00,15000.00';
    const header = 'แผนงาน,งาน,งบ,หมวด,รายการ,งบประมาณตั้งไว้,โอนเพิ่ม,โอนลด,งบประมาณหลังโอน,ผูกพัน,เบิกจ่าย,คงเหลือ';
    const doubt = await who.finance.sends({ name: 'ซ้ำ.csv', bytes: csv(header, line, line) });
    expect(doubt.text).toContain('พบข้อที่ต้องตัดสินใจ');
    expect(doubt.text).toContain('ยังไม่ได้บันทึกข้อมูลใด ๆ');
    const accept = doubt.text.match(/\[(?!ยกเลิก)([^\]]+)\]/)?.[1] ?? '';
    const preview = await who.finance.taps(accept);
    expect(preview.text).toContain('อ่านได้ 2 รายการ');
    expect(preview.text).toContain('ตั้งไว้\n40,000.00');
    expect((await who.finance.says('ยกเลิก')).text).toContain('ไม่ได้บันทึก');
  });
});
