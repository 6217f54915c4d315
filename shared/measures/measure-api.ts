import { z } from 'zod';
import {
  budgetSchema,
  daySchema,
  fiscalYearSchema,
  idSchema,
  listItemSchema,
  REPORT_TEXT_UNITS_MAX,
  revSchema,
  roundSchema,
  satangSchema,
  statusSchema,
  unitSchema,
} from './api-pieces.ts';

/** Measures on one page of the list. */
export const MEASURES_PER_PAGE = 100;
/** Entries on one page of a measure's history. */
export const HISTORY_PER_PAGE = 30;
/** Pictures and links that one report may bring, and one measure may hold. */
export const EVIDENCE_PER_REPORT_MAX = 10;
export const EVIDENCE_PER_MEASURE_MAX = 60;
/** Largest picture as it comes from the phone. */
export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;
/** Units one measure or one step may have. */
export const UNITS_MAX = 10;
const LINK_UNITS_MAX = 500;
const PERCENT_MAX = 100;

/**
 * How a measure stands. `done`: finished. `late`: its period is over, or the round before passed without a report. `due`: waits
 * for this round's report. `reported`: this round's report is there.
 */
export const dueSchema = z.object({
  state: z.enum(['done', 'late', 'due', 'reported']),
  /** Thai, for a badge: "ต้องรายงานภายใน 15 เม.ย. 2569 (อีก 12 วัน)". */
  text: z.string(),
});
export type DueView = z.infer<typeof dueSchema>;

/** A measure on a list. */
export const measureLineSchema = z.object({
  id: idSchema,
  rev: revSchema,
  /** As printed in front of it; shown, never a key, and may repeat. */
  number: z.string(),
  /** May be cut; the whole of it is in the measure. */
  title: z.string(),
  dimension: z.string(),
  indicator: z.string(),
  units: z.array(unitSchema),
  status: statusSchema.nullable(),
  /** "อยู่ระหว่างดำเนินการ"; "ยังไม่ระบุ" without a status. */
  statusLabel: z.string(),
  percent: z.int().min(0).max(PERCENT_MAX).nullable(),
  /** Day of the newest report; null before the first. */
  reportedDay: daySchema.nullable(),
  due: dueSchema,
  /** No report for longer than the settings allow, and not done. */
  isStill: z.boolean(),
  budgetSet: budgetSchema,
  budgetUsed: budgetSchema,
  /** The reader's unit answers for it, or for one of its steps. */
  mine: z.boolean(),
});
export type MeasureLine = z.infer<typeof measureLineSchema>;

/**
 * Question part of `GET /api/measures`. Without `year`: the plan that reports are taken for now. `view=mine` is the default; `all`
 * is for executive, admin and officer. `after` is the `next` of the page before.
 */
export const measureListQuerySchema = z.object({
  year: z.coerce.number().pipe(fiscalYearSchema).optional(),
  view: z.enum(['mine', 'all']).default('mine'),
  /** Name of a unit as the dashboard gives it. */
  unit: z.string().max(200).optional(),
  show: z.enum(['all', 'late', 'due', 'reported', 'done', 'still']).default('all'),
  after: z.coerce.number().int().min(0).default(0),
});
export type MeasureListQuery = z.infer<typeof measureListQuerySchema>;

/** Answer of `GET /api/measures`. Without a plan: `fiscalYear` null, no lines. */
export const measureListSchema = z.object({
  fiscalYear: fiscalYearSchema.nullable(),
  /** Years that have a plan, newest first. */
  years: z.array(fiscalYearSchema),
  round: roundSchema.nullable(),
  unit: z.string(),
  /** Of all that match, not of this page. */
  total: z.int().min(0),
  measures: z.array(measureLineSchema).max(MEASURES_PER_PAGE),
  next: z.int().optional(),
  /** The reader may read every unit's measures. */
  readsAll: z.boolean(),
  /** The reader may bring in plans, reassign and enter ITA scores. */
  edits: z.boolean(),
});
export type MeasureList = z.infer<typeof measureListSchema>;

/** What was reported, all rounds so far together. Texts are plain: '' empty, '-' a printed dash. */
export const measureValuesSchema = z.object({
  status: statusSchema.nullable(),
  percent: z.int().min(0).max(PERCENT_MAX).nullable(),
  result: z.string(),
  outcome: z.string(),
  followUp: z.string(),
  obstacle: z.string(),
  suggestion: z.string(),
  note: z.string(),
  budgetUsed: budgetSchema,
});
export type MeasureValues = z.infer<typeof measureValuesSchema>;

/** A picture's bytes come from `GET /api/measures/pictures/:id` (image/jpeg). */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), id: idSchema, day: daySchema, months: z.int() }),
  z.object({ kind: z.literal('link'), url: z.string(), day: daySchema, months: z.int() }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** One entry of a measure's history. Nothing in it ever changes. */
export const historyEntrySchema = z.object({
  /** The revision it made. */
  rev: revSchema,
  kind: z.enum(['planned', 'reported', 'reassigned', 'retired']),
  /** Thai: "รายงานผล", "เปลี่ยนหน่วยงาน". */
  label: z.string(),
  atMs: z.int(),
  byName: z.string(),
  byUnit: z.string(),
  /** For a report: the day the work was done, and the round it counts for. */
  day: daySchema.optional(),
  months: z.int().optional(),
  /** Thai: "ผลการดำเนินการ", in order: what this entry changed. */
  changed: z.array(z.string()),
  /** As they stood after it. */
  values: measureValuesSchema,
  units: z.array(unitSchema),
  evidence: z.array(evidenceSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Answer of `GET /api/measures/:year/:id` and of every write to a measure. */
export const measureViewSchema = measureLineSchema.extend({
  fiscalYear: fiscalYearSchema,
  /** Whole. */
  title: z.string(),
  parts: z.array(listItemSchema),
  sections: z.array(z.string()),
  mission: z.string(),
  subtask: z.string(),
  /** A step's own units; null where the measure's units do it. */
  steps: z.array(listItemSchema.extend({ units: z.array(unitSchema).nullable() })),
  unitsPrinted: z.string(),
  period: z.string(),
  values: measureValuesSchema,
  evidence: z.array(evidenceSchema),
  /** Newest first; older ones from `GET /api/measures/:year/:id/history?before=rev`. */
  history: z.array(historyEntrySchema),
  hasOlder: z.boolean(),
  /** Round that a report of today counts for. */
  round: roundSchema,
  /** No plan contains it any more: it can be read, and not be reported on. */
  isRetired: z.boolean(),
  mayReport: z.boolean(),
  mayReassign: z.boolean(),
});
export type MeasureView = z.infer<typeof measureViewSchema>;

/** Question part of `GET /api/measures/:year/:id/history`. */
export const historyQuerySchema = z.object({ before: z.coerce.number().pipe(revSchema) });
/** Its answer. */
export const historyPageSchema = z.object({ history: z.array(historyEntrySchema), hasOlder: z.boolean() });
export type HistoryPage = z.infer<typeof historyPageSchema>;

const text = z.string().max(REPORT_TEXT_UNITS_MAX, 'ข้อความยาวเกิน 3,000 ตัวอักษร กรุณาเขียนให้สั้นลง');
const linkSchema = z
  .url({ protocol: /^https?$/, error: 'ลิงก์ต้องขึ้นต้นด้วย https:// หรือ http://' })
  .max(LINK_UNITS_MAX, 'ลิงก์ยาวเกินไป');

/**
 * Body of `POST /api/measures/:year/:id/reports`. A field left out was not touched and stays; '' empties it. Must touch something.
 * 409 `changed` carries `MeasureChanged` in `current`.
 */
export const measureReportBodySchema = z.object({
  rev: revSchema,
  status: statusSchema.optional(),
  percent: z
    .int('กรุณาใส่ร้อยละเป็นจำนวนเต็ม')
    .min(0, 'ร้อยละต้องอยู่ระหว่าง 0 ถึง 100')
    .max(PERCENT_MAX, 'ร้อยละต้องอยู่ระหว่าง 0 ถึง 100')
    .optional(),
  result: text.optional(),
  outcome: text.optional(),
  followUp: text.optional(),
  obstacle: text.optional(),
  suggestion: text.optional(),
  note: text.optional(),
  /** Used so far in all, not since the last report. Null: no money was used ("-"). */
  budgetUsedSatang: satangSchema.nullable().optional(),
  /** When it was done; today when left out. */
  day: daySchema.optional(),
  /** Ids from `POST /api/measures/:year/:id/pictures`. */
  pictures: z.array(idSchema).max(EVIDENCE_PER_REPORT_MAX, 'แนบได้ครั้งละไม่เกิน 10 รูป').optional(),
  links: z.array(linkSchema).max(EVIDENCE_PER_REPORT_MAX, 'แนบได้ครั้งละไม่เกิน 10 ลิงก์').optional(),
});
export type MeasureReportBody = z.infer<typeof measureReportBodySchema>;

/**
 * `current` of the 409 problem of a report or a reassignment: what stands now, and what stood at the revision the phone knew (null
 * when that is not known). What the phone sent it still has; to merge, send it again with `now.rev`.
 */
export const measureChangedSchema = z.object({
  now: measureViewSchema,
  base: measureValuesSchema.nullable(),
});
export type MeasureChanged = z.infer<typeof measureChangedSchema>;

/** Body of `POST /api/measures/:year/:id/units`: whose it is from now on. With `step` (from 0): of that step alone. */
export const reassignBodySchema = z.object({
  rev: revSchema,
  step: z.int().min(0).optional(),
  /** Empty only for a step: back to the measure's own units. */
  units: z.array(unitSchema).max(UNITS_MAX),
});
export type ReassignBody = z.infer<typeof reassignBodySchema>;

/**
 * Answer of `POST /api/measures/:year/:id/pictures`. Body: the bytes of one image (JPEG, PNG, WebP or GIF), any Content-Type, with an
 * Idempotency-Key. A picture that no report names is removed after a day.
 */
export const pictureSchema = z.object({
  id: idSchema,
  contentType: z.literal('image/jpeg'),
  sizeBytes: z.int().min(1),
});
export type Picture = z.infer<typeof pictureSchema>;
