import { formatDay, formatMonth } from '../thai/dates.ts';
import { fiscalYearOf, formatFiscalYear } from '../thai/fiscal-year.ts';
import { categoryOf } from './categories.ts';
import { halfPeriod, type Period } from './periods.ts';
import { type PublishedRow, type PublishedStatistics, SMALL_CELL_BELOW } from './published-statistics.ts';
import { statisticsDocumentText as t } from './text.ts';

/** What a period is called, in Arabic digits: "ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือนแรก". */
export function periodName(period: Period): string {
  const year = fiscalYearOf(period.last);
  switch (period.kind) {
    case 'month':
      return t.period.month(formatMonth(period.first));
    case 'half':
      return t.period.half(formatFiscalYear(year), period.first === halfPeriod(year, 1).first ? 1 : 2);
    case 'year':
      return t.period.year(formatFiscalYear(year));
    case 'range':
      return t.period.range(formatDay(period.first, 'long'), formatDay(period.last, 'long'));
  }
}

/** What a row of the table by category is called in an official table. */
export function categoryRowName({ category }: PublishedRow): string {
  return category === 'merged' ? t.merged : categoryOf(category).officialName;
}

/** Why something is not shown that a reader may look for; Arabic digits. */
export function statisticsNotes(
  stats: PublishedStatistics,
  smallCellBelow = SMALL_CELL_BELOW,
): readonly string[] {
  if (stats.received === 0) return [];
  if (stats.period.kind === 'month') return [t.noteMonth];
  const isHeldBack = stats.finished > 0 && (stats.answers === null || stats.averageDaysHundredths === null);
  return [
    ...(isHeldBack ? [t.noteHeldBack] : []),
    ...(stats.byCategory === null ? [t.noteLater] : []),
    ...(stats.byCategory?.some(({ category }) => category === 'merged')
      ? [t.noteMerged(smallCellBelow)]
      : []),
  ];
}
