const CONSOLE = 'LINE Developers Console (developers.line.biz)';
const MANAGER = 'LINE Official Account Manager (manager.line.biz)';

const formatCount = (count: number): string => count.toLocaleString('en-US');

/** What `line:setup` says. Read by whoever installs the program, with the two sites of LINE open beside it. */
export const setupText = {
  endings: {
    well: 'ผลการตั้งค่า: ใช้ได้ ข้อที่มีเครื่องหมาย ? ไลน์ไม่เปิดให้โปรแกรมตรวจ กรุณาดูด้วยตนเองหนึ่งครั้ง',
    notWell: 'ผลการตั้งค่า: ยังไม่ครบ แก้ข้อที่มีเครื่องหมาย ✗ แล้วสั่ง npm run line:setup อีกครั้ง',
  },
  missing: (lines: readonly string[]) => ['ตั้งค่าไม่ได้ ยังขาดค่าเหล่านี้:', ...lines.map((line) => `  ${line}`)],
  embeddedOnly: 'คำสั่งนี้ใช้กับข้อมูลที่เก็บในเครื่อง (STORE=embedded) เท่านั้น',
  failed: (what: string) => `ทำไม่สำเร็จ (${what}) สั่งใหม่ได้ ระบบจะทำต่อจากที่ค้างไว้`,

  steps: {
    account: 'อ่านข้อมูลบัญชี',
    webhook: 'อ่านที่อยู่ webhook',
    webhookTest: 'ทดสอบ webhook',
    menus: 'จัดเมนู',
    pictures: 'ส่งรูปเมนู',
    aliases: 'ตั้งชื่อเมนู',
    default: 'ตั้งเมนูประชาชน',
    members: 'ให้เมนูแก่บุคลากร',
    quota: 'อ่านโควตาข้อความ',
  },
  lineFailed: (step: string, status: number) =>
    status === 0
      ? `${step}ไม่สำเร็จ ไลน์ไม่ตอบ ตรวจอินเทอร์เน็ตของเครื่องนี้ แล้วสั่งใหม่`
      : status === 429
        ? `${step}ไม่สำเร็จ ไลน์จำกัดจำนวนครั้งต่อชั่วโมง รอหนึ่งชั่วโมง แล้วสั่งใหม่`
        : `${step}ไม่สำเร็จ ไลน์ตอบรหัส ${status} สั่งใหม่อีกครั้ง`,
  wrongToken: `ไลน์ไม่รับ LINE_CHANNEL_ACCESS_TOKEN ออกค่าใหม่ที่ ${CONSOLE} › ช่อง Messaging API › แท็บ Messaging API › Channel access token`,
  account: (name: string, id: string) => `บัญชี ${name} (${id})`,
  chatMode: `บัญชีเปิดโหมดแชตไว้ เจ้าหน้าที่อาจตอบด้วยมือซ้อนกับระบบ ดูที่ ${MANAGER} › ตั้งค่า › ตั้งค่าการตอบกลับ`,

  noPublicUrl:
    'ยังไม่ได้ตั้ง PUBLIC_URL หรือไม่ใช่ที่อยู่แบบ https ไลน์ส่งข้อความถึงได้เฉพาะที่อยู่ https เช่น https://prongsai.example.go.th',
  webhookRight: (url: string) => `ที่อยู่ webhook ถูกต้อง: ${url}`,
  webhookSet: (url: string) => `ตั้งที่อยู่ webhook แล้ว: ${url}`,
  webhookRefused: (url: string) => `ไลน์ไม่รับที่อยู่ webhook ${url} ตรวจค่า PUBLIC_URL`,
  webhookOn: 'เปิดใช้ webhook แล้ว',
  webhookOff: `ยังไม่ได้เปิดใช้ webhook เปิดที่ ${CONSOLE} › ช่อง Messaging API › แท็บ Messaging API › Use webhook (เปิด Webhook redelivery ด้วย)`,
  webhookAnswers: 'ไลน์ทดสอบส่งถึงโปรแกรมได้',
  webhookSilent: (status: number, reason: string) =>
    status === 401
      ? `โปรแกรมไม่รับข้อความทดสอบของไลน์ ค่า LINE_CHANNEL_SECRET ไม่ตรง ดูที่ ${CONSOLE} › ช่อง Messaging API › แท็บ Basic settings › Channel secret แล้วเริ่มโปรแกรมใหม่`
      : `ไลน์ส่งข้อความทดสอบถึงโปรแกรมไม่ได้ (${reason} ${status}) ตรวจว่าเริ่มโปรแกรมแล้ว (npm start หรือ npm run deploy) และเปิด PUBLIC_URL จากอินเทอร์เน็ตได้`,

  menusMade: (count: number) => `จัดเมนูบนไลน์แล้ว ${formatCount(count)} แบบ`,
  menusRight: (count: number) => `เมนูบนไลน์ครบและเป็นปัจจุบัน ${formatCount(count)} แบบ`,
  linked: (count: number) => `ให้เมนูตามบทบาทแก่บุคลากรแล้ว ${formatCount(count)} คน`,
  linkedAlready: 'บุคลากรทุกคนมีเมนูตามบทบาทแล้ว',

  noLiff: `ยังไม่ได้ตั้ง LINE_LOGIN_CHANNEL_ID หรือ LIFF_ID สร้างที่ ${CONSOLE} › ผู้ให้บริการ (provider) เดียวกับช่อง Messaging API › ช่อง LINE Login › แท็บ LIFF`,
  liffOfOtherChannel:
    'LIFF_ID ไม่ได้อยู่ในช่องของ LINE_LOGIN_CHANNEL_ID (LIFF_ID ต้องขึ้นต้นด้วยเลขของช่อง) คัดลอกทั้งสองค่าจากช่อง LINE Login เดียวกัน',
  liffFits: 'LIFF_ID เป็นของช่อง LINE Login ที่ตั้งไว้',
  liffServed: (url: string) => `โปรแกรมให้บริการมินิแอปที่ ${url}`,
  liffNotServed: (url: string) =>
    `เปิดมินิแอปที่ ${url} ไม่ได้ ตรวจว่าเริ่มโปรแกรมแล้ว (npm start หรือ npm run deploy) และค่า PUBLIC_URL ถูกต้อง`,
  liffOtherServed: 'โปรแกรมที่ทำงานอยู่ใช้ LIFF_ID อื่น เริ่มโปรแกรมใหม่หลังจากแก้ค่า',
  liffEndpoint: (url: string) =>
    `ดูที่ ${CONSOLE} › ช่อง LINE Login › แท็บ LIFF ว่า Endpoint URL คือ ${url} และเลือก Scopes: openid, profile`,
  sameProvider: `ดูที่ ${CONSOLE} ว่าช่อง Messaging API กับช่อง LINE Login อยู่ใต้ผู้ให้บริการ (provider) เดียวกัน มิฉะนั้นระบบจะไม่รู้จักบุคลากรในมินิแอป`,

  groupsAllowed: 'บัญชีเข้ากลุ่มไลน์ได้',
  groupsSwitch: `ดูที่ ${MANAGER} › ตั้งค่า › ตั้งค่าบัญชี › อนุญาตให้เข้าร่วมกลุ่มแชต ว่าเปิดไว้ มิฉะนั้นจะเชิญบัญชีเข้ากลุ่มของหน่วยงานไม่ได้`,
  quotaFree: 'โควตาข้อความ: ไม่จำกัด',
  quota: (left: number, limit: number) =>
    `โควตาข้อความเดือนนี้เหลือ ${formatCount(left)} จาก ${formatCount(limit)} ข้อความ`,

  keyThere: 'กุญแจของหน่วยงานพร้อมใช้',
  keyMissing: 'ยังไม่มีกุญแจของหน่วยงาน รับเรื่องร้องเรียนไม่ได้ สร้างด้วย npm run keys -- make',
  keyWrong: 'กุญแจของหน่วยงานยังใช้ไม่ได้ ดูสาเหตุด้วย npm run keys -- check',
} as const;
