import { dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf, formatFiscalYear, quarterOf } from '../../shared/thai/fiscal-year.ts';
import { formatMillions, formatMoney } from '../../shared/thai/money.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import {
  bubble,
  button,
  COLORS,
  type Component,
  flex,
  press,
  quick,
  row,
  separator,
  text,
  withQuick,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { amountRows, asOfLine, bar, paidPercent, paidShare, viewData } from './card-parts.ts';
import type { BudgetYear } from './records.ts';
import { budgetText as t } from './text.ts';

/** The one card everybody knows: how much of the year's budget is paid, against the quarter's target. */
export function summaryCard(year: BudgetYear, nowMs: number, kicker: string = t.kicker): Message {
  const name = formatFiscalYear(year.fiscalYear);
  const { totals } = year.summary;
  const percent = paidPercent(totals);
  const alt = year.hasSpending
    ? t.summaryAlt(name, percent)
    : t.planAlt(name, formatMoney(totals.approvedSatang));
  const card = bubble({
    kicker,
    title: t.yearTitle(name),
    body: [
      ...(year.hasSpending ? spending(year, percent, nowMs) : approvedOnly(year)),
      separator('lg'),
      ...amountRows(totals, year.hasSpending),
      asOfLine(year),
    ],
    buttons: [
      button(press(t.seePrograms, viewData(year, 'programs'), t.seePrograms)),
      button(press(t.seeGroups, viewData(year, 'groups'), t.seeGroups), 'secondary'),
    ],
  });
  return withQuick(flex(alt, card), [
    ...(year.summary.slowest.length > 0 ? [quick(t.seeSlowest, viewData(year, 'slowest'))] : []),
    quick(t.seeLargest, viewData(year, 'largest')),
  ]);
}

function spending(year: BudgetYear, percent: string, nowMs: number): readonly Component[] {
  return [
    text(t.disbursedOf, { size: 'sm', color: COLORS.muted, margin: 'lg' }),
    text(t.percent(percent), { size: '3xl', weight: 'bold', color: COLORS.green }),
    bar(year.summary.totals, '14px'),
    ...targetLine(year, nowMs),
  ];
}

function approvedOnly(year: BudgetYear): readonly Component[] {
  return [
    text(t.approved, { size: 'sm', color: COLORS.muted, margin: 'lg' }),
    text(formatMillions(year.summary.totals.approvedSatang), {
      size: 'xxl',
      weight: 'bold',
      color: COLORS.green,
    }),
    text(t.noSpending, { size: 'xs', color: COLORS.muted, margin: 'sm' }),
  ];
}

/** The target of the quarter the figures belong to; nothing when the office entered none. */
function targetLine(year: BudgetYear, nowMs: number): readonly Component[] {
  const day = year.asOf ?? dayOf(nowMs);
  const target = fiscalYearOf(day) === year.fiscalYear ? year.targets[quarterOf(day)] : undefined;
  const share = paidShare(year.summary.totals);
  if (target === undefined || share === null) return [];
  const reached = share >= target;
  return [
    row(
      [
        text(t.target(quarterOf(day), formatPercent(target)), { size: 'sm', color: COLORS.muted, flex: 6 }),
        text(reached ? t.reached : t.below(formatPercent(target - share)), {
          size: 'sm',
          weight: 'bold',
          align: 'end',
          flex: 5,
          color: reached ? COLORS.green : COLORS.red,
        }),
      ],
      { margin: 'md' },
    ),
  ];
}

/** What the finance officer sees after ยืนยัน: the same figures, said to be stored. */
export function confirmedCard(year: BudgetYear, nowMs: number): Message {
  return summaryCard(year, nowMs, t.confirmedTitle(formatFiscalYear(year.fiscalYear)));
}
