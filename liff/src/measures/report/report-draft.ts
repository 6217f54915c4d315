import type { MeasureValues } from '../../../../shared/measures/measure-api.ts';
import { formatMoney, type Satang } from '../../../../shared/thai/money.ts';

/** The fields of a report as they are typed. */
export const REPORT_FIELDS = [
  'status',
  'percent',
  'result',
  'outcome',
  'obstacle',
  'suggestion',
  'followUp',
  'note',
  'budgetUsed',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

/** What a person has typed on one measure: only what they touched, and what they saw when they began. */
export interface ReportDraft {
  /** The revision they saw, and the values of it. Null before the first touch. */
  readonly seen: { readonly rev: number; readonly values: Readonly<Record<ReportField, string>> } | null;
  readonly touched: Readonly<Partial<Record<ReportField, string>>>;
  /** 'YYYY-MM-DD', or '' for today. */
  readonly day: string;
  /** Pictures that are with the server already. */
  readonly pictures: readonly string[];
  readonly links: string;
}

export const EMPTY_DRAFT: ReportDraft = { seen: null, touched: {}, day: '', pictures: [], links: '' };

/** Whether there is anything to send or to lose. */
export function isEmptyDraft({ touched, pictures, links }: ReportDraft): boolean {
  return Object.keys(touched).length === 0 && pictures.length === 0 && links.trim() === '';
}

/** What stands, in the form in which it is typed. No money used is "-"; what was never said is empty. */
export function typedValues(values: MeasureValues): Readonly<Record<ReportField, string>> {
  const { budgetUsed } = values;
  return {
    status: values.status ?? '',
    percent: values.percent === null ? '' : String(values.percent),
    result: values.result,
    outcome: values.outcome,
    obstacle: values.obstacle,
    suggestion: values.suggestion,
    followUp: values.followUp,
    note: values.note,
    budgetUsed:
      budgetUsed.kind === 'amount'
        ? formatMoney(budgetUsed.amountSatang as Satang)
        : budgetUsed.kind === 'none'
          ? '-'
          : '',
  };
}

/** The draft with one field typed. A field that says again what stands is no longer touched. */
export function withTyped(
  draft: ReportDraft,
  field: ReportField,
  text: string,
  standing: { readonly rev: number; readonly values: MeasureValues },
): ReportDraft {
  const seen = draft.seen ?? { rev: standing.rev, values: typedValues(standing.values) };
  const { [field]: _before, ...others } = draft.touched;
  const touched = text === seen.values[field] ? others : { ...others, [field]: text };
  return { ...draft, seen, touched };
}

/** What the draft of one measure is called on the phone. */
export function draftName(year: string, id: string): string {
  return `measure-report/${year}/${id}`;
}
