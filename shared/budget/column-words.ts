/** What a column of a budget table can be. `transferNet` is one column of signed transfers; `other` is known and not needed. */
export type ColumnField =
  | 'program'
  | 'task'
  | 'budgetGroup'
  | 'category'
  | 'subCategory'
  | 'item'
  | 'unit'
  | MoneyColumn
  | 'other';

export type MoneyColumn =
  | 'approved'
  | 'transferIn'
  | 'transferOut'
  | 'transferNet'
  | 'revised'
  | 'obligated'
  | 'disbursed'
  | 'remaining';

export const MONEY_COLUMNS = [
  'approved',
  'transferIn',
  'transferOut',
  'transferNet',
  'revised',
  'obligated',
  'disbursed',
  'remaining',
] as const satisfies readonly MoneyColumn[];

/** Columns that name the groups of a line, coarsest first. */
export const GROUP_COLUMNS = ['program', 'task', 'budgetGroup', 'category', 'subCategory'] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/**
 * The words by which each column is known, best first, without spaces and signs, in lower case. No e-LAAS export was at hand:
 * these are the headers of public files (three styles) and what offices call the same things; what is missing is asked.
 */
export const COLUMN_WORDS: Readonly<Record<ColumnField, readonly string[]>> = {
  program: ['แผนงาน', 'ด้านแผนงาน', 'plan', 'program', 'budgetaryplan'],
  task: ['งาน', 'กลุ่มงาน', 'work', 'task'],
  budgetGroup: [
    'งบ',
    'งบรายจ่าย',
    'ประเภทงบประมาณ',
    'ประเภทงบรายจ่าย',
    'ประเภทงบ',
    'budgetgroup',
    'budgetarytype',
  ],
  category: [
    'หมวด',
    'หมวดรายจ่าย',
    'หมวดค่าใช้จ่าย',
    'ประเภทงบประมาณย่อย',
    'expensecategory',
    'category',
    'budgetarytype2',
  ],
  subCategory: ['ประเภท', 'ประเภทรายจ่าย', 'subcategory', 'preproject'],
  item: [
    'รายการ',
    'ชื่อรายการ',
    'รายการรายจ่าย',
    'โครงการรายการ',
    'รายการโครงการ',
    'โครงการกิจกรรม',
    'ชื่อโครงการ',
    'โครงการ',
    'รายละเอียด',
    'item',
    'project',
  ],
  unit: [
    'ผู้รับผิดชอบ',
    'หน่วยงานผู้รับผิดชอบ',
    'หน่วยงานที่รับผิดชอบ',
    'หน่วยงานรับผิดชอบ',
    'หน่วยรับงบประมาณ',
    'หน่วยงาน',
    'สำนักกอง',
    'กอง',
    'ส่วนราชการ',
    'department',
    'budgetaryuser',
  ],
  approved: [
    'งบประมาณตั้งไว้',
    'งบประมาณที่ตั้งไว้',
    'ตั้งไว้',
    'งบประมาณอนุมัติ',
    'งบประมาณที่ได้รับอนุมัติ',
    'งบประมาณที่ได้รับจัดสรร',
    'งบประมาณตามข้อบัญญัติ',
    'งบประมาณตามเทศบัญญัติ',
    'ข้อบัญญัติ',
    'เทศบัญญัติ',
    'ประมาณการรายจ่าย',
    'ประมาณการ',
    'งบประมาณรายจ่าย',
    'งบประมาณที่ได้รับ',
  ],
  transferIn: ['โอนเพิ่ม', 'โอนงบประมาณเพิ่ม', 'การโอนงบประมาณเพิ่ม', 'โอนเข้า', 'รับโอน'],
  transferOut: ['โอนลด', 'โอนงบประมาณลด', 'การโอนงบประมาณลด', 'โอนออก'],
  transferNet: ['โอนเพิ่มลด', 'โอนเพิ่มโอนลด', 'โอนงบประมาณเพิ่มลด', 'โอนงบประมาณ', 'การโอนงบประมาณ', 'โอน'],
  revised: [
    'งบประมาณหลังโอน',
    'หลังโอน',
    'งบหลังโอน',
    'งบประมาณหลังการโอน',
    'งบประมาณหลังโอนเพิ่มลด',
    'งบประมาณหลังโอนเปลี่ยนแปลง',
    'งบประมาณคงเหลือหลังโอน',
    'งบประมาณสุทธิ',
    'รวมงบประมาณ',
    'งบประมาณรวม',
    'งบประมาณทั้งสิ้น',
  ],
  obligated: ['ผูกพัน', 'ก่อหนี้ผูกพัน', 'ภาระผูกพัน', 'ยอดผูกพัน', 'งบประมาณผูกพัน', 'ก่อหนี้ผูกพันแล้ว', 'ก่อหนี้'],
  disbursed: [
    'เบิกจ่าย',
    'เบิกจ่ายสะสม',
    'เบิกจ่ายแล้ว',
    'เบิกจ่ายจริง',
    'เบิกจ่ายทั้งสิ้น',
    'รวมเบิกจ่าย',
    'ยอดเบิกจ่าย',
    'ผลการเบิกจ่าย',
    'งบประมาณเบิกจ่าย',
    'งบประมาณที่เบิกจ่าย',
    'จ่ายจริง',
    'จ่ายแล้ว',
    'รายจ่ายจริง',
    'งบประมาณที่ใช้ไป',
    'งบประมาณที่ใช้จ่าย',
  ],
  remaining: ['คงเหลือ', 'งบประมาณคงเหลือ', 'ยอดคงเหลือ', 'เงินคงเหลือ', 'คงเหลือสุทธิ'],
  other: [
    'ลำดับ',
    'ลำดับที่',
    'ที่',
    'no',
    'page',
    'หน้า',
    'ร้อยละ',
    'คิดเป็นร้อยละ',
    'ร้อยละการเบิกจ่าย',
    'ร้อยละเบิกจ่าย',
    '%',
    'ราคาหน่วย',
    'ราคาต่อหน่วย',
    'ราคากลาง',
    'จำนวน',
    'จำนวนหน่วย',
    'จำนวนงวด',
    'หน่วย',
    'หน่วยนับ',
    'number',
    'quantity',
    'unitprice',
    'แผนพัฒนาท้องถิ่น',
    'หมายเหตุ',
    'note',
    'description',
    'legalreference',
    'คำชี้แจง',
    'ปีงบประมาณ',
    'ปี',
    'แหล่งเงิน',
    'แหล่งงบประมาณ',
    'รหัส',
    'รหัสงบประมาณ',
    'refpdfpage',
    'refdocpage',
    'division',
    'divison',
    'ด้าน',
    'ระยะเวลา',
    'วันที่',
    'วิธีการ',
    'เบิกจ่ายเดือนนี้',
    'เบิกจ่ายในเดือน',
    'เบิกจ่ายเดือนก่อน',
    'ผูกพันเดือนนี้',
  ],
};

/** Words that mean ตั้งไว้ only where no clearer word stands in the same table. */
export const WEAK_APPROVED_WORDS: readonly string[] = [
  'งบประมาณ',
  'วงเงินงบประมาณ',
  'จำนวนเงินงบประมาณ',
  'วงเงิน',
  'ยอดสุทธิ',
  'จำนวนเงิน',
  'ยอดเงิน',
  'amount',
];

/** The word of each money column on a button or in a sentence. */
export const COLUMN_LABELS: Readonly<Record<MoneyColumn, string>> = {
  approved: 'งบประมาณตั้งไว้',
  transferIn: 'โอนเพิ่ม',
  transferOut: 'โอนลด',
  transferNet: 'โอนเพิ่ม/ลด',
  revised: 'งบประมาณหลังโอน',
  obligated: 'ผูกพัน',
  disbursed: 'เบิกจ่าย',
  remaining: 'คงเหลือ',
};
