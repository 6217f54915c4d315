import { z } from 'zod';
import {
  budgetSchema,
  columnSchema,
  daySchema,
  fiscalYearSchema,
  hundredthsSchema,
  idSchema,
  layoutIdSchema,
  progressSchema,
  revSchema,
  roundSchema,
  satangSchema,
  statusSchema,
} from './api-pieces.ts';
import { MAX_ROUNDS } from './rounds.ts';

/** Indicators of one year: ITA has ten, an office may add its own. */
export const ITA_INDICATORS_MAX = 30;
export const STILL_DAYS_MAX = 365;
const REMINDERS_MAX = 10;
const NAME_UNITS_MAX = 120;
const SCORE_MAX_HUNDREDTHS = 10_000;

/** Question part of `GET /api/measures/dashboard`. Without `year`: the plan that reports are taken for now. */
export const yearQuerySchema = z.object({ year: z.coerce.number().pipe(fiscalYearSchema).optional() });

/** Measures under one heading: a unit, a dimension, an indicator. Name '' is "ไม่ระบุ". */
export const groupProgressSchema = progressSchema.extend({
  name: z.string(),
  /** Of these, late and still ones. */
  late: z.int().min(0),
  still: z.int().min(0),
});
export type GroupProgress = z.infer<typeof groupProgressSchema>;

/** An ITA indicator with its score and the measures that answer it. */
export const itaIndicatorSchema = z.object({
  name: z.string().trim().min(1, 'กรุณาใส่ชื่อตัวชี้วัด').max(NAME_UNITS_MAX, 'ชื่อตัวชี้วัดยาวเกินไป'),
  instrument: z.enum(['IIT', 'EIT', 'OIT']),
  /** 8412 is 84.12 out of 100. Null: not known yet. */
  scoreHundredths: z
    .int()
    .min(0, 'คะแนนต้องอยู่ระหว่าง 0 ถึง 100')
    .max(SCORE_MAX_HUNDREDTHS, 'คะแนนต้องอยู่ระหว่าง 0 ถึง 100')
    .nullable(),
  /** Measures a person named as its answer; those whose own indicator column names it answer it without. */
  measureIds: z.array(idSchema).max(100),
});

const measureOfBoard = z.object({
  id: idSchema,
  title: z.string(),
  units: z.array(z.string()),
  status: statusSchema.nullable(),
  statusLabel: z.string(),
  percent: z.int().nullable(),
});

/** Answer of `GET /api/measures/ita`; `POST /api/measures/ita` sends `itaBodySchema` and gets it too. */
export const itaSchema = z.object({
  /** The plan's year. */
  fiscalYear: fiscalYearSchema,
  rev: revSchema,
  /** The year the scores are of: usually the one before the plan's. */
  scoredYear: fiscalYearSchema,
  weakBelowHundredths: hundredthsSchema,
  indicators: z.array(
    itaIndicatorSchema.extend({
      isWeak: z.boolean(),
      measures: z.array(measureOfBoard),
    }),
  ),
});
export type ItaView = z.infer<typeof itaSchema>;

/** Body of `POST /api/measures/ita` (admin, officer). Replaces the year's list. */
export const itaBodySchema = z.object({
  fiscalYear: fiscalYearSchema,
  rev: revSchema,
  scoredYear: fiscalYearSchema,
  weakBelowHundredths: z.int().min(0).max(SCORE_MAX_HUNDREDTHS).default(8500),
  indicators: z.array(itaIndicatorSchema).max(ITA_INDICATORS_MAX),
});
export type ItaBody = z.infer<typeof itaBodySchema>;

/** Answer of `GET /api/measures/dashboard` (executive, admin, officer). Null `fiscalYear`: there is no plan yet. */
export const dashboardSchema = z.object({
  fiscalYear: fiscalYearSchema.nullable(),
  years: z.array(fiscalYearSchema),
  round: roundSchema.nullable(),
  progress: progressSchema,
  byUnit: z.array(groupProgressSchema),
  byDimension: z.array(groupProgressSchema),
  byIndicator: z.array(groupProgressSchema),
  /** Every measure that names money; the totals are their sums. */
  spending: z.object({
    setSatang: satangSchema,
    usedSatang: satangSchema,
    measures: z.array(
      z.object({ id: idSchema, title: z.string(), budgetSet: budgetSchema, budgetUsed: budgetSchema }),
    ),
  }),
  stillDays: z.int(),
  /** Not done and without a report for `stillDays`, longest first. */
  still: z.array(measureOfBoard.extend({ reportedDay: daySchema.nullable(), daysStill: z.int() })),
  ita: itaSchema,
});
export type Dashboard = z.infer<typeof dashboardSchema>;

/** Answer of `GET /api/measures/settings` and of `POST /api/measures/settings` (admin), whose body is it too. */
export const measureSettingsSchema = z.object({
  rev: revSchema,
  rounds: z
    .array(
      z.object({
        months: z.int().min(1).max(12),
        closesAfterDays: z.int().min(0).max(27, 'ปิดรับรายงานได้ไม่เกิน 27 วันหลังสิ้นรอบ'),
        name: z.string().trim().min(1).max(NAME_UNITS_MAX).optional(),
      }),
    )
    .min(1, 'ต้องมีอย่างน้อยหนึ่งรอบ')
    .max(MAX_ROUNDS),
  /** Days before a round closes on which its units are reminded. */
  reminderDays: z.array(z.int().min(0).max(60)).max(REMINDERS_MAX),
  progressBase: z.union([z.literal('plan'), z.int().min(1).max(10_000)]),
  /** How much a measure in progress counts: 50 is half. */
  inProgressWeightHundredths: z.int().min(0).max(100),
  stillDays: z.int().min(1).max(STILL_DAYS_MAX),
});
export type MeasureSettingsView = z.infer<typeof measureSettingsSchema>;

/** Question part of `GET /api/measures/report`. Without `round` (months, 6 or 12): the plan itself. */
export const reportQuerySchema = z.object({
  year: z.coerce.number().pipe(fiscalYearSchema).optional(),
  layout: layoutIdSchema,
  round: z.coerce.number().int().min(1).max(12).optional(),
  digits: z.enum(['thai', 'as-written']).default('thai'),
});
export type ReportQuery = z.infer<typeof reportQuerySchema>;

/** What `POST /api/downloads` takes as `input` for the kind `measure-report`. */
export const reportDownloadSchema = reportQuerySchema.extend({ format: z.enum(['docx', 'xlsx']) });
export type ReportDownload = z.infer<typeof reportDownloadSchema>;

/** Its answer: the report as it will be printed. Cells are paragraphs, none when empty; texts are plain. */
export const reportPreviewSchema = z.object({
  titleLines: z.array(z.string()),
  intro: z.array(z.string()),
  columns: z.array(columnSchema),
  rows: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('section'), text: z.string() }),
      z.object({ kind: z.literal('measure'), measure: z.int(), cells: z.array(z.array(z.string())) }),
    ]),
  ),
  /** What changed since the round before, and figures that do not fit: Thai sentences. */
  warnings: z.array(z.string()),
});
export type ReportPreview = z.infer<typeof reportPreviewSchema>;
