import type { StoreSettings } from '../settings.ts';
import type { OpenedOffice } from './open-office.ts';

type Reason = Extract<OpenedOffice, { kind: 'closed' }>['reason'];

/** Where the settings say that the office is. */
const place = ({ STORE, DATA_DIR, GOOGLE_CLOUD_PROJECT }: StoreSettings): string =>
  STORE === 'firestore' ? `โครงการ Firebase ${GOOGLE_CLOUD_PROJECT ?? ''}` : `โฟลเดอร์ ${DATA_DIR}`;

/** What every command of the office's admin may have to say before it begins. */
export const commandText = {
  missing: (lines: readonly string[]) => ['ทำไม่ได้ การตั้งค่ายังไม่ครบ:', ...lines.map((line) => `  ${line}`)],
  closed: (reason: Reason, settings: StoreSettings): string =>
    ({
      'no-office': `ไม่พบข้อมูลของหน่วยงานใน${place(settings)} ตรวจค่า ${settings.STORE === 'firestore' ? 'GOOGLE_CLOUD_PROJECT' : 'DATA_DIR'}`,
      'moved-away': `ข้อมูลของหน่วยงานย้ายออกจาก${place(settings)} แล้ว ตั้งค่า STORE ให้ตรงกับที่อยู่ปัจจุบัน แล้วสั่งใหม่`,
      'half-moved': `ข้อมูลของหน่วยงานยังย้ายเข้า${place(settings)} ไม่ครบ สั่ง npm run move คำสั่งเดิมอีกครั้งเพื่อทำต่อ`,
    })[reason],
  outOfReach:
    'ติดต่อ Cloud Firestore ไม่ได้ ตรวจอินเทอร์เน็ต ค่า GOOGLE_CLOUD_PROJECT และลงชื่อเข้าใช้ด้วย npm run deploy -- --login',
} as const;
