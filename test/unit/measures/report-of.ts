import { LAYOUTS, type LayoutId } from '../../../shared/measures/layouts.ts';
import type { Measure } from '../../../shared/measures/measure.ts';
import { readReport } from '../../../shared/measures/read-report.ts';
import type { MeasurePlan, ReadReportOptions } from '../../../shared/measures/reading.ts';
import type { ReportBlock, ReportCell } from '../../../shared/measures/report-block.ts';
import type { ReportTable } from '../../../shared/measures/report-tables.ts';

/** A cell written down: text, or what it is merged with. */
export type CellValue = string | ReportCell;

/** A report as blocks: paragraphs, then one table per fragment, rows as lists of cells. */
export function reportOf(
  paragraphs: readonly string[],
  ...fragments: readonly (readonly (readonly CellValue[])[])[]
): ReportBlock[] {
  const tables = fragments.map(
    (rows, table): ReportBlock => ({
      kind: 'table',
      rows: rows.map((cells, row) => ({
        where: { kind: 'table-row', table: table + 1, row: row + 1 },
        cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
      })),
    }),
  );
  const head = paragraphs.map((text, index): ReportBlock => {
    return { kind: 'paragraph', text, where: { kind: 'line', line: index + 1 } };
  });
  return [...head, ...tables];
}

/** The plan read from blocks. Throws with the code when they are refused. */
export function planOf(blocks: readonly ReportBlock[], options: ReadReportOptions = {}): MeasurePlan {
  const result = readReport(blocks, options);
  if (result.kind === 'refused') throw new Error(result.refusal.code);
  return result.plan;
}

/** A report table as a reader of its printed form would find it: header first, sections across all columns. */
export function blocksOfTable(table: ReportTable): ReportBlock[] {
  const rows = table.rows.map((row): CellValue[] => {
    if (row.kind === 'measure') return row.cells.map((paragraphs) => paragraphs.join('\n'));
    return table.columns.map(
      (_, index): CellValue => (index === 0 ? row.text : { text: '', merged: 'left' }),
    );
  });
  return reportOf(
    [...table.titleLines, ...table.intro],
    [table.columns.map(({ header }) => header), ...rows],
  );
}

/** A measure without the places it was read from. */
export function withoutPlaces({ where: _, ...measure }: Measure): Omit<Measure, 'where'> {
  return measure;
}

/** Title lines of an office that does not exist. */
export const HEAD = [
  'รายงานผลตามมาตรการ',
  'ของเทศบาลตำบลทุ่งทอง อำเภอเมือง จังหวัดสมมติ',
  'ประจำปีงบประมาณ พ.ศ. ๒๕๖๗',
];

/** The header of a layout. */
export function headerIn(layout: LayoutId): string[] {
  return LAYOUTS[layout].columns.map(({ header }) => header);
}

/** A report in one of the five layouts, each list of rows on a page of its own below the header. */
export function read(
  layout: LayoutId,
  ...pages: readonly (readonly (readonly CellValue[])[])[]
): MeasurePlan {
  return planOf(reportOf(HEAD, ...pages.map((rows) => [headerIn(layout), ...rows])));
}

/** What the doubts of a plan are about, in order. */
export function kinds(plan: MeasurePlan): string[] {
  return plan.doubts.map(({ what }) => what);
}

/** A row of nine columns: dimension, mission, activity, result, period, owner; "-" for money, no note. */
export function nine(
  dimension: string,
  mission: string,
  activity: string,
  result = 'เสร็จ',
  period = 'ม.ค. ๖๗',
): string[] {
  return [dimension, mission, activity, result, period, '-', '-', 'กองคลัง', ''];
}
