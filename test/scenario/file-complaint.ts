import type { Person } from '../simulator/office.ts';

/** A receipt code as it is shown. */
export const RECEIPT_CODE = /(?:\d{3} ){5}\d{3}/;

/** A citizen tells a whole story, and gets a code. `evidence` sends what the citizen has, where the story asks for it. */
export async function fileComplaint(
  citizen: Pick<Person, 'says' | 'taps'>,
  evidence?: () => Promise<unknown>,
): Promise<string> {
  await citizen.says('ร้องเรียน');
  await citizen.taps('เริ่ม');
  await citizen.taps('เรียกรับสินบน/ของขวัญ');
  await citizen.says('นายช่างที่ตรวจรับถนน');
  await citizen.taps('ต่อไป');
  await citizen.taps('กองช่าง');
  await citizen.says('เรียกเงินจากผู้รับเหมา');
  await citizen.says('สองหมื่นบาท');
  await citizen.taps('ต่อไป');
  await citizen.taps('ข้าม');
  await citizen.says('หน้าสำนักงาน');
  await citizen.taps('ต่อไป');
  await evidence?.();
  await citizen.taps(evidence ? 'ต่อไป' : 'ข้าม');
  await citizen.taps('ข้าม');
  const review = await citizen.taps('ยังไม่เคยแจ้ง');
  if (!review.text.includes(`ครบ ${evidence ? 5 : 4} จาก 7`))
    throw new Error(`the meter says something else: ${review.text}`);
  const receipt = await citizen.taps('ส่งเรื่อง');
  return RECEIPT_CODE.exec(receipt.text)?.[0] ?? '';
}
