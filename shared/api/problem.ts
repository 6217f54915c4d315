/** What can go wrong with a call of the API. The mini-app decides by these, people read the sentence. */
export type ProblemCode =
  | 'bad-input'
  | 'too-large'
  | 'login-missing'
  | 'login-expired'
  | 'login-invalid'
  | 'not-a-member'
  | 'not-allowed'
  | 'not-found'
  | 'changed'
  | 'key-reused'
  | 'too-many'
  | 'line-unreachable'
  | 'not-set-up'
  | 'busy'
  | 'failed';

/** The body of every answer that is not a success. */
export interface Problem {
  readonly code: ProblemCode;
  /** Thai; says what to do. */
  readonly sentence: string;
  /** The field of the sent body that it is about, as a path: "reason", "steps.2.text". */
  readonly field?: string;
  /** With `changed`, where the route says so: what stands now, for the person to merge. */
  readonly current?: object;
}

interface Kind {
  readonly status: number;
  readonly sentence: string;
}

/** HTTP status and default sentence of each code. A feature may say it in its own words. */
export const PROBLEMS: Readonly<Record<ProblemCode, Kind>> = {
  'bad-input': { status: 400, sentence: 'ข้อมูลที่ส่งมาไม่ถูกต้อง กรุณาตรวจแล้วส่งใหม่' },
  'too-large': { status: 413, sentence: 'ข้อมูลใหญ่เกินไป กรุณาแบ่งส่งทีละส่วน' },
  'login-missing': { status: 401, sentence: 'กรุณาเข้าสู่ระบบด้วย LINE' },
  'login-expired': { status: 401, sentence: 'การเข้าสู่ระบบหมดเวลา กรุณาเข้าสู่ระบบด้วย LINE อีกครั้ง' },
  'login-invalid': { status: 401, sentence: 'ยืนยันตัวตนกับ LINE ไม่ได้ กรุณาปิดหน้านี้แล้วเปิดใหม่จากแชต' },
  'not-a-member': {
    status: 403,
    sentence: 'บัญชี LINE นี้ยังไม่ได้ลงทะเบียนเป็นบุคลากร กรุณาขอรหัสจากผู้ดูแลระบบ แล้วพิมพ์ ลงทะเบียน ตามด้วยรหัส ในแชต',
  },
  'not-allowed': { status: 403, sentence: 'ท่านไม่มีสิทธิ์ใช้ส่วนนี้ หากคิดว่าควรมี กรุณาแจ้งผู้ดูแลระบบ' },
  'not-found': { status: 404, sentence: 'ไม่พบสิ่งที่ขอ อาจถูกลบไปแล้ว หรือท่านไม่มีสิทธิ์เปิด' },
  changed: { status: 409, sentence: 'มีผู้อื่นแก้ไขเรื่องนี้ไปก่อน กรุณาดูข้อมูลล่าสุดแล้วส่งอีกครั้ง' },
  'key-reused': { status: 422, sentence: 'คำขอนี้ซ้ำกับคำขอก่อนแต่เนื้อหาไม่ตรงกัน กรุณาโหลดหน้านี้ใหม่' },
  'too-many': { status: 429, sentence: 'ส่งคำขอถี่เกินไป กรุณารอหนึ่งนาทีแล้วลองใหม่' },
  'line-unreachable': { status: 503, sentence: 'ติดต่อ LINE เพื่อยืนยันตัวตนไม่ได้ กรุณาลองใหม่ในอีกสักครู่' },
  'not-set-up': { status: 503, sentence: 'หน่วยงานยังไม่ได้ตั้งค่าการเข้าสู่ระบบด้วย LINE กรุณาแจ้งผู้ดูแลระบบ' },
  busy: { status: 503, sentence: 'ระบบมีผู้ใช้มาก กรุณาลองใหม่ในอีกสักครู่' },
  failed: { status: 500, sentence: 'ระบบขัดข้อง ยังไม่ได้บันทึก กรุณาลองใหม่อีกครั้ง' },
};
