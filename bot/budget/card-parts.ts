import type { Amounts } from '../../shared/budget/budget-line.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { formatMoney, type Satang } from '../../shared/thai/money.ts';
import { formatPercent, percentHundredths } from '../../shared/thai/percent.ts';
import { COLORS, type Component, column, row, text } from '../line/card.ts';
import { buttonData } from '../webhook/button.ts';
import type { BudgetYear } from './records.ts';
import { budgetText as t } from './text.ts';

/** Share of the budget after transfers that was paid, hundredths of a percent; null when there is no budget. */
export function paidShare(amounts: Amounts): number | null {
  return percentHundredths(amounts.disbursedSatang, amounts.revisedSatang);
}

/** "54.20", or "-". */
export function paidPercent(amounts: Amounts): string {
  return formatPercent(paidShare(amounts));
}

/** Data of a button that shows a part of a year. */
export function viewData(year: BudgetYear, view: string, index?: number): string {
  const values = { y: year.fiscalYear, v: view, r: year.rev };
  return buttonData('budget', 'view', index === undefined ? values : { ...values, i: index });
}

/** A bar: paid in green, committed in amber, the rest of the budget behind. Shares are cut to what the bar can show. */
export function bar(amounts: Amounts, height = '10px'): Component {
  const paid = barPercent(amounts.disbursedSatang, amounts.revisedSatang);
  const committed = Math.min(100 - paid, barPercent(amounts.obligatedSatang, amounts.revisedSatang));
  const part = (percent: number, color: string): Component[] =>
    percent > 0
      ? [column([{ type: 'filler' }], { width: `${percent}%`, backgroundColor: color, height })]
      : [];
  return row([...part(paid, COLORS.green), ...part(committed, '#E0A100'), { type: 'filler' } as Component], {
    height,
    backgroundColor: COLORS.track,
    cornerRadius: '5px',
  });
}

function barPercent(part: Satang, whole: Satang): number {
  const share = percentHundredths(part, whole) ?? 0;
  return Math.max(0, Math.min(100, Math.round(share / 100)));
}

/** A label on the left, an amount in baht on the right. */
export function amountRow(label: string, amount: Satang, emphasis = false): Component {
  const style = emphasis ? { weight: 'bold' as const } : {};
  return row(
    [
      text(label, { size: 'sm', color: COLORS.muted, flex: 4 }),
      text(formatMoney(amount), { size: 'sm', align: 'end', flex: 6, ...style }),
    ],
    { margin: 'sm' },
  );
}

/** The sums of a budget line or group, as far as the file has them. */
export function amountRows(amounts: Amounts, hasSpending: boolean): readonly Component[] {
  const moved = amounts.transferInSatang !== 0 || amounts.transferOutSatang !== 0;
  const approved = [amountRow(t.approved, amounts.approvedSatang)];
  if (!hasSpending) return approved;
  return [
    ...(moved ? approved : []),
    amountRow(moved ? t.revised : t.approved, amounts.revisedSatang),
    amountRow(t.obligated, amounts.obligatedSatang),
    amountRow(t.disbursed, amounts.disbursedSatang, true),
    amountRow(t.remaining, amounts.remainingSatang, true),
  ];
}

/** "ข้อมูล ณ วันที่ 30 มิถุนายน 2565". */
export function asOfLine(year: Pick<BudgetYear, 'asOf'>): Component {
  const said = year.asOf === undefined ? t.noAsOf : t.asOf(formatDay(year.asOf, 'long'));
  return text(`${said} · หน่วย: ${t.baht}`, { size: 'xs', color: COLORS.muted, margin: 'lg' });
}
