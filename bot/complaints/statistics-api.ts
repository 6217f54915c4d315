import { type Period, periodAround } from '../../shared/complaints/periods.ts';
import type { PublishedStatistics } from '../../shared/complaints/published-statistics.ts';
import {
  STATISTICS_DOWNLOAD_KIND,
  type StatisticsQuery,
  type StatisticsView,
  statisticsDownloadSchema,
  statisticsQuerySchema,
} from '../../shared/complaints/statistics-api.ts';
import { statisticsDocument } from '../../shared/complaints/statistics-document.ts';
import { categoryRowName, periodName, statisticsNotes } from '../../shared/complaints/statistics-texts.ts';
import { statisticsDocumentText, statisticsText } from '../../shared/complaints/text.ts';
import { formatMonth } from '../../shared/thai/dates.ts';
import { addDays, type Day, dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import { ApiError } from '../api/api-error.ts';
import { type Downloadable, downloadable } from '../api/downloadable.ts';
import { readRoute } from '../api/read-route.ts';
import { type ApiRoute, FileAnswer } from '../api/route.ts';
import { DOCUMENT_CONTENT_TYPES, writeDocument } from '../documents/document-format.ts';
import { officeOf } from '../people/read-people.ts';
import type { Store } from '../store/store.ts';
import { publishedOf, STATISTICS_READERS, tallyOf } from './statistics.ts';

/** Periods as a question can name them. */
type Kind = StatisticsQuery['period'];

/** `GET /statistics/complaints`: for a page. Two reads of the store, however many cases there are; no case is opened. */
export function statisticsRoute(store: Store): ApiRoute {
  return readRoute(
    '/statistics/complaints',
    { allowed: STATISTICS_READERS, query: statisticsQuerySchema },
    async ({ query, nowMs }) => {
      const { statistics, officeName } = await readStatistics(store, query, nowMs);
      return viewOf(statistics, query.period, officeName);
    },
  );
}

/** The same statistics as .docx or .xlsx, downloaded with a ticket. */
export function statisticsDownload(store: Store): Downloadable {
  return downloadable({
    kind: STATISTICS_DOWNLOAD_KIND,
    allowed: STATISTICS_READERS,
    input: statisticsDownloadSchema,
    make: async (input, { nowMs }) => {
      const { statistics, officeName } = await readStatistics(store, input, nowMs);
      const name = periodName(statistics.period);
      const { first, last } = statistics.period;
      return new FileAnswer({
        bytes: await writeDocument(statisticsDocument({ statistics, officeName }), input.format),
        contentType: DOCUMENT_CONTENT_TYPES[input.format],
        fileName: `complaint-statistics-${first}-${last}.${input.format}`,
        thaiFileName: `${statisticsDocumentText.fileName(name)}.${input.format}`,
      });
    },
  });
}

/** Throws ApiError `bad-input` for a period that has not begun. */
async function readStatistics(
  store: Store,
  { period: kind, end }: Pick<StatisticsQuery, 'period' | 'end'>,
  nowMs: number,
): Promise<{ readonly statistics: PublishedStatistics; readonly officeName: string }> {
  const today = dayOf(nowMs);
  const period = periodAround(kind, (end ?? today) as Day);
  if (period.first > today) throw new ApiError('bad-input', { field: 'end' });
  const [tally, office] = await Promise.all([tallyOf(store, fiscalYearOf(period.last)), officeOf(store)]);
  return { statistics: publishedOf(tally, period, today), officeName: office.name };
}

function viewOf(stats: PublishedStatistics, kind: Kind, officeName: string): StatisticsView {
  const { period, asOf, received, finished, inProgress, answers, averageDaysHundredths, byCategory } = stats;
  const after = addDays(period.last, 1);
  return {
    officeName,
    period: { kind, first: period.first, last: period.last, name: periodName(period) },
    asOf,
    ...(received === 0 ? { none: statisticsText.none } : {}),
    received,
    finished,
    inProgress,
    ...(answers ? { answers } : {}),
    ...(averageDaysHundredths === null ? {} : { averageDays: formatPercent(averageDaysHundredths) }),
    byMonth: stats.byMonth.map((each) => ({
      name: formatMonth(each.month.first),
      received: each.received,
      finished: each.finished,
      inProgress: each.inProgress,
    })),
    ...(byCategory
      ? { byCategory: byCategory.map((row) => ({ name: categoryRowName(row), received: row.received })) }
      : {}),
    notes: [...statisticsNotes(stats)],
    previousEnd: addDays(period.first, -1),
    ...(after <= asOf ? { nextEnd: nextEndOf(kind, after) } : {}),
  };
}

function nextEndOf(kind: Kind, after: Day): Day {
  const { last }: Period = periodAround(kind, after);
  return last;
}
