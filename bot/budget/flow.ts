import { z } from 'zod';

/** The conversation about one workbook, and about a target. */
export const budgetFlow = z.discriminatedUnion('step', [
  /** The file is being read; the answer comes by itself. */
  z.object({ step: z.literal('reading'), uploadId: z.string() }),
  z.object({
    step: z.literal('column'),
    uploadId: z.string(),
    messageId: z.string(),
    headerFingerprint: z.string(),
    column: z.string(),
    fields: z.array(z.string()),
    labels: z.array(z.string()),
    accepted: z.array(z.string()),
    fiscalYear: z.number().optional(),
  }),
  z.object({
    step: z.literal('doubt'),
    uploadId: z.string(),
    messageId: z.string(),
    doubtId: z.string(),
    accepted: z.array(z.string()),
    fiscalYear: z.number().optional(),
  }),
  /** The file names no fiscal year. */
  z.object({
    step: z.literal('year'),
    uploadId: z.string(),
    messageId: z.string(),
    accepted: z.array(z.string()),
  }),
  z.object({ step: z.literal('confirm'), uploadId: z.string() }),
  z.object({ step: z.literal('target-quarter'), fiscalYear: z.number() }),
  z.object({ step: z.literal('target-percent'), fiscalYear: z.number(), quarter: z.number() }),
]);
export type BudgetFlow = z.infer<typeof budgetFlow>;
