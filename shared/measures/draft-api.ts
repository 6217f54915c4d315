import { z } from 'zod';
import {
  budgetSchema,
  fiscalYearSchema,
  idSchema,
  listItemSchema,
  revSchema,
  statusSchema,
  unitSchema,
} from './api-pieces.ts';
import type { DoubtKind } from './reading.ts';

/** Pasted text in one request; longer reports are sent as a file. */
export const PASTED_UNITS_MAX = 80_000;
/** A file with a report, DOCX, XLSX or text. */
export const PLAN_FILE_BYTES_MAX = 10 * 1024 * 1024;
export const DRAFT_MEASURES_PER_PAGE = 50;
/** Edits in one request. */
export const DRAFT_EDITS_MAX = 50;
/** One edited cell. */
export const DRAFT_TEXT_UNITS_MAX = 20_000;

/** Body of `POST /api/measures/drafts`: a pasted table, or the plan of one year as a start for another. */
export const draftBodySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pasted'),
    text: z.string().min(1, 'กรุณาวางตารางมาตรการ').max(PASTED_UNITS_MAX, 'ข้อความยาวเกินไป กรุณาส่งเป็นไฟล์'),
    /** Wins over the year that is printed. */
    fiscalYear: fiscalYearSchema.optional(),
  }),
  z.object({ kind: z.literal('copy'), from: fiscalYearSchema, fiscalYear: fiscalYearSchema }),
]);
export type DraftBody = z.infer<typeof draftBodySchema>;

/** Question part of `POST /api/measures/drafts/file`, whose body is the bytes of the file. */
export const draftFileQuerySchema = z.object({ year: z.coerce.number().pipe(fiscalYearSchema).optional() });

/** Something a person should look at. Nothing is corrected without them. */
export const doubtSchema = z.object({
  id: z.string(),
  what: z.custom<DoubtKind>((is) => typeof is === 'string'),
  /** Field of the measure as in `draftFieldSchema`; null when it is about the whole. */
  field: z.string().nullable(),
  sentence: z.string(),
  printed: z.string().optional(),
  /** What it probably means; put in by the edit `use-suggestion`. */
  suggestion: z.string().optional(),
  /** Where in the sent text: "แถวที่ 3 ของตารางที่ 1". */
  where: z.string(),
  /** A person looked at it. */
  isSettled: z.boolean(),
});
export type DraftDoubtView = z.infer<typeof doubtSchema>;

/** The cells a person can edit. Each is sent as text and read as the importer reads it: lists by line, "-" and '' are different. */
export const draftFieldSchema = z.enum([
  'title',
  'dimension',
  'mission',
  'subtask',
  'indicator',
  'steps',
  'units',
  'period',
  'budgetSet',
  'budgetUsed',
  'result',
  'outcome',
  'followUp',
  'obstacle',
  'suggestion',
  'status',
  'note',
]);
export type EditableField = z.infer<typeof draftFieldSchema>;

/** One measure as it was understood. */
export const draftMeasureSchema = z.object({
  /** Names it within the draft. */
  key: idSchema,
  number: z.string(),
  title: z.string(),
  parts: z.array(listItemSchema),
  sections: z.array(z.string()),
  dimension: z.string(),
  mission: z.string(),
  subtask: z.string(),
  indicator: z.string(),
  steps: z.array(listItemSchema),
  units: z.array(unitSchema),
  unitsPrinted: z.string(),
  period: z.string(),
  /** The months understood of it; '' for none. */
  periodRead: z.string(),
  budgetSet: budgetSchema,
  budgetUsed: budgetSchema,
  result: z.string(),
  outcome: z.string(),
  followUp: z.string(),
  obstacle: z.string(),
  suggestion: z.string(),
  status: statusSchema.nullable(),
  statusPrinted: z.string(),
  note: z.string(),
  doubts: z.array(doubtSchema),
  /** The measure of the plan that this one is taken to be; its updates stay with it. Null: a new one. */
  match: z.object({ id: idSchema, title: z.string() }).nullable(),
});
export type DraftMeasure = z.infer<typeof draftMeasureSchema>;

/** Question part of `GET /api/measures/drafts/:id`. */
export const draftQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  /** Only measures with doubts nobody settled. */
  show: z.enum(['all', 'doubtful']).default('all'),
});

/** Answer of `GET /api/measures/drafts/:id` and of every write to a draft but acceptance. */
export const draftSchema = z.object({
  id: idSchema,
  rev: revSchema,
  source: z.enum(['pasted', 'docx', 'xlsx', 'text', 'copy']),
  /** Null: must be set before it can be accepted. */
  fiscalYear: fiscalYearSchema.nullable(),
  officeName: z.string(),
  layout: z.enum(['ph', 'kh', 'so', 'ch', 'ka', 'other']),
  title: z.array(z.string()),
  measureCount: z.int().min(0),
  /** Not settled, in all. */
  doubtCount: z.int().min(0),
  /** About the whole. */
  doubts: z.array(doubtSchema),
  /** Measures of the present plan of that year that are not in this draft: accepting it as `replace` retires them. */
  missing: z.array(z.object({ id: idSchema, title: z.string() })),
  hasPlan: z.boolean(),
  measures: z.array(draftMeasureSchema).max(DRAFT_MEASURES_PER_PAGE),
  next: z.int().optional(),
  expiresAtMs: z.int(),
});
export type DraftView = z.infer<typeof draftSchema>;

/** Answer of `GET /api/measures/drafts`: drafts that wait, newest first. Any admin or officer goes on with any of them. */
export const openDraftsSchema = z.object({
  drafts: z.array(
    z.object({
      id: idSchema,
      source: draftSchema.shape.source,
      fiscalYear: fiscalYearSchema.nullable(),
      measureCount: z.int(),
      doubtCount: z.int(),
      startedAtMs: z.int(),
      expiresAtMs: z.int(),
    }),
  ),
});
export type OpenDrafts = z.infer<typeof openDraftsSchema>;

const key = idSchema;
const text = z.string().max(DRAFT_TEXT_UNITS_MAX, 'ข้อความยาวเกินไป');

/** One edit of a draft. */
export const draftEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), key, field: draftFieldSchema, text }),
  /** `use-suggestion` puts the suggestion in; `settle` leaves the text as printed. Without `key`: a doubt about the whole. */
  z.object({ kind: z.enum(['settle', 'use-suggestion']), key: key.optional(), doubt: z.string().max(20) }),
  z.object({ kind: z.literal('remove'), key }),
  z.object({
    kind: z.literal('add'),
    title: z.string().trim().min(1, 'กรุณาใส่ชื่อมาตรการ').max(DRAFT_TEXT_UNITS_MAX),
  }),
  /** Says which measure of the plan it is; null makes it a new one. */
  z.object({ kind: z.literal('match'), key, id: idSchema.nullable() }),
  /** Pairs the draft with the plan of that year anew. */
  z.object({ kind: z.literal('year'), fiscalYear: fiscalYearSchema }),
]);
export type DraftEdit = z.infer<typeof draftEditSchema>;

/** Body of `POST /api/measures/drafts/:id/edits`. All of them or none. Answers with the page that starts at `after`. */
export const draftEditsBodySchema = z.object({
  rev: revSchema,
  edits: z.array(draftEditSchema).min(1).max(DRAFT_EDITS_MAX),
  after: z.int().min(0).default(0),
});
export type DraftEditsBody = z.infer<typeof draftEditsBodySchema>;

/**
 * Body of `POST /api/measures/drafts/:id/accept`. `replace`: the draft is the whole plan. `add`: it adds to the plan, and nothing
 * is retired. In both, matched measures keep their id, history and what was reported.
 */
export const acceptBodySchema = z.object({
  rev: revSchema,
  mode: z.enum(['replace', 'add']),
  /** `drop`: results, statuses and spending printed in the report are not taken over. */
  results: z.enum(['keep', 'drop']).default('keep'),
});
export type AcceptBody = z.infer<typeof acceptBodySchema>;

/** Its answer. */
export const acceptedSchema = z.object({
  fiscalYear: fiscalYearSchema,
  added: z.int(),
  kept: z.int(),
  retired: z.int(),
});
export type Accepted = z.infer<typeof acceptedSchema>;
