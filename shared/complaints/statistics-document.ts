import { type DocumentDigits, numberInDigits } from '../documents/document-digits.ts';
import type {
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentTable,
  ReportDocument,
} from '../documents/report-document.ts';
import { formatDay, formatMonth } from '../thai/dates.ts';
import type { PublishedStatistics } from './published-statistics.ts';
import type { OfficialTotals } from './statistics.ts';
import { categoryRowName, periodName, statisticsNotes } from './statistics-texts.ts';
import { statisticsText, statisticsDocumentText as t } from './text.ts';

export interface StatisticsDocumentInput {
  readonly statistics: PublishedStatistics;
  /** Empty while the office has set none. */
  readonly officeName: string;
  /** Default: Thai. */
  readonly digits?: DocumentDigits;
}

/**
 * The published statistics as a document, A4 upright, in what the ITA asks for: all received, finished and in progress, by
 * month in longer periods, by category where that may be shown; "ไม่มีเรื่องร้องเรียน" and zeros when there is none. Made from
 * published statistics alone, so it can tell nothing that they do not.
 */
export function statisticsDocument({
  statistics: stats,
  officeName,
  digits = 'thai',
}: StatisticsDocumentInput): ReportDocument {
  const written = (text: string): string => numberInDigits(text, digits);
  const { period, asOf } = stats;
  const [first, last, today] = [period.first, period.last, asOf].map((day) => formatDay(day, 'long'));
  const intro = t.intro(officeName, first ?? '', last ?? '', today ?? '');
  const name = (text: string): DocumentCell => ({ kind: 'text', lines: [written(text)] });
  return {
    orientation: 'portrait',
    digits,
    titleLines: [t.title, ...(officeName === '' ? [] : [t.of(officeName)]), periodName(period)].map(written),
    paragraphs: [intro, ...(stats.received === 0 ? [t.none] : [])].map(written),
    tables: [
      totalsTable(stats, name),
      ...(stats.byMonth.length > 1 ? [monthTable(stats, name)] : []),
      ...(stats.byCategory && stats.byCategory.length > 0 ? [categoryTable(stats, name)] : []),
    ],
    notes: { heading: t.notes, items: statisticsNotes(stats).map(written) },
    annex: { heading: '', pictures: [] },
  };
}

const ITEM: DocumentColumn = { header: t.item, width: 70 };
const COUNT: DocumentColumn = { header: t.count, width: 30 };
const count = (value: number): DocumentCell => ({ kind: 'count', count: value });

function totalsTable(stats: PublishedStatistics, name: (text: string) => DocumentCell): DocumentTable {
  const row = (label: string, value: DocumentCell): DocumentRow => ({
    kind: 'cells',
    cells: [name(label), value],
  });
  const { answers, averageDaysHundredths: hundredths } = stats;
  return {
    heading: t.totals,
    columns: [ITEM, COUNT],
    rows: [
      row(statisticsText.received, count(stats.received)),
      row(statisticsText.finished, count(stats.finished)),
      row(statisticsText.inProgress, count(stats.inProgress)),
      ...(answers && stats.finished > 0
        ? [row(statisticsText.onTime, count(answers.onTime)), row(statisticsText.late, count(answers.late))]
        : []),
      ...(hundredths === null ? [] : [row(t.averageDays, { kind: 'hundredths' as const, hundredths })]),
    ],
  };
}

function monthTable(stats: PublishedStatistics, name: (text: string) => DocumentCell): DocumentTable {
  const row = (label: string, totals: OfficialTotals, isTotal: boolean): DocumentRow => ({
    kind: 'cells',
    cells: [name(label), count(totals.received), count(totals.finished), count(totals.inProgress)],
    isTotal,
  });
  return {
    heading: t.byMonth,
    columns: [
      { header: t.month, width: 34 },
      { header: t.received, width: 20 },
      { header: t.finished, width: 20 },
      { header: t.inProgress, width: 26 },
    ],
    groups: [
      { header: '', columns: 1 },
      { header: t.count, columns: 3 },
    ],
    rows: [
      ...stats.byMonth.map((each) => row(formatMonth(each.month.first), each, false)),
      row(t.total, stats, true),
    ],
  };
}

function categoryTable(stats: PublishedStatistics, name: (text: string) => DocumentCell): DocumentTable {
  const rows = (stats.byCategory ?? []).map(
    (each): DocumentRow => ({ kind: 'cells', cells: [name(categoryRowName(each)), count(each.received)] }),
  );
  return {
    heading: t.byCategory,
    columns: [{ ...ITEM, header: t.category }, COUNT],
    rows: [...rows, { kind: 'cells', cells: [name(t.total), count(stats.received)], isTotal: true }],
  };
}
