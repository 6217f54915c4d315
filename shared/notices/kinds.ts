import type { NoticeKindId } from './kind-ids.ts';

/** What a kind of notice is: words for screens, what its card holds besides the text, and its rules. Data, not code. */
export interface NoticeKind {
  readonly id: NoticeKindId;
  readonly label: string;
  /** One line for whoever chooses a kind. */
  readonly hint: string;
  /** First words of a new notice: `{office}`, `{year}`, `{executive}` stand for the office's own. */
  readonly title: string;
  readonly text: string;
  /** Short points that every card of the kind carries; nobody can edit them away. */
  readonly points: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly asksAck: boolean;
  /** Days until it should have been read. */
  readonly readDays?: number;
  /** It has to be in LINE before it is on the website, with proof of both. */
  readonly lineBeforeWebsite: boolean;
  /** Who signs: the card names the executive. */
  readonly signed: boolean;
  /** The card opens the 1:1 chat with this first message. */
  readonly opensChatWith?: string;
}

/**
 * No Gift rules: NACC act B.E. 2561 s. 128 (3,000 baht, report within 30 days) and the stricter policy of refusing every
 * gift from duty. Complaints: what the complaint room of this program really does.
 */
export const NOTICE_KINDS: readonly NoticeKind[] = [
  {
    id: 'general',
    label: 'ประกาศทั่วไป',
    hint: 'เรื่องที่ต้องการแจ้งให้บุคลากรทราบ',
    title: 'แจ้งบุคลากร{office}',
    text: 'เรียน ผู้บริหาร พนักงานส่วนท้องถิ่น และพนักงานจ้างทุกท่าน\n\n{office} ขอแจ้งให้ทราบว่า ',
    points: [],
    asksAck: false,
    lineBeforeWebsite: false,
    signed: false,
  },
  {
    id: 'no-gift',
    label: 'No Gift Policy',
    hint: 'ประกาศเจตนารมณ์ไม่รับของขวัญ พร้อมแนวปฏิบัติ',
    title: 'นโยบายไม่รับของขวัญจากการปฏิบัติหน้าที่ (No Gift Policy) ปีงบประมาณ พ.ศ. {year}',
    text: '{office} ขอประกาศเจตนารมณ์ว่า ผู้บริหาร พนักงานส่วนท้องถิ่น และพนักงานจ้างทุกคน จะไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ ทั้งก่อน ขณะ และหลังปฏิบัติหน้าที่ ขอความร่วมมือประชาชนและคู่สัญญางดให้ของขวัญ โดยแสดงความปรารถนาดีด้วยคำอวยพรแทน',
    points: [
      {
        heading: 'สิ่งที่ต้องปฏิเสธ',
        lines: ['เงิน ของขวัญ กระเช้า บัตรกำนัล การเลี้ยงรับรอง ส่วนลด หรือประโยชน์อื่นใด ที่ให้เพราะตำแหน่งหน้าที่'],
      },
      {
        heading: 'เกณฑ์ 3,000 บาท',
        lines: [
          'กฎหมาย ป.ป.ช. ให้รับโดยธรรมจรรยาจากผู้ที่ไม่ใช่ญาติได้ไม่เกิน 3,000 บาทต่อคนต่อโอกาส แต่นโยบายนี้ให้ปฏิเสธของขวัญจากการปฏิบัติหน้าที่ทุกมูลค่า',
        ],
      },
      {
        heading: 'หากปฏิเสธไม่ได้',
        lines: [
          'ส่งคืนทันที หรือส่งมอบหน่วยงาน แล้วบันทึกในทะเบียนรับของขวัญ มูลค่าเกิน 3,000 บาท ต้องรายงานผู้บังคับบัญชาภายใน 30 วัน',
        ],
      },
    ],
    asksAck: true,
    readDays: 7,
    lineBeforeWebsite: false,
    signed: true,
  },
  {
    id: 'spending-plan',
    label: 'แผนการใช้จ่ายงบประมาณ',
    hint: 'แจ้งแผนในไลน์ก่อนเผยแพร่ทางเว็บไซต์',
    title: 'แผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. {year}',
    text: '{office} จัดทำแผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. {year} แล้ว ขอให้บุคลากรทุกท่านตรวจดูรายละเอียด หากมีข้อสอบถามหรือข้อทักท้วง แจ้งกองคลังได้ก่อนเผยแพร่ทางเว็บไซต์',
    points: [],
    asksAck: true,
    readDays: 7,
    lineBeforeWebsite: true,
    signed: false,
  },
  {
    id: 'training-criteria',
    label: 'หลักเกณฑ์การฝึกอบรม',
    hint: 'หลักเกณฑ์คัดเลือกผู้เข้ารับการฝึกอบรมตามตำแหน่ง',
    title: 'หลักเกณฑ์การคัดเลือกบุคลากรเข้ารับการฝึกอบรม',
    text: '{office} กำหนดหลักเกณฑ์การคัดเลือกบุคลากรเข้ารับการฝึกอบรม ประจำปีงบประมาณ พ.ศ. {year} โดยพิจารณาจากตำแหน่ง หน้าที่ความรับผิดชอบ และความจำเป็นของงาน รายละเอียดตามเอกสารแนบ',
    points: [],
    asksAck: true,
    readDays: 7,
    lineBeforeWebsite: false,
    signed: false,
  },
  {
    id: 'appraisal-criteria',
    label: 'หลักเกณฑ์การประเมินผล',
    hint: 'หลักเกณฑ์การประเมินผลการปฏิบัติงาน',
    title: 'หลักเกณฑ์การประเมินผลการปฏิบัติงาน ปีงบประมาณ พ.ศ. {year}',
    text: '{office} ขอแจ้งเวียนหลักเกณฑ์และวิธีการประเมินผลการปฏิบัติงาน ปีงบประมาณ พ.ศ. {year} ให้ทุกตำแหน่งทราบก่อนเริ่มรอบการประเมิน รายละเอียดตามเอกสารแนบ',
    points: [],
    asksAck: true,
    readDays: 7,
    lineBeforeWebsite: false,
    signed: false,
  },
  {
    id: 'property-loan',
    label: 'การยืมทรัพย์สินของราชการ',
    hint: 'ขั้นตอนการขอยืมและคืนพัสดุ',
    title: 'แนวทางการขอยืมทรัพย์สินของราชการ',
    text: 'ผู้ประสงค์จะยืมพัสดุของ{office} โปรดปฏิบัติตามแนวทางนี้',
    points: [
      {
        heading: 'ขั้นตอน',
        lines: [
          '1. กรอกใบยืมพัสดุ ระบุเหตุผลและกำหนดวันส่งคืน',
          '2. ยื่นที่งานพัสดุ กองคลัง และรอการอนุมัติ',
          '3. รับพัสดุพร้อมตรวจสภาพ และส่งคืนตามกำหนด',
        ],
      },
      {
        heading: 'ข้อพึงระวัง',
        lines: ['ห้ามนำทรัพย์สินของราชการไปใช้ส่วนตัว พัสดุชำรุดหรือสูญหาย ผู้ยืมต้องรับผิดชอบตามระเบียบ'],
      },
    ],
    asksAck: false,
    lineBeforeWebsite: false,
    signed: false,
  },
  {
    id: 'manual',
    label: 'คู่มือ',
    hint: 'คู่มือการปฏิบัติงานหรือการให้บริการ',
    title: 'คู่มือการปฏิบัติงาน',
    text: '{office} จัดทำคู่มือเพื่อใช้เป็นมาตรฐานเดียวกันในการปฏิบัติงาน ขอให้บุคลากรที่เกี่ยวข้องศึกษาและถือปฏิบัติ',
    points: [],
    asksAck: true,
    readDays: 14,
    lineBeforeWebsite: false,
    signed: false,
  },
  {
    id: 'ethics',
    label: 'ประมวลจริยธรรม',
    hint: 'แจ้งเวียนประมวลจริยธรรมให้ถือปฏิบัติ',
    title: 'ประมวลจริยธรรมพนักงานส่วนท้องถิ่น',
    text: '{office} ขอแจ้งเวียนประมวลจริยธรรมพนักงานส่วนท้องถิ่น ให้ผู้บริหาร พนักงานส่วนท้องถิ่น และพนักงานจ้างทุกท่านทราบและถือปฏิบัติ รายละเอียดตามเอกสารแนบ',
    points: [],
    asksAck: true,
    readDays: 14,
    lineBeforeWebsite: false,
    signed: false,
  },
  {
    id: 'complaint-guide',
    label: 'วิธีร้องเรียนการทุจริต',
    hint: 'บัตรแนะนำช่องทางร้องเรียนโดยไม่ต้องแจ้งชื่อ',
    title: 'ร้องเรียนการทุจริตได้โดยไม่ต้องแจ้งชื่อ',
    text: 'พบเห็นการทุจริตหรือประพฤติมิชอบของบุคลากร{office} แจ้งได้ในแชตส่วนตัวกับบัญชีนี้',
    points: [
      {
        heading: 'สิ่งที่คุ้มครอง',
        lines: ['ไม่ถามชื่อ ไม่เก็บบัญชีไลน์ไว้กับเรื่อง ข้อความถูกปิดผนึก เปิดอ่านได้เฉพาะเจ้าหน้าที่รับเรื่อง'],
      },
      { heading: 'เริ่มอย่างไร', lines: ['เปิดแชตส่วนตัว พิมพ์ "ร้องเรียน" แล้วตอบทีละข้อ ห้ามเขียนในกลุ่ม'] },
      {
        heading: 'ติดตามผล',
        lines: ['เก็บรหัสติดตามที่ได้รับเมื่อส่งเรื่อง แล้วพิมพ์ "ติดตาม" ในแชตส่วนตัวเมื่อใดก็ได้'],
      },
    ],
    asksAck: false,
    lineBeforeWebsite: false,
    signed: false,
    opensChatWith: 'ร้องเรียน',
  },
];

const BY_ID = new Map(NOTICE_KINDS.map((kind) => [kind.id, kind]));

/** The kind with this id. */
export function noticeKind(id: NoticeKindId): NoticeKind {
  const kind = BY_ID.get(id);
  if (!kind) throw new RangeError(`no notice kind ${id}`);
  return kind;
}

/** Title and text with the office's own names in them. `year` is a พ.ศ. number. */
export function filledTemplate(
  kind: NoticeKind,
  own: { readonly officeName: string; readonly year: string },
): { readonly title: string; readonly text: string } {
  const fill = (template: string) =>
    template.replaceAll('{office}', own.officeName || 'หน่วยงาน').replaceAll('{year}', own.year);
  return { title: fill(kind.title), text: fill(kind.text) };
}
