import { formatDay } from '../thai/dates.ts';
import type { Day } from '../thai/days.ts';
import { type FiscalYear, formatFiscalYear } from '../thai/fiscal-year.ts';
import { formatMoney, satang } from '../thai/money.ts';
import type { GiftContent, GiftReportView, GiftRound } from './gift-api.ts';
import { giftPeriod, giftPeriodText } from './gift-round.ts';
import { noticeText as t } from './text.ts';

/** What a report is made from: the gifts and the statements of one fiscal year, of any round. */
export interface GiftReportInput {
  readonly officeName: string;
  readonly year: FiscalYear;
  readonly round: GiftRound;
  /** In any order; gifts outside the round are left out. */
  readonly gifts: readonly GiftContent[];
  /** Units that have to report. */
  readonly units: readonly { readonly unit: string; readonly state: 'gifts' | 'nil' | 'missing' }[];
}

/**
 * The office's report of gifts under the No Gift Policy as plain data (domain sheet §6): title lines, columns, one row a
 * gift in the order of days, and either the total or "ไม่มีการรับของขวัญ". Digits are Arabic; who prints it may change them.
 */
export function giftReport(input: GiftReportInput): GiftReportView {
  const gifts = giftsOfRound(input);
  const total = gifts.reduce((sum, { valueSatang }) => sum + valueSatang, 0);
  const c = t.giftColumns;
  return {
    titleLines: [
      t.giftReportTitle,
      `${t.giftReportFrom} ${t.giftReportOffice(input.officeName)}`,
      `${t.giftReportYear(formatFiscalYear(input.year))} ${input.round === '6' ? t.giftRound6 : t.giftRound12} (${giftPeriodText(input.year, input.round)})`,
    ],
    columns: (Object.keys(c) as (keyof typeof c)[]).map((id) => ({ id, label: c[id] })),
    rows: gifts.map((gift, index) => row(gift, index + 1)),
    totalText: t.giftTotal(gifts.length, formatMoney(satang(total))),
    ...(gifts.length === 0 ? { nilText: t.giftNil } : {}),
    missingUnits: input.units.filter(({ state }) => state === 'missing').map(({ unit }) => unit),
  };
}

/** The gifts that lie in the round, in the order of days. */
export function giftsOfRound({ year, round, gifts }: GiftReportInput): readonly GiftContent[] {
  const { first, last } = giftPeriod(year, round);
  return gifts
    .filter(({ receivedDay }) => receivedDay >= first && receivedDay <= last)
    .sort((a, b) => a.receivedDay.localeCompare(b.receivedDay));
}

function row(gift: GiftContent, number: number): string[] {
  return [
    String(number),
    formatDay(gift.receivedDay as Day, 'short'),
    `${gift.giver} (${t.giverKinds[gift.giverKind]})`,
    gift.item,
    String(gift.quantity),
    formatMoney(satang(gift.valueSatang)),
    gift.occasion,
    t.receivedAs[gift.receivedAs],
    t.giftActions[gift.action],
    gift.note || '-',
  ];
}
