import { type CaseTally, countTally } from '../../shared/complaints/case-tally.ts';
import { categoryOf } from '../../shared/complaints/categories.ts';
import { type Period, periodAround } from '../../shared/complaints/periods.ts';
import {
  type PublishedStatistics,
  publishCounts,
  SMALL_CELL_BELOW,
} from '../../shared/complaints/published-statistics.ts';
import { statisticsText } from '../../shared/complaints/text.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { type Day, dayOf } from '../../shared/thai/days.ts';
import { type FiscalYear, fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import type { Outcome } from '../commit/outcome.ts';
import { bubble, COLORS, type Component, carousels, row, separator, text } from '../line/card.ts';
import type { Transaction } from '../store/store.ts';
import type { Talk } from '../webhook/feature.ts';
import { tallyRef } from './tally.ts';
import { complaintText as t } from './text.ts';

/** Who may see the statistics of complaints, in chat, on a page and as a file. They show no case. */
export const STATISTICS_READERS = ['officer', 'executive', 'admin'] as const;

/** The counts of a fiscal year: one read, however many cases there are, and none of them is opened. */
export async function tallyOf(reads: Pick<Transaction, 'get'>, year: FiscalYear): Promise<CaseTally> {
  return (await reads.get(tallyRef(year)))?.data.months ?? {};
}

/** The statistics of a month, half or fiscal year that may be shown to everyone, from its fiscal year's counts. */
export function publishedOf(tally: CaseTally, period: Period, asOf: Day): PublishedStatistics {
  return publishCounts((counted) => countTally(tally, counted, asOf), period, asOf);
}

/** `สถิติร้องเรียน`: the month, the half year and the fiscal year, as they may be shown to everyone. */
export async function showStatistics(talk: Talk): Promise<Outcome> {
  const today = dayOf(talk.nowMs);
  const periods = (['month', 'half', 'year'] as const).map((kind) => periodAround(kind, today));
  const tally = await tallyOf(talk.tx, fiscalYearOf(today));
  return {
    reply: carousels(
      t.statsTitle,
      periods.map((period) => statsBubble(publishedOf(tally, period, today))),
    ),
  };
}

function statsBubble(stats: PublishedStatistics) {
  const { period } = stats;
  const line = (label: string, value: string): Component =>
    row(
      [
        text(label, { size: 'sm', color: COLORS.muted, flex: 8 }),
        text(value, { size: 'sm', align: 'end', flex: 4 }),
      ],
      {
        margin: 'sm',
      },
    );
  const range = `${formatDay(period.first, 'short')} - ${formatDay(period.last, 'short')}`;
  return bubble({
    kicker: t.statsTitle,
    title: range,
    body: [
      text(stats.received === 0 ? statisticsText.none : String(stats.received), {
        size: stats.received === 0 ? 'lg' : '3xl',
        weight: 'bold',
        color: COLORS.green,
        margin: 'md',
      }),
      line(statisticsText.received, String(stats.received)),
      line(statisticsText.finished, String(stats.finished)),
      line(statisticsText.inProgress, String(stats.inProgress)),
      ...(stats.answers
        ? [
            line(statisticsText.onTime, String(stats.answers.onTime)),
            line(statisticsText.late, String(stats.answers.late)),
          ]
        : []),
      ...(stats.averageDaysHundredths === null
        ? []
        : [
            text(statisticsText.averageDays(formatPercent(stats.averageDaysHundredths)), {
              size: 'xs',
              color: COLORS.muted,
              margin: 'md',
            }),
          ]),
      ...(stats.byCategory
        ? [
            separator(),
            ...stats.byCategory.map(({ category, received }) =>
              line(
                category === 'merged' ? statisticsText.merged(SMALL_CELL_BELOW) : categoryOf(category).label,
                String(received),
              ),
            ),
          ]
        : []),
    ],
  });
}
