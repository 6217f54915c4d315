import type { Person, TestOffice } from '../simulator/office.ts';
import type { SimGroup } from '../simulator/protocol.ts';

/** The people most scenarios need. */
export interface Staffed {
  readonly admin: Person;
  readonly finance: Person;
  readonly staff: Person;
  readonly citizen: Person;
  readonly group: SimGroup;
}

/** Lets an admin register and a finance officer be invited, and links one group, all by chat. */
export async function furnish(office: TestOffice): Promise<Staffed> {
  const admin = await office.person('สมศรี ใจดี');
  const finance = await office.person('มานี มีสุข');
  const staff = await office.person('ปิติ รักงาน');
  const citizen = await office.person('บุญมา ริมคลอง');
  await admin.says(`ลงทะเบียน ${office.program.adminCode}`);
  await admin.says('อบต.บ้านสวนริมน้ำ');
  await invite(admin, finance, 'กองคลัง', 'งานการเงินการคลัง');
  await invite(admin, staff, 'กองช่าง', 'เจ้าหน้าที่');
  const group = await office.group('กลุ่มเจ้าหน้าที่', [admin, finance, staff]);
  await office.invite(group);
  await admin.says('กลุ่ม');
  await admin.taps('ตั้งค่ากลุ่ม');
  await admin.taps('เชื่อมกลุ่มนี้');
  return { admin, finance, staff, citizen, group };
}

/** One invitation, from เชิญ to ลงทะเบียน. */
export async function invite(
  admin: Pick<Person, 'says' | 'taps'>,
  guest: Pick<Person, 'user' | 'says'>,
  unit: string,
  role: string,
): Promise<string> {
  await admin.says('เชิญ');
  await admin.says(guest.user.name);
  await admin.taps(unit);
  await admin.taps(role);
  const code = /\d{5} \d{5}/.exec((await admin.taps('สร้างรหัส')).text)?.[0] ?? '';
  await guest.says(`ลงทะเบียน ${code}`);
  return code;
}
