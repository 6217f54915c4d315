import type {
  DocumentCell,
  DocumentPicture,
  DocumentRow,
  DocumentSignature,
  ReportDocument,
} from '../../../shared/documents/report-document.ts';
import { applyUpdate } from '../../../shared/measures/apply-update.ts';
import type { ColumnField } from '../../../shared/measures/columns.ts';
import { compareRounds, type RoundMeasure } from '../../../shared/measures/compare-rounds.ts';
import type { Measure } from '../../../shared/measures/measure.ts';
import {
  countStatuses,
  type Progress,
  type ProgressSettings,
  progressOf,
} from '../../../shared/measures/progress.ts';
import { inReportDigits } from '../../../shared/measures/report-digits.ts';
import {
  type ReportTable,
  type ReportTableInput,
  type ReportTableRow,
  reportTable,
} from '../../../shared/measures/report-tables.ts';
import { documentColumn } from './report-columns.ts';
import { reportText as t } from './text.ts';

export interface MeasureReportInput extends ReportTableInput {
  /** How the office reckons its progress; half a point for one in progress, of all measures, where left out. */
  readonly progress?: ProgressSettings;
  /** How many the plan has, where it promises another number than it lists. */
  readonly planned?: number;
  /** The round before, to warn of measures that vanished or went back; left out in the first round. */
  readonly before?: readonly RoundMeasure[];
  /** Ids of the measures in the plan's order, where the program has them: `before` is compared by them. */
  readonly ids?: readonly string[];
  readonly pictures?: readonly DocumentPicture[];
  readonly signature?: DocumentSignature;
}

/**
 * The report of a round as a document, A4 across: the title and introduction of the office's layout, what was achieved in
 * numbers, its table, warnings about figures that do not fit together, the signature and the pictures. A plan without a round
 * (`round: null`) has neither numbers nor warnings. Thai digits unless `digits` says otherwise. In digits 'as-written', a
 * file made of it is read as the same measures again.
 */
export function measureReportDocument(input: MeasureReportInput): ReportDocument {
  const digits = input.digits ?? 'thai';
  const written = (text: string): string => inReportDigits(text, digits);
  const table = reportTable({ ...input, digits });
  const measures = input.plan.measures.map((measure, index) =>
    applyUpdate(measure, input.updates.get(index)),
  );
  const progress = input.round ? progressIn(measures, input) : null;
  // Offices whose reports name no status have no figures to print, and none to warn of.
  const known = progress && progress.counts.unknown < measures.length ? progress : null;
  const warnings = input.round ? [...(known?.warnings ?? []), ...roundWarnings(measures, input)] : [];
  return {
    orientation: 'landscape',
    digits,
    titleLines: table.titleLines,
    paragraphs: [...table.intro, ...(known ? [written(t.progress(known))] : [])],
    tables: [{ columns: table.columns.map(documentColumn), rows: rowsOf(table, measures) }],
    notes: { heading: t.notes, items: warnings.map(written) },
    ...(input.signature ? { signature: input.signature } : {}),
    annex: { heading: t.annex, pictures: input.pictures ?? [] },
  };
}

function progressIn(measures: readonly Measure[], { progress, planned }: MeasureReportInput): Progress {
  const counts = countStatuses(measures.map(({ status }) => status));
  return progressOf(counts, planned ?? measures.length, progress);
}

function roundWarnings(measures: readonly Measure[], { before, ids }: MeasureReportInput): readonly string[] {
  if (!before) return [];
  const after = measures.map(({ title, status }, index): RoundMeasure => {
    const id = ids?.[index];
    return { title, status, ...(id === undefined ? {} : { id }) };
  });
  return compareRounds(before, after).warnings;
}

function rowsOf({ rows, columns }: ReportTable, measures: readonly Measure[]): readonly DocumentRow[] {
  return rows.map((row, at): DocumentRow => {
    if (row.kind === 'section') return row;
    const measure = measures[row.measure];
    const cells = columns.map(({ field }, column): DocumentCell => {
      if (goesOn(field, measure, row, column, rows[at - 1])) return { kind: 'above' };
      const money = field === 'budgetSet' || field === 'budgetUsed' ? measure?.[field] : undefined;
      if (money?.kind === 'amount') return { kind: 'amount', amountSatang: money.amountSatang };
      return { kind: 'text', lines: row.cells[column] ?? [] };
    });
    return { kind: 'cells', cells };
  });
}

/** A heading that stands over several measures is one cell beside them all. */
function goesOn(
  field: ColumnField,
  measure: Measure | undefined,
  row: Extract<ReportTableRow, { kind: 'measure' }>,
  column: number,
  above: ReportTableRow | undefined,
): boolean {
  if (field !== 'dimension' && field !== 'mission') return false;
  return above?.kind === 'measure' && measure?.[field] != null && row.cells[column]?.length === 0;
}
