import type { Element } from './completeness.ts';
import type { Question } from './questions.ts';
import type { StatusId } from './status-id.ts';

/** Every sentence of this folder. Names of categories, bodies and holidays stand in their own tables. */

/**
 * The first card. What is protected, and what is not, before anything is asked. The word for this lane is ปกปิดชื่อ
 * (confidential): LINE knows who writes, so it is never called anonymous.
 */
export const welcomeText = {
  title: 'ร้องเรียนการทุจริต',
  kicker: 'ปกปิดชื่อผู้ร้อง',
  honestLines: [
    'ไม่ถามชื่อท่าน หน่วยงานไม่เห็นว่าท่านเป็นใคร และไม่เก็บบัญชี LINE ไว้กับเรื่อง',
    'สิ่งที่ท่านส่งถูกเข้ารหัสทันทีที่มาถึง เปิดอ่านได้เฉพาะเจ้าหน้าที่ที่มีสิทธิ์ในเรื่องนั้น',
    'บริษัท LINE รู้ได้ว่าบัญชีใดคุยกับหน่วยงาน และข้อความยังอยู่ในโทรศัพท์ของท่านจนกว่าจะลบ',
    'เรื่องที่มีท่านรู้คนเดียวอาจทำให้เดาได้ว่าใครเล่า ควรเล่าสิ่งที่หลายคนรู้เห็น',
  ],
  truthfulness: 'ขอให้เล่าตามที่รู้เห็น สิ่งใดไม่แน่ใจบอกว่าไม่แน่ใจได้',
  howItGoes: 'ตอบทีละข้อ ข้ามข้อที่ไม่ทราบได้ แก้ไขหรือยกเลิกได้ก่อนส่งเรื่อง',
  elsewhere: 'ไม่สะดวกร้องเรียนที่นี่ ติดต่อหน่วยงานเหล่านี้ได้โดยตรง',
  hotline: (name: string, number: string) => `${name} โทร ${number}`,
  begin: 'เริ่ม',
  notNow: 'ไม่ใช่ตอนนี้',
} as const;

/** What one question says. */
export interface QuestionText {
  /** What the review calls it. */
  readonly name: string;
  readonly question: string;
  readonly hint: string;
}

/** The questions, one at a time. */
export const questionTexts: Readonly<Record<Question, QuestionText>> = {
  category: {
    name: 'ประเภทเรื่อง',
    question: 'เป็นเรื่องประเภทใด',
    hint: 'เลือกข้อที่ใกล้เคียงที่สุด ไม่แน่ใจก็เลือกข้อสุดท้ายได้',
  },
  who: {
    name: 'ผู้ถูกกล่าวหา',
    question: 'เรื่องนี้เกี่ยวกับใคร',
    hint: 'พิมพ์ชื่อหรือตำแหน่ง ไม่รู้ชื่อให้บอกลักษณะที่พอรู้ว่าเป็นใคร',
  },
  whoUnit: {
    name: 'กองหรืองานที่สังกัด',
    question: 'ผู้นั้นอยู่กองหรืองานใด',
    hint: 'ระบบจะไม่ให้เจ้าหน้าที่ของกองนั้นเปิดอ่านเรื่องนี้',
  },
  what: {
    name: 'เหตุการณ์',
    question: 'เกิดอะไรขึ้น',
    hint: 'เล่าตามลำดับ ใครทำอะไร เป็นเงินหรือของเท่าใด โครงการใด พิมพ์หลายข้อความได้ ไม่ต้องบอกว่าท่านเป็นใคร',
  },
  when: {
    name: 'วันเวลา',
    question: 'เกิดขึ้นเมื่อใด',
    hint: 'วันที่และเวลา หรือช่วงโดยประมาณ เช่น ต้นเดือนมีนาคม หรือ เกิดขึ้นทุกเดือน',
  },
  where: {
    name: 'สถานที่',
    question: 'เกิดขึ้นที่ใด',
    hint: 'ชื่อสถานที่ หมู่บ้าน หรือโครงการ ส่งตำแหน่งที่ตั้งใน LINE ก็ได้',
  },
  evidence: {
    name: 'พยานหลักฐาน',
    question: 'มีภาพ เสียง เอกสาร หรือหลักฐานอื่นหรือไม่',
    hint: 'ส่งภาพ วิดีโอ เสียง ไฟล์ หรือตำแหน่งได้หลายชิ้น หรือพิมพ์บอกว่าหลักฐานอยู่ที่ใด ไม่ต้องเสี่ยงไปหาเพิ่ม',
  },
  witnesses: {
    name: 'พยานบุคคล',
    question: 'มีผู้อื่นที่รู้เห็นหรือไม่',
    hint: 'พิมพ์ชื่อหรือบอกว่าเป็นใคร เช่น คนขายของหน้าสำนักงาน ไม่ต้องใส่ชื่อท่านเอง',
  },
  elsewhere: {
    name: 'เคยแจ้งที่อื่น',
    question: 'เคยแจ้งเรื่องนี้ที่อื่นหรือไม่',
    hint: 'ถ้าเคย พิมพ์ว่าแจ้งที่ใด เมื่อใด และผลเป็นอย่างไร',
  },
};

/** Buttons of the conversation; each fits LINE's 20 graphemes. */
export const intakeButtons = {
  skip: 'ข้าม',
  done: 'ต่อไป',
  back: 'ย้อนกลับ',
  clear: 'ลบคำตอบข้อนี้',
  cancel: 'ยกเลิก',
  edit: 'แก้ไข',
  file: 'ส่งเรื่อง',
  resume: 'ทำต่อ',
  restart: 'เริ่มใหม่',
  head: 'ผู้บริหารสูงสุดของหน่วยงาน',
  unknown: 'ไม่ทราบ',
  nowhere: 'ยังไม่เคยแจ้ง',
  saved: 'บันทึกรหัสแล้ว',
} as const;

/** What the conversation answers. Numbers are counts. */
export const intakeText = {
  step: (number: number, of: number) => `ข้อ ${number} จาก ${of}`,
  keptText: (left: number) =>
    left > 0 ? `รับไว้แล้ว พิมพ์เพิ่มได้อีก ${left} ข้อความ หรือกด ต่อไป` : 'รับไว้แล้ว ข้อนี้ครบจำนวนข้อความแล้ว กด ต่อไป',
  keptElsewhere: (name: string) => `เก็บข้อความนี้ไว้ในข้อ ${name} แล้ว`,
  keptFile: (left: number) => (left > 0 ? `รับไว้แล้ว ส่งเพิ่มได้อีก ${left} ชิ้น` : 'รับไว้แล้ว ครบจำนวนที่แนบได้แล้ว'),
  tooLong: (max: string) => `ข้อความยาวเกิน ${max} ตัวอักษร ระบบไม่ได้เก็บไว้ กรุณาแบ่งเป็นหลายข้อความ`,
  tooManyTexts: (max: number) => `ข้อนี้รับได้ ${max} ข้อความ ข้อความล่าสุดไม่ได้เก็บไว้ กด ต่อไป หรือ ลบคำตอบข้อนี้ แล้วพิมพ์ใหม่`,
  tooManyFiles: (max: number) => `แนบได้ ${max} ชิ้นต่อเรื่อง ชิ้นล่าสุดไม่ได้เก็บไว้ ส่งเพิ่มได้ภายหลังด้วยรหัสติดตาม`,
  notHere: 'ขออภัย ใช้สิ่งที่ส่งมากับข้อนี้ไม่ได้ และไม่ได้เก็บไว้ กรุณาเลือกจากปุ่ม',
  cleared: (name: string) => `ลบคำตอบข้อ ${name} แล้ว`,
  pausedQuestion: 'มีเรื่องที่เขียนค้างไว้ จะทำต่อหรือเริ่มใหม่ เริ่มใหม่จะลบสิ่งที่เขียนไว้ทั้งหมด',
  reviewTitle: 'ตรวจก่อนส่งเรื่อง',
  answered: 'ตอบแล้ว',
  notAnswered: 'ยังไม่ได้ตอบ',
  attachments: (count: number) => `แนบ ${count} ชิ้น`,
  reviewNote: 'เมื่อส่งเรื่องแล้ว การยกเลิกข้อความใน LINE จะไม่ลบสิ่งที่ส่งให้หน่วยงาน',
  nothingToFile: 'ยังไม่มีข้อความหรือหลักฐาน กรุณาเล่าเหตุการณ์อย่างน้อยหนึ่งข้อความก่อนส่งเรื่อง',
  cancelled: 'ยกเลิกแล้ว ลบทุกอย่างที่เขียนไว้แล้ว ข้อความในโทรศัพท์ของท่านลบได้จากเมนูของ LINE',
  expired: 'เรื่องที่เขียนค้างไว้เกิน 24 ชั่วโมงถูกลบแล้ว เริ่มใหม่ได้โดยพิมพ์ ร้องเรียน',
  outdated: 'ขออภัย ระบบเปลี่ยนรุ่นระหว่างที่ท่านเขียน เรื่องที่ค้างไว้ใช้ต่อไม่ได้และถูกลบแล้ว กรุณาเริ่มใหม่โดยพิมพ์ ร้องเรียน',
  nothingOpen: 'ไม่มีเรื่องที่เขียนค้างไว้ หากต้องการร้องเรียน พิมพ์ ร้องเรียน',
  receiptAgain: 'ส่งเรื่องแล้ว กรุณาจดรหัสติดตามลงกระดาษ แล้วกด บันทึกรหัสแล้ว',
  receiptSaved: 'เรียบร้อยแล้ว ในระบบไม่มีสิ่งใดโยงเรื่องนี้กับบัญชี LINE ของท่าน ดูความคืบหน้าได้ด้วยรหัสติดตามเท่านั้น',
} as const;

/** When nobody in the office may read the case. */
export const routingText = {
  nobody:
    'ขณะนี้หน่วยงานไม่มีเจ้าหน้าที่ที่เป็นอิสระจากผู้ถูกกล่าวหา จึงยังไม่ได้ส่งเรื่อง เพื่อความปลอดภัยของท่าน กรุณาแจ้งหน่วยงานเหล่านี้แทน',
  headNote: 'เรื่องของผู้บริหารสูงสุด เปิดอ่านได้เฉพาะผู้ที่หน่วยงานกำหนดไว้ หรือแจ้งหน่วยงานภายนอกได้โดยตรง',
} as const;

/** The completeness meter. */
export const completenessText = {
  meter: (filled: number, of: number) => `ครบ ${filled} จาก ${of} ข้อที่ทำให้ตรวจสอบได้`,
  complete: 'ข้อมูลครบทุกข้อที่ทำให้ตรวจสอบได้',
  incomplete: 'ส่งเรื่องได้แม้ไม่ครบ เรื่องที่ไม่ระบุชื่อผู้ร้องจะตรวจสอบได้ง่ายขึ้นถ้ามีข้อมูลเหล่านี้',
  missing: {
    who: 'ชื่อหรือลักษณะของผู้ถูกกล่าวหา',
    whoUnit: 'กองหรืองานที่ผู้ถูกกล่าวหาสังกัด',
    what: 'เหตุการณ์ที่เกิดขึ้น',
    when: 'วันหรือช่วงเวลาที่เกิด',
    where: 'สถานที่หรือโครงการ',
    evidence: 'ภาพ เอกสาร หรือหลักฐานอื่น',
    witnesses: 'ผู้อื่นที่รู้เห็น',
  } satisfies Readonly<Record<Element, string>>,
} as const;

/** Statuses: the office's word, and what the complainant reads. */
export const statusTexts: Readonly<
  Record<StatusId, { readonly label: string; readonly plainWords: string }>
> = {
  received: {
    label: 'รับเรื่อง',
    plainWords: 'หน่วยงานได้รับเรื่องของท่านแล้ว เจ้าหน้าที่จะเปิดอ่านและแจ้งความคืบหน้าที่นี่',
  },
  screening: {
    label: 'คัดกรอง',
    plainWords: 'เจ้าหน้าที่กำลังอ่านเรื่องและดูว่าอยู่ในอำนาจของหน่วยงานหรือไม่',
  },
  'more-info': {
    label: 'ขอข้อมูลเพิ่ม',
    plainWords: 'เจ้าหน้าที่อยากถามเพิ่ม กรุณาอ่านคำถามและตอบที่นี่เท่าที่ทราบ ท่านไม่ต้องบอกชื่อ',
  },
  'fact-finding': {
    label: 'ตรวจสอบข้อเท็จจริง',
    plainWords: 'หน่วยงานกำลังตรวจสอบว่าเกิดอะไรขึ้น ระหว่างนี้ส่งข้อมูลเพิ่มได้',
  },
  action: {
    label: 'กำลังดำเนินการ',
    plainWords: 'ตรวจสอบแล้ว หน่วยงานกำลังดำเนินการตามผลที่พบ',
  },
  'result-told': {
    label: 'แจ้งผล',
    plainWords: 'หน่วยงานแจ้งผลแล้ว กรุณาอ่านผลที่นี่ หากเห็นว่ายังไม่ได้แก้ไขจริง บอกได้',
  },
  closed: {
    label: 'ยุติเรื่อง',
    plainWords: 'หน่วยงานปิดเรื่องนี้แล้ว หากปัญหายังอยู่หรือมีข้อมูลใหม่ ท่านขอให้พิจารณาอีกครั้งได้',
  },
  forwarded: {
    label: 'ส่งต่อหน่วยงานอื่น',
    plainWords: 'หน่วยงานส่งเรื่องให้หน่วยงานที่มีอำนาจแล้ว อ่านชื่อหน่วยงานและวิธีติดตามได้ที่นี่',
  },
  'not-accepted': {
    label: 'ไม่รับเรื่อง',
    plainWords: 'หน่วยงานไม่รับเรื่องนี้ อ่านเหตุผลได้ที่นี่ หากมีข้อมูลเพิ่ม ท่านขอให้พิจารณาอีกครั้งได้',
  },
  disputed: {
    label: 'ผู้ร้องขอให้ทบทวน',
    plainWords: 'หน่วยงานได้รับคำขอให้พิจารณาอีกครั้งแล้ว เริ่มนับวันใหม่ และจะแจ้งผลที่นี่',
  },
  reopened: {
    label: 'เปิดเรื่องใหม่',
    plainWords: 'หน่วยงานเปิดเรื่องนี้ขึ้นพิจารณาอีกครั้ง และจะแจ้งผลใหม่ที่นี่',
  },
};

/** How a clock stands. */
export const clockText = {
  daysLeft: (days: number) => (days === 0 ? 'ครบกำหนดวันนี้' : `เหลือ ${days} วัน`),
  overdueBy: (days: number) => `เกินกำหนด ${days} วัน`,
  stopped: 'ตอบแล้ว',
} as const;

/** Statistics. */
export const statisticsText = {
  none: 'ไม่มีเรื่องร้องเรียน',
  received: 'รับเรื่องทั้งหมด',
  finished: 'ดำเนินการแล้วเสร็จ',
  inProgress: 'อยู่ระหว่างดำเนินการ',
  onTime: 'ตอบภายในกำหนด',
  late: 'ตอบเกินกำหนด',
  overdue: 'เกินกำหนดและยังไม่ตอบ',
  averageDays: (days: string) => `ใช้เวลาเฉลี่ย ${days} วัน`,
  merged: (below: number) => `ประเภทที่มีน้อย (ไม่แสดงแยกเมื่อน้อยกว่า ${below} เรื่อง)`,
  heldBack: 'ไม่แสดงเพราะจำนวนน้อย',
} as const;

/** The statistics as a document, for the office's website and the ITA. Numbers come in Arabic digits. */
export const statisticsDocumentText = {
  title: 'ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ',
  of: (office: string) => `ของ${office}`,
  period: {
    month: (month: string) => `ประจำเดือน${month}`,
    half: (year: string, half: 1 | 2) =>
      `ประจำปีงบประมาณ พ.ศ. ${year} รอบ 6 เดือน${half === 1 ? 'แรก' : 'หลัง'}`,
    year: (year: string) => `ประจำปีงบประมาณ พ.ศ. ${year}`,
    range: (first: string, last: string) => `วันที่ ${first} ถึงวันที่ ${last}`,
  },
  intro: (office: string, first: string, last: string, asOf: string) =>
    `${office === '' ? 'หน่วยงาน' : office}ขอรายงานข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ ที่ได้รับระหว่างวันที่ ${first} ถึงวันที่ ${last} ข้อมูล ณ วันที่ ${asOf} ดังนี้`,
  none: `ในช่วงเวลาดังกล่าว ${statisticsText.none}การทุจริตและประพฤติมิชอบของเจ้าหน้าที่`,
  totals: 'สรุปจำนวนเรื่องร้องเรียน',
  byMonth: 'จำนวนเรื่องร้องเรียนรายเดือน',
  byCategory: 'จำนวนเรื่องร้องเรียนตามประเภท',
  item: 'รายการ',
  count: 'จำนวน (เรื่อง)',
  month: 'เดือน',
  category: 'ประเภทเรื่อง',
  received: 'รับเรื่อง',
  finished: 'แล้วเสร็จ',
  inProgress: 'อยู่ระหว่างดำเนินการ',
  total: 'รวม',
  averageDays: 'ระยะเวลาดำเนินการเฉลี่ย (วัน)',
  merged: 'ประเภทอื่นที่มีจำนวนน้อย',
  notes: 'หมายเหตุ',
  noteMerged: (below: number) => `ประเภทที่มีน้อยกว่า ${below} เรื่องแสดงรวมกับประเภทอื่น เพื่อคุ้มครองผู้ร้องและผู้เกี่ยวข้อง`,
  noteHeldBack: 'ไม่แสดงจำนวนที่ตอบภายในกำหนดหรือระยะเวลาเฉลี่ย เพราะจำนวนเรื่องน้อย เพื่อคุ้มครองผู้ร้องและผู้เกี่ยวข้อง',
  noteLater: 'จำนวนตามประเภทจะแสดงเมื่อสิ้นสุดรอบรายงาน',
  noteMonth: 'รายงานรายเดือนแสดงเฉพาะจำนวนรวม รายละเอียดอยู่ในรายงานรอบ 6 เดือนและรายปี',
  fileName: (period: string) => `สถิติเรื่องร้องเรียน ${period}`,
} as const;
