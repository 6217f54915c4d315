import { categoryOf } from '../../shared/complaints/categories.ts';
import { halfPeriod, monthPeriod, type Period, yearPeriod } from '../../shared/complaints/periods.ts';
import { publishStatistics, SMALL_CELL_BELOW } from '../../shared/complaints/published-statistics.ts';
import { statisticsText } from '../../shared/complaints/text.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { type Day, dayOf, dayParts } from '../../shared/thai/days.ts';
import { fiscalYearOf, quarterOf } from '../../shared/thai/fiscal-year.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import type { Outcome } from '../commit/outcome.ts';
import { bubble, COLORS, type Component, carousels, row, separator, text } from '../line/card.ts';
import { MAX_PAGE, type Stored, type Transaction } from '../store/store.ts';
import type { Talk } from '../webhook/feature.ts';
import { type Case, cases } from './records.ts';
import { complaintText as t } from './text.ts';

/** Pages of cases one report reads: a year of a whole province fits. */
const MAX_PAGES = 200;

/** The clear facts of every case received or finished in a period; nothing is opened for it. */
export async function casesOf(
  tx: Pick<Transaction, 'query'>,
  period: Period,
): Promise<readonly Case['clear'][]> {
  const found: Case['clear'][] = [];
  let after: Stored<Case> | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const batch: readonly Stored<Case>[] = await tx.query({
      collection: cases,
      where: [['receivedDay', '<=', period.last]],
      orderBy: { field: 'receivedDay', direction: 'desc' },
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    for (const { data } of batch) {
      if (data.receivedDay >= period.first || (data.finishedDay ?? period.first) >= period.first)
        found.push(data.clear);
    }
    after = batch.at(-1);
    if (batch.length < MAX_PAGE) break;
  }
  return found;
}

/** `สถิติร้องเรียน`: the month, the half year and the fiscal year, as they may be shown to everyone. */
export async function showStatistics(talk: Talk): Promise<Outcome> {
  const today = dayOf(talk.nowMs);
  const { year, month } = dayParts(today);
  const fiscalYear = fiscalYearOf(today);
  const periods = [
    monthPeriod(year, month),
    halfPeriod(fiscalYear, quarterOf(today) <= 2 ? 1 : 2),
    yearPeriod(fiscalYear),
  ];
  const widest = yearPeriod(fiscalYear);
  const all = await casesOf(talk.tx, widest);
  return {
    reply: carousels(
      t.statsTitle,
      periods.map((period) => statsBubble(all, period, today)),
    ),
  };
}

function statsBubble(all: readonly Case['clear'][], period: Period, asOf: Day) {
  const stats = publishStatistics(all, period, asOf, SMALL_CELL_BELOW);
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
