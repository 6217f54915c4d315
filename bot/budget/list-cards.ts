import type { Amounts } from '../../shared/budget/budget-line.ts';
import type { SummaryItem, SummaryRow } from '../../shared/budget/summary.ts';
import { formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { formatMoney } from '../../shared/thai/money.ts';
import {
  type Bubble,
  bubble,
  button,
  COLORS,
  type Component,
  carousels,
  column,
  flex,
  press,
  row,
  separator,
  text,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { amountRow, amountRows, asOfLine, bar, paidPercent, viewData } from './card-parts.ts';
import type { BudgetYear } from './records.ts';
import { budgetText as t } from './text.ts';

/** The lists a card can show. */
export type ListView = 'programs' | 'groups' | 'slowest' | 'largest';

/** The single things a row of a list leads to. */
export const DETAIL_OF: Readonly<Record<ListView, string>> = {
  programs: 'program',
  groups: 'group',
  slowest: 'slow',
  largest: 'large',
};

/** Rows of one card; more go to the next card of the carousel. */
const ROWS_PER_CARD = 6;
/** LINE takes at most five messages in one answer. */
const MAX_MESSAGES = 4;

interface Line extends Amounts {
  readonly name: string;
}

/** A list of the year: each row with its bar, tappable. */
export function listCard(year: BudgetYear, view: ListView): readonly Message[] {
  const { summary } = year;
  const lines: readonly Line[] =
    view === 'programs'
      ? summary.byProgram
      : view === 'groups'
        ? summary.byBudgetGroup
        : summary[view].map((item) => ({ ...item, name: item.item }));
  const pages = Math.max(1, Math.ceil(lines.length / ROWS_PER_CARD));
  const perPage = Math.ceil(lines.length / pages) || 1;
  const bubbles: Bubble[] = Array.from({ length: pages }, (_, page) => {
    const shown = lines.slice(page * perPage, (page + 1) * perPage);
    const rows = shown.map((line, n) => listRow(year, view, line, page * perPage + n));
    return bubble({
      kicker: t.yearTitle(formatFiscalYear(year.fiscalYear)),
      title: t[view],
      body: [
        ...(rows.length > 0 ? rows : [text(t.nothingSlow, { size: 'sm', margin: 'lg' })]),
        ...(page === pages - 1 ? [...totalRow(year, view), asOfLine(year)] : []),
      ],
      buttons: [button(press(t.seeSummary, viewData(year, 'summary'), t.seeSummary), 'secondary')],
    });
  });
  return carousels(t.listAlt(t[view], formatFiscalYear(year.fiscalYear)), bubbles).slice(0, MAX_MESSAGES);
}

function listRow(year: BudgetYear, view: ListView, line: Line, index: number): Component {
  const figure = year.hasSpending ? `${paidPercent(line)}%` : formatMoney(line.approvedSatang);
  const below = year.hasSpending
    ? [
        bar(line, '8px'),
        text(`${formatMoney(line.disbursedSatang)} / ${formatMoney(line.revisedSatang)}`, {
          size: 'xs',
          color: COLORS.muted,
        }),
      ]
    : [];
  return column(
    [
      row([
        text(line.name, { size: 'sm', flex: year.hasSpending ? 7 : 6, maxLines: 2 }),
        text(figure, { size: 'sm', weight: 'bold', align: 'end', flex: year.hasSpending ? 3 : 5 }),
      ]),
      ...below,
    ],
    {
      spacing: 'xs',
      margin: 'lg',
      action: press(line.name, viewData(year, DETAIL_OF[view], index), line.name),
    },
  );
}

/** Lists that are the whole budget end in its sum; the slow and the large ones are a choice and have none. */
function totalRow(year: BudgetYear, view: ListView): readonly Component[] {
  if (view !== 'programs' && view !== 'groups') return [];
  const { totals } = year.summary;
  return [
    separator(),
    amountRow(
      `${t.total} ${year.hasSpending ? t.disbursed : t.approved}`,
      year.hasSpending ? totals.disbursedSatang : totals.approvedSatang,
      true,
    ),
  ];
}

/** One แผนงาน (with its งาน) or one งบ. */
export function groupCard(year: BudgetYear, view: 'programs' | 'groups', found: SummaryRow): Message {
  const tasks =
    view === 'programs' ? year.summary.byTask.filter((task) => task.program === found.name && task.name) : [];
  const shown = tasks.length > 1 ? tasks.slice(0, ROWS_PER_CARD) : [];
  return flex(
    found.name,
    bubble({
      kicker: `${t[view]} · ${t.counted(found.count)}`,
      title: found.name,
      body: [
        ...share(found, year.hasSpending),
        ...amountRows(found, year.hasSpending),
        ...(shown.length > 0 ? [separator()] : []),
        ...shown.map((task) =>
          row(
            [
              text(task.name, { size: 'xs', flex: 7, maxLines: 2 }),
              text(year.hasSpending ? `${paidPercent(task)}%` : formatMoney(task.approvedSatang), {
                size: 'xs',
                align: 'end',
                flex: 4,
              }),
            ],
            { margin: 'md' },
          ),
        ),
        ...(tasks.length > shown.length && shown.length > 0
          ? [text(t.others(tasks.length - shown.length), { size: 'xs', color: COLORS.muted, margin: 'md' })]
          : []),
        asOfLine(year),
      ],
      buttons: [
        button(press(t[view], viewData(year, view), t[view]), 'secondary'),
        button(press(t.seeSummary, viewData(year, 'summary'), t.seeSummary), 'link'),
      ],
    }),
  );
}

/** One รายการ. */
export function itemCard(year: BudgetYear, view: 'slowest' | 'largest', item: SummaryItem): Message {
  return flex(
    item.item,
    bubble({
      kicker: `${item.program}${item.unit ? ` · ${item.unit}` : ''}`,
      title: item.item,
      body: [...share(item, year.hasSpending), ...amountRows(item, year.hasSpending), asOfLine(year)],
      buttons: [
        button(press(t[view], viewData(year, view), t[view]), 'secondary'),
        button(press(t.seeSummary, viewData(year, 'summary'), t.seeSummary), 'link'),
      ],
    }),
  );
}

function share(amounts: Amounts, hasSpending: boolean): readonly Component[] {
  if (!hasSpending) return [];
  return [
    text(t.percent(paidPercent(amounts)), {
      size: 'xxl',
      weight: 'bold',
      color: COLORS.green,
      margin: 'md',
    }),
    bar(amounts),
  ];
}
