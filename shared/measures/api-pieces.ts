import { z } from 'zod';
import type { ColumnField } from './columns.ts';
import type { LayoutId } from './layouts.ts';

/** One text that staff type: the longest cell met in an office's report has 1,179 characters. */
export const REPORT_TEXT_UNITS_MAX = 3_000;
const ID_UNITS_MAX = 60;
const NAME_UNITS_MAX = 100;
const SATANG_MAX = Number.MAX_SAFE_INTEGER;

/** An id the program made: of a measure, a draft, a picture. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9-]+$/)
  .max(ID_UNITS_MAX);
/** A fiscal year as CE number: 2026 is ปีงบประมาณ 2569. */
export const fiscalYearSchema = z.int().min(1900).max(2200);
/** 'YYYY-MM-DD', CE, a Bangkok day. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Grows with every change; a write names the one it was made from. */
export const revSchema = z.int().min(0);
/** 9429 is 94.29 %. */
export const hundredthsSchema = z.int();
export const satangSchema = z.int().min(0).max(SATANG_MAX);
export const statusSchema = z.enum(['done', 'in-progress', 'not-started']);

/** กอง or สำนัก, and the งาน in it where one is named. */
export const unitSchema = z.object({
  unit: z.string().trim().min(1, 'กรุณาระบุชื่อหน่วยงาน').max(NAME_UNITS_MAX, 'ชื่อหน่วยงานยาวเกินไป'),
  section: z.string().trim().min(1).max(NAME_UNITS_MAX, 'ชื่องานยาวเกินไป').nullable(),
});
export type UnitName = z.infer<typeof unitSchema>;

/** "-", an empty cell and an amount (zero included) are three answers: show them as three. */
export const budgetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), printed: z.string() }),
  z.object({ kind: z.literal('missing'), printed: z.string() }),
  z.object({ kind: z.literal('amount'), amountSatang: satangSchema }),
]);
export type Budget = z.infer<typeof budgetSchema>;

/** An entry of a list with its printed mark, which is shown and means nothing. */
export const listItemSchema = z.object({ mark: z.string(), text: z.string() });

/** A round of a plan. Reports are taken from `opens` to `closes`. */
export const roundSchema = z.object({
  fiscalYear: fiscalYearSchema,
  months: z.int().min(1).max(12),
  /** "รอบ 6 เดือน" */
  name: z.string(),
  first: daySchema,
  last: daySchema,
  opens: daySchema,
  closes: daySchema,
});
export type RoundView = z.infer<typeof roundSchema>;

const LAYOUT_IDS = ['ph', 'kh', 'so', 'ch', 'ka'] as const satisfies readonly LayoutId[];
export const layoutIdSchema = z.enum(LAYOUT_IDS);

/** Number of measures by what was said of them; `unknown`: nothing yet. */
export const countsSchema = z.object({
  done: z.int().min(0),
  inProgress: z.int().min(0),
  notStarted: z.int().min(0),
  unknown: z.int().min(0),
});

/** Progress by the office's own formula. */
export const progressSchema = z.object({
  counts: countsSchema,
  planned: z.int().min(0),
  /** Null when there is nothing to take a share of. */
  percentHundredths: hundredthsSchema.nullable(),
  /** Thai sentences about figures that do not fit together. */
  warnings: z.array(z.string()),
});
export type ProgressView = z.infer<typeof progressSchema>;

/** A column of a report's table. */
export const columnSchema = z.object({
  field: z.custom<ColumnField>((is) => typeof is === 'string'),
  header: z.string(),
});
