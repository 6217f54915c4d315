import { type Satang, sumSatang, ZERO_SATANG } from '../thai/money.ts';

/** The seven sums of a budget line and of everything that adds lines up. All in satang. */
export interface Amounts {
  /** ตั้งไว้: set by the ข้อบัญญัติ or เทศบัญญัติ */
  readonly approvedSatang: Satang;
  /** โอนเพิ่ม */
  readonly transferInSatang: Satang;
  /** โอนลด, written positive */
  readonly transferOutSatang: Satang;
  /** หลังโอน: approved + transferIn − transferOut */
  readonly revisedSatang: Satang;
  /** ผูกพัน: committed and not yet paid */
  readonly obligatedSatang: Satang;
  /** เบิกจ่าย */
  readonly disbursedSatang: Satang;
  /** คงเหลือ: revised − obligated − disbursed */
  readonly remainingSatang: Satang;
}

export type AmountField = keyof Amounts;

export const AMOUNT_FIELDS = [
  'approvedSatang',
  'transferInSatang',
  'transferOutSatang',
  'revisedSatang',
  'obligatedSatang',
  'disbursedSatang',
  'remainingSatang',
] as const satisfies readonly AmountField[];

/** One line of a budget, with the sheet and row (from 1) where it stands in the file. Names are without แผนงาน / งาน before them. */
export interface BudgetLine extends Amounts {
  /** แผนงาน */
  readonly program: string;
  /** งาน; "" where the file names none (งบกลาง) */
  readonly task: string;
  /** งบ */
  readonly budgetGroup: string;
  /** หมวด */
  readonly category: string;
  /** ประเภท below หมวด, in files that have one */
  readonly subCategory?: string;
  /** รายการ or โครงการ */
  readonly item: string;
  /** ผู้รับผิดชอบ, in files that name one */
  readonly unit?: string;
  readonly sheet: string;
  readonly row: number;
}

/** All seven sums zero. */
export const NO_AMOUNTS: Amounts = {
  approvedSatang: ZERO_SATANG,
  transferInSatang: ZERO_SATANG,
  transferOutSatang: ZERO_SATANG,
  revisedSatang: ZERO_SATANG,
  obligatedSatang: ZERO_SATANG,
  disbursedSatang: ZERO_SATANG,
  remainingSatang: ZERO_SATANG,
};

/** The exact sum of each amount over the lines; throws RangeError past the safe integers. */
export function sumAmounts(lines: readonly Amounts[]): Amounts {
  const sums: Record<AmountField, Satang> = { ...NO_AMOUNTS };
  for (const field of AMOUNT_FIELDS) sums[field] = sumSatang(lines.map((line) => line[field]));
  return sums;
}
