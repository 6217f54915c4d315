import type { Refusal } from './google-project.ts';
import type { SecretName } from './secret-plan.ts';

const AGAIN = 'แล้วสั่ง npm run deploy อีกครั้ง';
const CONSOLE = 'https://console.firebase.google.com/project';
const CLOUD = 'https://console.cloud.google.com';

const SECRET_NAMES: Readonly<Record<SecretName, string>> = {
  LINE_CHANNEL_SECRET: 'รหัสลับของช่อง (Channel secret)',
  LINE_CHANNEL_ACCESS_TOKEN: 'โทเคนของช่อง (Channel access token)',
  CONVERSATION_KEY: 'กุญแจบทสนทนา (conversation.key)',
  RECEIPT_KEY: 'กุญแจรหัสติดตามเรื่อง (receipt.key)',
  OFFICE_KEYRING: 'กุญแจเปิดเรื่องร้องเรียน (office.key)',
};

/** What `npm run deploy` says. Read by the office's IT officer, with the consoles of Google and LINE open beside it. */
export const deployText = {
  usage: [
    'นำโปรแกรมขึ้น Firebase ของหน่วยงาน:',
    '  npm run deploy -- --login   ลงชื่อเข้าใช้ Google (ครั้งแรกครั้งเดียว)',
    '  npm run deploy -- --check   ตรวจความพร้อม ไม่เปลี่ยนแปลงสิ่งใด',
    '  npm run deploy              ตรวจความพร้อม แล้วนำขึ้นใช้งาน สั่งซ้ำได้',
  ],
  missing: (lines: readonly string[]) => [
    'ยังขาดการตั้งค่า ใส่ในไฟล์ .env ของโฟลเดอร์นี้ บรรทัดละหนึ่งค่า เช่น LIFF_ID=...',
    ...lines.map((line) => `  ${line}`),
  ],
  signedIn: 'ลงชื่อเข้าใช้แล้ว ขั้นต่อไป: npm run deploy -- --check',
  notSignedIn: 'ลงชื่อเข้าใช้ไม่สำเร็จ สั่ง npm run deploy -- --login อีกครั้ง',
  noLogin: 'ยังไม่ได้ลงชื่อเข้าใช้ Google สั่ง npm run deploy -- --login ก่อน',
  noTools: 'ติดตั้ง firebase-tools ไม่สำเร็จ ตรวจอินเทอร์เน็ตและพื้นที่ว่างของเครื่อง (ประมาณ 300 MB) แล้วสั่งใหม่',
  unexpected: (name: string) => `ทำไม่สำเร็จ (${name}) สั่ง npm run deploy อีกครั้งได้ ระบบจะทำต่อจากที่ค้างไว้`,

  phases: {
    check: 'ตรวจความพร้อม',
    prepare: 'เตรียมโครงการ Google',
    build: 'สร้างโปรแกรมและหน้าเว็บ',
    secrets: 'เก็บรหัสลับใน Secret Manager',
    deploy: 'นำขึ้น Firebase (ครั้งแรกใช้เวลาประมาณ 5–10 นาที)',
    look: 'ตรวจระบบที่ใช้งานจริง',
    line: 'ตั้งค่าบัญชีไลน์',
  },
  checkEndings: {
    well: 'ผลการตรวจ: พร้อม ขั้นต่อไป: npm run deploy (ข้อที่มีเครื่องหมาย ? กรุณาอ่านหนึ่งครั้ง)',
    notWell: 'ผลการตรวจ: ยังไม่พร้อม ยังไม่ได้นำสิ่งใดขึ้น Firebase แก้ข้อที่มีเครื่องหมาย ✗ แล้วสั่ง npm run deploy -- --check',
  },
  endings: {
    well: 'นำขึ้นใช้งานแล้ว ข้อที่มีเครื่องหมาย ? ไลน์ไม่เปิดให้โปรแกรมตรวจ กรุณาดูด้วยตนเองหนึ่งครั้ง',
    notWell: `ยังไม่ครบ แก้ข้อที่มีเครื่องหมาย ✗ ${AGAIN} ส่วนที่ทำแล้วไม่ต้องทำซ้ำ`,
  },

  google: {
    project: 'อ่านโครงการ',
    services: 'อ่านรายการ API',
    enable: 'เปิด API',
    billing: 'อ่านแผนการชำระเงิน',
    database: 'อ่านฐานข้อมูล',
    createDatabase: 'สร้างฐานข้อมูล',
    bucket: 'อ่านที่เก็บไฟล์',
    account: 'ตั้งบัญชีบริการ prongsai-cases',
  },
  refused: (what: string, why: Refusal, status: number, projectId: string): string =>
    ({
      disabled: `${what}ไม่ได้ API ยังไม่เปิด เปิดที่ ${CLOUD}/apis/library?project=${projectId} ${AGAIN}`,
      forbidden: `${what}ไม่ได้ บัญชี Google นี้ไม่มีสิทธิ์ ให้เจ้าของโครงการเพิ่มบทบาท เจ้าของ (Owner) ที่ ${CLOUD}/iam-admin/iam?project=${projectId} ${AGAIN}`,
      'signed-out': `${what}ไม่ได้ การลงชื่อเข้าใช้หมดอายุ สั่ง npm run deploy -- --login ${AGAIN}`,
      silent: `${what}ไม่ได้ Google ไม่ตอบ ตรวจอินเทอร์เน็ตของเครื่องนี้ ${AGAIN}`,
      other: `${what}ไม่ได้ Google ตอบรหัส ${status} รอสักครู่ ${AGAIN}`,
    })[why],

  projectThere: (projectId: string) => `พบโครงการ ${projectId}`,
  projectMissing: (projectId: string) =>
    `ไม่พบโครงการ Firebase ชื่อ ${projectId} หรือบัญชี Google นี้ไม่มีสิทธิ์ ตรวจ GOOGLE_CLOUD_PROJECT กับ Firebase Console › การตั้งค่าโปรเจ็กต์ (Project settings) › รหัสโปรเจ็กต์ (Project ID)`,
  servicesOn: 'API ที่ต้องใช้เปิดครบแล้ว',
  servicesLater: (names: readonly string[]) =>
    `API ที่ยังไม่เปิด npm run deploy จะเปิดให้: ${names.join(', ')} บางข้อจึงยังตรวจไม่ได้`,
  enabling: (names: readonly string[]) => `เปิด API: ${names.join(', ')}`,
  servicesSlow: (names: readonly string[], projectId: string) =>
    `API ยังไม่พร้อม: ${names.join(', ')} รอ 5 นาที ${AGAIN} หรือเปิดเองที่ ${CLOUD}/apis/library?project=${projectId}`,
  servicesOff: (names: readonly string[], projectId: string) =>
    `เปิด API ไม่ได้: ${names.join(', ')} ให้เจ้าของโครงการเปิดที่ ${CLOUD}/apis/library/${names[0]}?project=${projectId} ${AGAIN}`,
  blaze: 'โครงการใช้แผน Blaze',
  notBlaze: (projectId: string) =>
    `โครงการยังไม่ใช้แผน Blaze ซึ่ง Cloud Functions ต้องใช้ เปลี่ยนที่ ${CONSOLE}/${projectId}/usage/details › แก้ไขแพ็กเกจ (Modify plan) › Blaze`,

  databaseRight: (location: string) => `ฐานข้อมูล Firestore อยู่ที่ ${location}`,
  databaseElsewhere: (location: string) =>
    `ฐานข้อมูล Firestore อยู่ที่ ${location} ไม่ใช่ asia-southeast1 (สิงคโปร์) ใช้ได้ แต่ตอบช้ากว่า และย้ายที่ภายหลังไม่ได้`,
  databaseKeepsPast: (projectId: string) =>
    `ฐานข้อมูล Firestore เปิดการกู้คืนย้อนหลัง (point-in-time recovery) ไว้ ข้อมูลที่ลบแล้วจึงยังอ่านได้เจ็ดวัน และอาจโยงผู้ร้องกับเรื่องได้ ควรปิดที่ ${CLOUD}/firestore/databases/-default-/disaster-recovery?project=${projectId}`,
  databaseLater: 'ยังไม่มีฐานข้อมูล Firestore npm run deploy จะสร้างให้ที่ asia-southeast1 (สิงคโปร์)',
  databaseMade: 'สร้างฐานข้อมูล Firestore ที่ asia-southeast1 (สิงคโปร์) แล้ว',
  databaseSlow: `ฐานข้อมูล Firestore ยังสร้างไม่เสร็จ รอ 5 นาที ${AGAIN}`,
  databaseWrong: (projectId: string) =>
    `ฐานข้อมูล (default) ของโครงการเป็น Datastore mode หรือ Enterprise ซึ่งโปรแกรมนี้ใช้ไม่ได้ ใช้โครงการใหม่ หรือดูที่ ${CONSOLE}/${projectId}/firestore`,
  bucketRight: (name: string) => `ที่เก็บไฟล์ ${name}`,
  bucketElsewhere: (name: string, location: string) =>
    `ที่เก็บไฟล์ ${name} อยู่ที่ ${location} ไม่ใช่ asia-southeast1 (สิงคโปร์) ใช้ได้ แต่ส่งไฟล์ช้ากว่า`,
  bucketMissing: (projectId: string) =>
    `ยังไม่มีที่เก็บไฟล์ สร้างที่ ${CONSOLE}/${projectId}/storage › เริ่มต้นใช้งาน (Get started) › เลือกตำแหน่ง asia-southeast1 › โหมดการใช้งานจริง (Production mode)`,

  accountRight: 'ส่วนที่เปิดเรื่องร้องเรียนมีบัญชีบริการของตนเอง (prongsai-cases) ส่วนอื่นขอกุญแจไม่ได้',
  accountLater: 'จะสร้างบัญชีบริการ prongsai-cases ให้ส่วนที่เปิดเรื่องร้องเรียน เพื่อไม่ให้ส่วนอื่นขอกุญแจได้',

  storeFailed: (code: string, projectId: string) =>
    `อ่านฐานข้อมูล Firestore ไม่ได้ (${code}) ตรวจอินเทอร์เน็ต และสิทธิ์ของบัญชี Google ที่ ${CLOUD}/iam-admin/iam?project=${projectId}`,
  elsewhere: {
    'moved-away':
      'ข้อมูลในโครงการนี้ถูกย้ายออกไปแล้ว ถ้าต้องการใช้ข้อมูลชุดนี้ต่อ สั่ง npm run move -- --stay firestore และอย่าเปิดโปรแกรมในเครื่องพร้อมกัน',
    'half-moved': 'ข้อมูลยังย้ายเข้าโครงการนี้ไม่ครบ สั่ง npm run move -- --to firestore อีกครั้งเพื่อทำต่อ',
  },
  officeHere: 'ข้อมูลของหน่วยงานอยู่ในโครงการนี้',
  officeOnMachine: (dataDir: string, bucket: string) =>
    `ข้อมูลของหน่วยงานยังอยู่ในเครื่องนี้ (${dataDir}) ปิดโปรแกรมในเครื่อง ใส่ STORAGE_BUCKET=${bucket} ในไฟล์ .env แล้วย้ายด้วย npm run move -- --to firestore ถ้าเป็นเพียงข้อมูลทดลอง ให้ตั้ง DATA_DIR เป็นโฟลเดอร์ใหม่`,

  webhookMoves: (from: string, to: string) => `ตอนนี้ไลน์ส่งข้อความไปที่ ${from} เมื่อนำขึ้นใช้งานแล้วจะเปลี่ยนเป็น ${to}`,

  secretsUnread: (name: SecretName, status: number, projectId: string) =>
    `อ่าน ${name} ใน Secret Manager ไม่ได้ (รหัส ${status}) ดูว่ารุ่นล่าสุด (latest) เปิดใช้อยู่ ที่ ${CLOUD}/security/secret-manager/secret/${name}/versions?project=${projectId}`,
  secretDamaged: (name: SecretName, projectId: string) =>
    `ค่ารุ่นล่าสุดของ ${name} ใน Secret Manager ใช้ไม่ได้ ปิดรุ่นนั้นแล้วเพิ่มรุ่นใหม่จากรุ่นก่อนหน้า ที่ ${CLOUD}/security/secret-manager/secret/${name}/versions?project=${projectId}`,
  keyFileDamaged: (file: string, dataDir: string) =>
    `ไฟล์กุญแจ ${file} ใน ${dataDir}/keys เสียหาย นำไฟล์เดิมจากที่สำรองไว้มาแทน ห้ามสร้างใหม่`,
  secretRight: (name: SecretName) => `${SECRET_NAMES[name]}: มีใน Secret Manager แล้ว`,
  secretWillPut: (name: SecretName, isNew: boolean) =>
    isNew
      ? `${SECRET_NAMES[name]}: ยังไม่มีใน Secret Manager จะเพิ่มให้`
      : `${SECRET_NAMES[name]}: ต่างจากใน Secret Manager จะเพิ่มรุ่นใหม่`,
  secretWillMake: (name: SecretName) => `${SECRET_NAMES[name]}: ยังไม่มี จะสร้างให้`,
  secretPut: (name: SecretName) => `${SECRET_NAMES[name]}: เก็บใน Secret Manager แล้ว`,
  keyringEmpty: 'กุญแจเปิดเรื่องร้องเรียน (office.key): ยังไม่มี',
  keyringReserved: 'กุญแจเปิดเรื่องร้องเรียน: เตรียมที่เก็บใน Secret Manager ไว้แล้ว (ยังว่าง)',
  secretPutFailed: (name: SecretName) => `เก็บ ${SECRET_NAMES[name]} ใน Secret Manager`,
  keyMade: (dataDir: string) => `สร้างกุญแจใหม่ไว้ใน ${dataDir}/keys ด้วย สำรองโฟลเดอร์นี้ไว้ในที่ปลอดภัย แยกจากข้อมูล`,
  keyDiffers: (name: SecretName, dataDir: string) =>
    `${SECRET_NAMES[name]} ใน ${dataDir}/keys ไม่ตรงกับใน Secret Manager จึงหยุด เพราะถ้าเปลี่ยนกุญแจ ${name === 'RECEIPT_KEY' ? 'รหัสติดตามที่ออกให้ประชาชนไปแล้วจะใช้ไม่ได้ทั้งหมด' : 'บทสนทนาที่ค้างอยู่จะเปิดไม่ได้ทั้งหมด'} ถ้าเครื่องนี้เคยเพียงทดลองโปรแกรม ให้ตั้ง DATA_DIR เป็นโฟลเดอร์ใหม่ที่ว่าง ระบบจะใช้กุญแจใน Secret Manager ต่อ ${AGAIN}`,
  keyLost: (name: SecretName, dataDir: string) =>
    `ไม่พบ${SECRET_NAMES[name]}ที่ข้อมูลของหน่วยงานใช้อยู่ ทั้งใน Secret Manager และใน ${dataDir}/keys นำโฟลเดอร์ keys จากเครื่องเดิมหรือที่สำรองไว้มาวาง ${AGAIN}`,
  complaintsClosed:
    'หน่วยงานยังไม่มีกุญแจเปิดเรื่องร้องเรียน ระบบจะยังไม่รับเรื่องร้องเรียน จนกว่าจะสั่ง npm run keys -- make แล้วสั่ง npm run deploy อีกครั้ง',

  buildFailed: `สร้างโปรแกรมไม่สำเร็จ ยังไม่ได้นำสิ่งใดขึ้น Firebase สั่ง npm ci ${AGAIN}`,
  firebaseFailed: (projectId: string) =>
    `firebase-tools ทำไม่สำเร็จ สาเหตุอยู่ในบรรทัดด้านบนและในไฟล์ firebase-debug.log ครั้งแรก Google อาจยังตั้งสิทธิ์ไม่เสร็จ รอ 5 นาที ${AGAIN} ถ้าเป็นเรื่องสิทธิ์ ดูที่ ${CLOUD}/iam-admin/iam?project=${projectId}`,
  deployed: 'นำขึ้น Firebase ครบแล้ว',

  smokeAgain: 'ระบบยังไม่ตอบ รอแล้วลองใหม่',
  smokeRight: (url: string) => `ระบบตอบถูกต้องที่ ${url}`,
  smokePage: (url: string) =>
    `เปิดหน้ามินิแอปที่ ${url}/liff/ ไม่ได้ ดูที่อยู่จริงในบรรทัด Hosting URL ด้านบน ถ้าต่างกัน ใส่ PUBLIC_URL ในไฟล์ .env ${AGAIN}`,
  smokeHeaders: (url: string) => `หน้ามินิแอปที่ ${url}/liff/ ไม่มีข้อกำหนดความปลอดภัยครบ ${AGAIN}`,
  smokeConfig: (url: string) => `ที่ ${url}/liff/config.json ไม่ใช่ LIFF_ID ที่ตั้งไว้ ${AGAIN}`,
  smokeFunction: (path: string, status: number, projectId: string) =>
    `${path} ตอบไม่ถูกต้อง (${status}) ดูสาเหตุที่ ${CONSOLE}/${projectId}/functions/logs ถ้าเป็นเรื่องสิทธิ์ (PERMISSION_DENIED) ให้เพิ่มบทบาท Cloud Datastore User กับ Storage Object User แก่บัญชี ${path === '/api/cases' ? 'prongsai-cases@...' : '...-compute@developer.gserviceaccount.com'} ที่ ${CLOUD}/iam-admin/iam?project=${projectId} ${AGAIN}`,
  webhookUntouched: 'ยังไม่ได้เปลี่ยนที่อยู่ webhook ของไลน์ บัญชียังทำงานตามเดิม',

  firstAdmin: (code: string) => [
    '',
    'ยังไม่มีผู้ดูแลระบบ ส่งข้อความนี้ถึงบัญชีไลน์ของหน่วยงานในแชตส่วนตัว (ใช้ได้ 7 วัน):',
    `  ลงทะเบียน ${code}`,
  ],
} as const;
