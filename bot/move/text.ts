import type { Progress, RefusalReason } from './move.ts';

const number = (n: number): string => n.toLocaleString('en-US');

const PHASES = { carry: 'คัดลอก', compare: 'ตรวจเทียบ' } as const;

const PLACES = { embedded: 'ในเครื่อง (DATA_DIR)', firestore: 'Cloud Firestore' } as const;
type PlaceName = keyof typeof PLACES;

/** What the move command says. Read by the office's IT officer, once or twice in the life of an office. */
export const moveText = {
  usage: [
    'ย้ายข้อมูลทั้งหมดของหน่วยงาน: npm run move -- --to firestore หรือ --to embedded',
    '  ปิดโปรแกรมของหน่วยงานก่อนย้าย ถ้าการย้ายหยุดกลางคัน สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ',
    '  --without-files   ย้ายเฉพาะข้อมูล ไม่ย้ายไฟล์แนบ',
    '  --stay firestore หรือ --stay embedded   ยกเลิกเครื่องหมายว่าย้ายออกแล้ว เพื่อใช้ข้อมูลในที่เดิมต่อ',
  ],
  begins: (from: PlaceName, to: PlaceName) => `ย้ายข้อมูลจาก ${PLACES[from]} ไป ${PLACES[to]}`,
  noBucket: 'ยังไม่ได้ตั้งค่า Cloud Storage (STORAGE_BUCKET) จึงยังไม่มีที่เก็บไฟล์แนบใน Firebase',
  noProject: 'ไม่พบโครงการ Firebase กรุณาตั้งค่า GOOGLE_CLOUD_PROJECT และลงชื่อเข้าใช้ด้วย npm run deploy -- --login',
  progress: ({ phase, name, done, total }: Progress) =>
    `${PHASES[phase]} ${name} ${number(done)}/${number(total)}`,
  moved: (documents: number, files: number) =>
    `ย้ายครบแล้ว ${number(documents)} รายการ ไฟล์ ${number(files)} ไฟล์ ตรวจเทียบแล้วตรงกันทุกรายการ`,
  movedBefore: (documents: number) => `ย้ายครบไปก่อนแล้ว ${number(documents)} รายการ ไม่ได้คัดลอกซ้ำ`,
  filesLeft: (count: number) => `ไฟล์แนบ ${number(count)} ไฟล์ยังอยู่ในที่เดิม ยังไม่ได้ย้าย`,
  auditWhole: (entries: number) => `บันทึกการทำงานครบถ้วน ${number(entries)} รายการ`,
  auditBroken: (seq: number) =>
    `บันทึกการทำงานไม่ครบถ้วนตั้งแต่ก่อนย้าย ที่รายการ ${number(seq)} ย้ายมาตามเดิม สั่ง npm run audit เพื่อดู`,
  keys: [
    'กุญแจไม่ย้ายไปด้วย เพราะต้องไม่อยู่รวมกับข้อมูล:',
    '  ย้ายไป Firebase: สั่ง npm run deploy เพื่อส่งกุญแจใน DATA_DIR/keys เข้า Secret Manager',
    '  ย้ายกลับเครื่อง: ต้องมีโฟลเดอร์ keys ชุดเดิมใน DATA_DIR',
  ],
  stays: 'ยกเลิกเครื่องหมายแล้ว ใช้ข้อมูลในที่เดิมต่อได้ อย่าเปิดโปรแกรมสองที่พร้อมกัน',
  interrupted: (what: string) => `ย้ายยังไม่เสร็จ (${what}) ข้อมูลเดิมไม่เปลี่ยนแปลง สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ`,
} as const;

/** Why a move was refused, and what to do. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'nothing-to-move': 'ไม่พบข้อมูลของหน่วยงานในต้นทาง ตรวจค่า DATA_DIR หรือ GOOGLE_CLOUD_PROJECT',
  'moved-away': 'ข้อมูลในต้นทางถูกย้ายออกไปแล้ว ถ้าต้องการใช้ข้อมูลในที่เดิมต่อ ใช้ --stay',
  'source-unfinished': 'ข้อมูลในต้นทางยังย้ายเข้ามาไม่ครบ ทำการย้ายครั้งก่อนให้เสร็จก่อน',
  'target-not-empty':
    'ปลายทางมีข้อมูลอยู่แล้ว จึงไม่ย้ายทับ (ปลายทางในเครื่อง: ย้ายไฟล์ office.db และโฟลเดอร์ files ไปเก็บที่อื่นก่อน คงโฟลเดอร์ keys ไว้)',
  'source-changed': 'ข้อมูลต้นทางเปลี่ยนไปหลังเริ่มย้าย ล้างปลายทางแล้วเริ่มย้ายใหม่ โดยปิดโปรแกรมของหน่วยงานก่อน',
  'no-place-for-files': 'มีไฟล์แนบ แต่ปลายทางยังไม่มีที่เก็บไฟล์ ตั้งค่าที่เก็บไฟล์ก่อน หรือใช้ --without-files',
  'two-moves': 'มีการย้ายอื่นเขียนลงปลายทางพร้อมกัน ให้ทำทีละคำสั่ง',
  differs: 'ข้อมูลสองที่ไม่ตรงกัน อาจมีโปรแกรมทำงานระหว่างย้าย ล้างปลายทางแล้วเริ่มย้ายใหม่ โดยปิดโปรแกรมของหน่วยงานก่อน',
};
