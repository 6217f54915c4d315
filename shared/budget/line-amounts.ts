import { type Satang, satang, ZERO_SATANG } from '../thai/money.ts';
import type { AmountField, Amounts } from './budget-line.ts';
import type { MoneyColumn } from './column-words.ts';

export type PrintedAmounts = Readonly<Partial<Record<MoneyColumn, Satang>>>;

/**
 * The seven sums of a line from what its row prints: an empty cell is zero; หลังโอน and คงเหลือ as printed, else computed;
 * ตั้งไว้ computed back from หลังโอน where no column gives it. โอนลด counts positive however it is signed; one signed column of
 * transfers is taken apart. Throws RangeError past the safe integers.
 */
export function lineAmounts(printed: PrintedAmounts, hasApproved: boolean): Amounts {
  const { transferInSatang, transferOutSatang } = transfers(printed);
  const net = transferInSatang - transferOutSatang;
  const approvedSatang =
    printed.approved ??
    (hasApproved || printed.revised === undefined ? ZERO_SATANG : satang(printed.revised - net));
  const revisedSatang = printed.revised ?? satang(approvedSatang + net);
  const obligatedSatang = printed.obligated ?? ZERO_SATANG;
  const disbursedSatang = printed.disbursed ?? ZERO_SATANG;
  const remainingSatang = printed.remaining ?? satang(revisedSatang - obligatedSatang - disbursedSatang);
  return {
    approvedSatang,
    transferInSatang,
    transferOutSatang,
    revisedSatang,
    obligatedSatang,
    disbursedSatang,
    remainingSatang,
  };
}

/** The sums a total row prints, by the field they check; a dash printed zero, an empty cell checks nothing. */
export function totalAmounts(printed: PrintedAmounts): Partial<Record<AmountField, Satang>> {
  const { transferIn, transferOut, ...rest } = printed;
  const checks: Partial<Record<AmountField, Satang>> = {};
  if (rest.approved !== undefined) checks.approvedSatang = rest.approved;
  if (transferIn !== undefined) checks.transferInSatang = transferIn;
  if (transferOut !== undefined) checks.transferOutSatang = Math.abs(transferOut) as Satang;
  if (rest.revised !== undefined) checks.revisedSatang = rest.revised;
  if (rest.obligated !== undefined) checks.obligatedSatang = rest.obligated;
  if (rest.disbursed !== undefined) checks.disbursedSatang = rest.disbursed;
  if (rest.remaining !== undefined) checks.remainingSatang = rest.remaining;
  return checks;
}

function transfers(printed: PrintedAmounts): Pick<Amounts, 'transferInSatang' | 'transferOutSatang'> {
  const { transferIn, transferOut, transferNet } = printed;
  if (transferIn === undefined && transferOut === undefined && transferNet !== undefined) {
    return {
      transferInSatang: Math.max(transferNet, 0) as Satang,
      transferOutSatang: Math.max(-transferNet, 0) as Satang,
    };
  }
  return {
    transferInSatang: transferIn ?? ZERO_SATANG,
    transferOutSatang: Math.abs(transferOut ?? ZERO_SATANG) as Satang,
  };
}
