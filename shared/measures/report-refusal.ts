import type { Refusal } from '../workbook/refusal.ts';
import { REFUSALS } from './text.ts';

export type ReportRefusalCode = keyof typeof REFUSALS;

/** The refusal of a report in which nothing could be read, with its sentence for the sender. */
export function reportRefusal(code: ReportRefusalCode): Refusal<ReportRefusalCode> {
  return { code, sentence: REFUSALS[code] };
}
