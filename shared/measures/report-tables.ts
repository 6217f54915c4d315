import { formatDay } from '../thai/dates.ts';
import { formatFiscalYear } from '../thai/fiscal-year.ts';
import { applyUpdate } from './apply-update.ts';
import { LAYOUTS, type Layout, type LayoutColumn, type LayoutId } from './layouts.ts';
import type { Measure } from './measure.ts';
import type { MeasureUpdate } from './measure-update.ts';
import type { MeasurePlan } from './reading.ts';
import { reportCell } from './report-cells.ts';
import { inReportDigits, type ReportDigits } from './report-digits.ts';
import type { Round } from './rounds.ts';
import { REPORT_TEXT, ROUND_TEXT } from './text.ts';

/** A row across the whole table, or the cells of one measure; a cell is its paragraphs, none when it is empty. */
export type ReportTableRow =
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'measure'; readonly measure: number; readonly cells: readonly (readonly string[])[] };

/** A report as pure data, from which files and previews are made. All texts are plain: whoever writes a format escapes them. */
export interface ReportTable {
  readonly titleLines: readonly string[];
  readonly intro: readonly string[];
  readonly columns: readonly LayoutColumn[];
  readonly rows: readonly ReportTableRow[];
}

export interface ReportTableInput {
  /** One of the five offices' layouts, or an office's own selection of columns (headed by `headerOf` or as it likes). */
  readonly layout: LayoutId | Layout;
  readonly plan: Pick<MeasurePlan, 'officeName' | 'fiscalYear' | 'measures'>;
  /** What was reported, by place of the measure in the plan's list from 0. */
  readonly updates: ReadonlyMap<number, MeasureUpdate>;
  /** Null for the plan itself. */
  readonly round: Round | null;
  readonly digits?: ReportDigits;
}

/**
 * The report of a round in an office's columns: title lines, introductory paragraph, header and rows. Headings of dimension,
 * mission and section stand once over their measures. In digits 'as-written', `readReport` of a table made in a layout from a
 * plan that was read in the same layout gives the same measures.
 */
export function reportTable(input: ReportTableInput): ReportTable {
  const layout = typeof input.layout === 'string' ? LAYOUTS[input.layout] : input.layout;
  const digits = input.digits ?? 'thai';
  const written = (text: string): string => inReportDigits(text, digits);
  const fields = layout.columns.map(({ field }) => field);
  const rows: ReportTableRow[] = [];
  let before: Measure | null = null;
  input.plan.measures.forEach((planned, index) => {
    const measure = applyUpdate(planned, input.updates.get(index));
    const context = { before, fields, printsStatus: layout.printsStatus };
    if (!sameSections(measure.sections, before?.sections ?? [])) {
      for (const text of measure.sections) rows.push({ kind: 'section', text: written(text) });
    }
    const cells = fields.map((field) => paragraphs(written(reportCell(field, measure, context))));
    rows.push({ kind: 'measure', measure: index, cells });
    before = measure;
  });
  const { titleLines, intro } = head(layout, input);
  return { titleLines: titleLines.map(written), intro: intro.map(written), columns: layout.columns, rows };
}

function head(layout: Layout, { plan, round }: ReportTableInput): { titleLines: string[]; intro: string[] } {
  const office = plan.officeName ?? '';
  const year = plan.fiscalYear === null ? '' : formatFiscalYear(plan.fiscalYear);
  const range = round ? ROUND_TEXT.range(formatDay(round.first, 'long'), formatDay(round.last, 'long')) : '';
  const titleLines: string[] = [REPORT_TEXT.title[layout.subject]];
  if (office !== '') titleLines.push(REPORT_TEXT.of(office));
  if (year !== '') titleLines.push([REPORT_TEXT.year(year), round?.name].filter(Boolean).join(' '));
  if (office === '' || year === '') return { titleLines, intro: [] };
  const roundText = round ? ` ${round.name} ${range}` : '';
  return { titleLines, intro: [REPORT_TEXT.intro[layout.subject](office, year, roundText)] };
}

function paragraphs(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function sameSections(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
