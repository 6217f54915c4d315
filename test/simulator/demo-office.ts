import { openRound } from '../../shared/measures/rounds.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { addDays, type Day, dayOf, dayParts, daysBetween, makeDay } from '../../shared/thai/days.ts';
import { fiscalYearOf, fiscalYearRange, quarterOf } from '../../shared/thai/fiscal-year.ts';
import { demoWorkbook } from '../fixtures/budget/demo-workbook.ts';
import { furnishMeasures } from './demo-measures.ts';
import { makeOfficeKey } from './make-office-key.ts';
import type { Person, TestOffice } from './office.ts';
import { setUpLine } from './set-up-line.ts';

/** The demo office, invented. */
export const DEMO_OFFICE = 'อบต.บ้านสวนริมน้ำ';

const CODE = /\d{5} \d{5}/;

/** Who can be tried, and what to try as them. */
const PEOPLE = [
  {
    key: 'finance',
    name: 'มานี มีสุข',
    label: 'กองคลัง',
    unit: 'กองคลัง',
    role: 'งานการเงินการคลัง',
    hint: 'พิมพ์ "งบ" หรือส่งไฟล์งบประมาณ (.xlsx หรือ .csv)',
  },
  {
    key: 'staff',
    name: 'ปิติ รักงาน',
    label: 'กองช่าง',
    unit: 'กองช่าง',
    role: 'เจ้าหน้าที่',
    hint: 'เปิดกลุ่มเจ้าหน้าที่ แล้วพิมพ์ "งบ"',
  },
  {
    key: 'officer',
    name: 'อรุณ ยุติธรรม',
    label: 'นิติกร',
    unit: 'สำนักปลัด',
    role: 'เจ้าหน้าที่รับเรื่อง',
    hint: 'พิมพ์ "เรื่อง" เพื่อดูเรื่องร้องเรียนที่ดำเนินการอยู่',
  },
  {
    key: 'executive',
    name: 'วิชัย ตั้งตรง',
    label: 'ปลัด อบต.',
    unit: 'สำนักปลัด',
    role: 'ผู้บริหาร',
    hint: 'พิมพ์ "งบ" แล้วแตะแผนงานเพื่อดูรายละเอียด',
  },
] as const;

const ADMIN = {
  name: 'สมศรี ใจดี',
  label: 'ผู้ดูแลระบบ',
  hint: 'พิมพ์ "กลุ่ม" เพื่อตั้งค่ากลุ่ม "ประกาศ" เพื่อเขียนประกาศ หรือ "โควตา" เพื่อดูโควตา',
};
const CITIZEN = {
  name: 'บุญมา ริมคลอง',
  label: 'ประชาชน',
  hint: 'พิมพ์ "งบ" เพื่อดูว่าเงินของตำบลใช้ไปกับอะไร หรือ "ร้องเรียน" โดยไม่ต้องบอกชื่อ',
};

/** The last day of the month before a day: reports cover whole months. */
function lastMonthEnd(today: Day): Day {
  const { year, month } = dayParts(today);
  return addDays(makeDay(year, month, 1) ?? today, -1);
}

/** A complaint from the first question to the receipt. */
async function tellOfBribe(citizen: Person): Promise<void> {
  await citizen.says('ร้องเรียน');
  await citizen.taps('เริ่ม');
  await citizen.taps('เรียกรับสินบน/ของขวัญ');
  await citizen.says('ช่างที่มาตรวจรับงานขุดลอกคลอง ไม่ทราบชื่อ');
  await citizen.taps('ต่อไป');
  await citizen.taps('กองช่าง');
  await citizen.says('ขอเงินผู้รับเหมา บอกว่าถ้าไม่จ่ายจะไม่เซ็นตรวจรับ');
  await citizen.taps('ต่อไป');
  await citizen.says('ประมาณต้นเดือนที่แล้ว');
  await citizen.taps('ต่อไป');
  await citizen.says('ริมคลองหลังวัด');
  await citizen.taps('ต่อไป');
  await citizen.taps('ข้าม');
  await citizen.taps('ข้าม');
  await citizen.taps('ยังไม่เคยแจ้ง');
  await citizen.taps('ส่งเรื่อง');
}

/** A No Gift notice from the first word to the group; it goes with the next answer there. */
async function announceNoGift(office: TestOffice, admin: Person): Promise<void> {
  await admin.says('ประกาศ');
  await admin.taps('No Gift Policy');
  await admin.taps('ใช้ข้อความตั้งต้น');
  await admin.taps('ส่งเลย');
  await admin.taps('ยืนยัน');
  await fetch(`${office.program.controlUrl}/tick`, { method: 'POST' });
}

/**
 * Lets the demo office come to life the way a real one does: people register, invite each other, link groups and send
 * workbooks, all in chat. What a visitor finds in the chats is what really happened.
 */
export async function furnishDemoOffice(office: TestOffice, nowMs: number): Promise<void> {
  const admin = await office.person(ADMIN.name, ADMIN.label);
  const people: Record<string, Person> = {};
  for (const { key, name, label } of PEOPLE) people[key] = await office.person(name, label);
  const citizen = await office.person(CITIZEN.name, CITIZEN.label);

  await admin.says(`ลงทะเบียน ${office.program.adminCode}`);
  await admin.says(DEMO_OFFICE);
  for (const { key, name, unit, role } of PEOPLE) {
    await admin.says('เชิญ');
    await admin.says(name);
    await admin.taps(unit);
    await admin.taps(role);
    const invited = await admin.taps('สร้างรหัส');
    await people[key]?.says(`ลงทะเบียน ${CODE.exec(invited.text)?.[0] ?? ''}`);
  }
  const finance = people['finance'];
  const staff = people['staff'];
  const executive = people['executive'];
  const officer = people['officer'];
  if (!finance || !staff || !executive || !officer) throw new Error('the demo office lacks its people');

  const everyone = await office.group(`${DEMO_OFFICE} (เจ้าหน้าที่)`, [admin, finance, staff, executive]);
  const buyers = await office.group('งานพัสดุและจัดซื้อจัดจ้าง', [admin, finance, staff]);
  await office.invite(everyone);
  await admin.says('กลุ่ม');
  await admin.taps('ตั้งค่ากลุ่ม');
  await admin.taps('เชื่อมกลุ่มนี้');
  await admin.taps('ตั้งรอบส่ง');
  await admin.taps('ทุกวันจันทร์');
  await admin.taps('08.30 น.');

  const asOf = lastMonthEnd(dayOf(nowMs));
  for (const [day, progress] of [
    // Last year as it ended, then this year so far: spending grows about evenly over the months.
    [fiscalYearRange(fiscalYearOf(addDays(fiscalYearRange(fiscalYearOf(asOf)).first, -1))).last, 0.93],
    [asOf, (0.93 * daysBetween(fiscalYearRange(fiscalYearOf(asOf)).first, asOf)) / 365],
  ] as const) {
    await finance.sends({
      name: `รายงานการใช้จ่าย ${formatDay(day, 'short')}.xlsx`,
      bytes: await demoWorkbook({ officeName: 'องค์การบริหารส่วนตำบลบ้านสวนริมน้ำ', asOf: day, progress }),
    });
    await finance.taps('ยืนยัน');
  }
  await finance.says('เป้าหมาย');
  await finance.taps(`ไตรมาส ${quarterOf(asOf)}`);
  // About what an office plans: 32, 52, 75 and 100 per cent by the ends of the quarters.
  await finance.says(['32', '52', '75', '100'][quarterOf(asOf) - 1] ?? '32');
  await staff.says('ขอดูการใช้จ่ายของเดือนนี้หน่อยครับ', everyone);
  await announceNoGift(office, admin);
  await staff.says('ขอบคุณครับ', everyone);
  await staff.taps('รับทราบ', everyone);
  await executive.taps('รับทราบ', everyone);
  await office.invite(buyers);

  await makeOfficeKey(office);
  await tellOfBribe(citizen);
  await citizen.taps('บันทึกรหัสแล้ว');
  await citizen.taps('ไม่ต้องเตือน');

  const today = dayOf(nowMs);
  const year = openRound(today)?.fiscalYear ?? fiscalYearOf(today);
  await furnishMeasures(office, { admin, finance, staff, officer }, DEMO_OFFICE, year);

  const { code, output } = await setUpLine(office);
  if (code !== 0) throw new Error(`line:setup: ${output}`);

  office.setDemo({
    officeName: DEMO_OFFICE,
    accountName: `${DEMO_OFFICE} โปร่งใส`,
    controlUrl: office.program.controlUrl,
    liffUrl: `${office.program.programUrl}/liff`,
    personas: [
      ...PEOPLE.map(({ key, label, hint }) => ({ userId: people[key]?.user.id ?? '', label, hint })),
      { userId: admin.user.id, label: ADMIN.label, hint: ADMIN.hint },
      { userId: citizen.user.id, label: CITIZEN.label, hint: CITIZEN.hint },
    ],
    tips: [
      'เรื่องร้องเรียนจะถึงเจ้าหน้าที่เป็นรอบทุกชั่วโมงในเวลาราชการ เพื่อไม่ให้เดาได้ว่าใครเพิ่งใช้โทรศัพท์ ลองกด "ไปวันจันทร์หน้า" แล้ว "+1 ชม." จากนั้นเป็นนิติกร พิมพ์ "เรื่อง" แล้วแตะ เปิดอ่านและตอบ',
      'พิมพ์ "มาตรการ" ในกลุ่มเจ้าหน้าที่หรือในห้องแชตของบุคลากร เพื่อดูว่าแต่ละหน่วยงานทำไปถึงไหน',
      'กลุ่ม "งานพัสดุและจัดซื้อจัดจ้าง" ยังไม่ได้เชื่อม ลองเป็นผู้ดูแลระบบแล้วพิมพ์ "กลุ่ม"',
      'เลื่อนนาฬิกาไปวันจันทร์หน้า แล้วพิมพ์อะไรก็ได้ในกลุ่มเจ้าหน้าที่ สรุปประจำสัปดาห์จะมาพร้อมคำตอบโดยไม่เสียโควตา',
    ],
  });
}
