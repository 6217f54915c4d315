/** What kind of corruption a complaint is about. Stays in clear: alerts and statistics use it. */
export type CategoryId =
  | 'graft'
  | 'abuse'
  | 'procurement'
  | 'bribe'
  | 'assets'
  | 'personnel'
  | 'conflict'
  | 'misconduct'
  | 'service'
  | 'fairness'
  | 'other';

/** One category as screens and reports show it. */
export interface Category {
  readonly id: CategoryId;
  /** At most 20 graphemes: LINE's limit for a quick reply. */
  readonly label: string;
  /** The term of official tables. */
  readonly officialName: string;
  /** What a villager would recognise it by. */
  readonly explanation: string;
}

/**
 * Every category, in the order in which it is offered: what people meet most often first. The terms are those that Thai
 * offices use in their complaint manuals. With back and cancel they fill LINE's 13 quick replies exactly; who cannot tell
 * chooses the last one, so no button for skipping is needed beside them.
 */
export const CATEGORIES: readonly Category[] = [
  {
    id: 'bribe',
    label: 'เรียกรับสินบน/ของขวัญ',
    officialName: 'เรียกรับสินบนหรือของขวัญ',
    explanation: 'ขอหรือรับเงิน ของ หรือการเลี้ยง เพื่อแลกกับการทำหรือไม่ทำงานในหน้าที่',
  },
  {
    id: 'procurement',
    label: 'จัดซื้อจัดจ้าง',
    officialName: 'ทุจริตการจัดซื้อจัดจ้าง',
    explanation: 'ล็อกผู้รับจ้าง ราคาแพงผิดปกติ ของหรืองานไม่ตรงตามสัญญา ตรวจรับงานที่ไม่มีจริง',
  },
  {
    id: 'graft',
    label: 'ทุจริตต่อหน้าที่',
    officialName: 'ทุจริตต่อหน้าที่',
    explanation: 'เอาเงินหรือประโยชน์ของส่วนรวมไปเป็นของตน เช่น เบิกเท็จ ยักยอกเงิน',
  },
  {
    id: 'abuse',
    label: 'ใช้อำนาจ/ละเลยมิชอบ',
    officialName: 'ปฏิบัติหรือละเว้นการปฏิบัติหน้าที่โดยมิชอบ',
    explanation: 'ใช้อำนาจกลั่นแกล้งหรือช่วยพวกพ้อง หรือไม่ทำสิ่งที่กฎหมายให้ทำ จนมีผู้เสียหาย',
  },
  {
    id: 'assets',
    label: 'ใช้ทรัพย์สินราชการ',
    officialName: 'ใช้ทรัพย์สินของราชการโดยมิชอบ',
    explanation: 'เอารถ น้ำมัน เครื่องมือ หรือคนงานของหน่วยงานไปใช้เรื่องส่วนตัว',
  },
  {
    id: 'conflict',
    label: 'ผลประโยชน์ทับซ้อน',
    officialName: 'ผลประโยชน์ทับซ้อน',
    explanation: 'ตัดสินใจเรื่องที่ตนหรือญาติได้ประโยชน์ เช่น ให้งานกับร้านของครอบครัว',
  },
  {
    id: 'personnel',
    label: 'การบริหารงานบุคคล',
    officialName: 'ทุจริตการบริหารงานบุคคล',
    explanation: 'ซื้อขายตำแหน่ง รับคนเข้าทำงานหรือเลื่อนขั้นโดยไม่เป็นไปตามเกณฑ์',
  },
  {
    id: 'misconduct',
    label: 'ประพฤติไม่เหมาะสม',
    officialName: 'ประพฤติตนไม่สมควร',
    explanation: 'ประพฤติตนไม่เหมาะสมกับการเป็นเจ้าหน้าที่ของรัฐ เช่น ข่มขู่ เมาในเวลางาน',
  },
  {
    id: 'service',
    label: 'ไม่ให้บริการประชาชน',
    officialName: 'ไม่ให้บริการประชาชน',
    explanation: 'ไม่รับเรื่อง ถ่วงเวลา หรือเลือกให้บริการเฉพาะบางคน',
  },
  {
    id: 'fairness',
    label: 'ขอความเป็นธรรม',
    officialName: 'ขอความเป็นธรรม',
    explanation: 'ได้รับการปฏิบัติที่ไม่เป็นธรรมจากหน่วยงานหรือเจ้าหน้าที่',
  },
  {
    id: 'other',
    label: 'อื่น ๆ/ไม่แน่ใจ',
    officialName: 'อื่น ๆ',
    explanation: 'ไม่ตรงกับข้อใด หรือไม่แน่ใจว่าเป็นเรื่องใด เจ้าหน้าที่จะเป็นผู้จัดประเภทให้',
  },
];

const BY_ID = new Map<string, Category>(CATEGORIES.map((category) => [category.id, category]));

/** Every id, in the order of {@link CATEGORIES}. */
export const CATEGORY_IDS = CATEGORIES.map(({ id }) => id) as [CategoryId, ...CategoryId[]];

/** Whether a text is a category id: what comes back from a button is not trusted. */
export function isCategory(text: string): text is CategoryId {
  return BY_ID.has(text);
}

/** The category with this id. */
export function categoryOf(id: CategoryId): Category {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`no such category: ${id}`);
  return found;
}
