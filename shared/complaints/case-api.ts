import { z } from 'zod';
import { CATEGORY_IDS } from './categories.ts';
import { DEADLINE_DAYS_MAX } from './deadlines.ts';
import { FIELDS } from './questions.ts';
import type { StatusId } from './status-id.ts';
import { STATUSES } from './statuses.ts';

/** LINE shows 5,000 UTF-16 units; half of it stays readable on a phone, and leaves room for Thai in the seal's padding. */
export const CASE_MESSAGE_UNITS_MAX = 2_500;
/** A reason is read by the complainant in one card. */
export const CASE_REASON_UNITS_MAX = 1_000;
/** Cases on one page of the list. */
export const CASES_PER_PAGE = 50;

const ID_UNITS_MAX = 200;
const id = z.string().min(1).max(ID_UNITS_MAX);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const statusId = z.enum(STATUSES.map((status) => status.id) as [StatusId, ...StatusId[]]);
const categoryId = z.enum(CATEGORY_IDS);
const rev = z.int().min(0);

/** How a case's clock stands, and what to call it. */
export const caseClockSchema = z.object({
  state: z.enum(['running', 'overdue', 'stopped']),
  text: z.string(),
});
export type CaseClock = z.infer<typeof caseClockSchema>;

/** A case on a list. Nothing of what it says. */
export const caseSummarySchema = z.object({
  id,
  number: z.string(),
  category: categoryId,
  categoryLabel: z.string(),
  status: statusId,
  statusLabel: z.string(),
  receivedDay: day,
  dueDay: day,
  clock: caseClockSchema,
  assigneeName: z.string().optional(),
  /** Elements by which a nameless complaint can be investigated, there and in all. */
  filled: z.int().min(0),
  of: z.int().min(1),
  attachmentCount: z.int().min(0),
  /** The reader is its assignee. */
  mine: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** Question part of `GET /api/cases`. */
export const caseListQuerySchema = z.object({
  view: z.enum(['open', 'all']).default('open'),
  after: id.optional(),
});
export type CaseListQuery = z.infer<typeof caseListQuerySchema>;

/** Answer of `GET /api/cases`: by urgency; `next` is the `after` of the next page. */
export const caseListSchema = z.object({
  cases: z.array(caseSummarySchema).max(CASES_PER_PAGE),
  next: id.optional(),
});
export type CaseList = z.infer<typeof caseListSchema>;

/** An attachment; its bytes come from `GET /api/cases/:id/files/:fileId`. */
export const caseFileSchema = z.object({
  id,
  /** `image`: a safe copy that can be shown; everything else is only downloaded. */
  kind: z.enum(['image', 'file']),
  label: z.string(),
  contentType: z.string(),
  sizeBytes: z.int().min(0),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** What was written to one question, opened. Plain text: shown as it is, never as markup. */
export const caseAnswerSchema = z.object({
  field: z.enum(FIELDS),
  label: z.string(),
  texts: z.array(z.string()),
});
export type CaseAnswer = z.infer<typeof caseAnswerSchema>;

/** What one side wrote to the other. */
export const caseMessageSchema = z.object({
  id,
  from: z.enum(['citizen', 'officer']),
  day,
  texts: z.array(z.string()),
  attachments: z.array(caseFileSchema),
});
export type CaseMessage = z.infer<typeof caseMessageSchema>;

/** A status to which the officer can move the case. */
export const caseStepSchema = z.object({
  to: statusId,
  label: z.string(),
  needsReason: z.boolean(),
});
export type CaseStep = z.infer<typeof caseStepSchema>;

/** Answer of `GET /api/cases/:id` and of every write to a case. */
export const caseViewSchema = caseSummarySchema.extend({
  /** Grows with every change; a write names the one it was made from. */
  rev,
  answers: z.array(caseAnswerSchema),
  /** What a nameless complaint still lacks, in words. */
  missing: z.array(z.string()),
  attachments: z.array(caseFileSchema),
  thread: z.array(caseMessageSchema),
  history: z.array(z.object({ day, text: z.string() })),
  steps: z.array(caseStepSchema),
  mayExtend: z.boolean(),
  /** The most days one extension may add. */
  extensionDaysMax: z.int().min(1).max(DEADLINE_DAYS_MAX),
  maxMessageLength: z.int().min(1),
});
export type CaseView = z.infer<typeof caseViewSchema>;

const message = z
  .string()
  .trim()
  .min(1, 'กรุณาพิมพ์ข้อความ')
  .max(CASE_MESSAGE_UNITS_MAX, 'ข้อความยาวเกินไป กรุณาแบ่งเป็นหลายข้อความ');
const reason = z
  .string()
  .trim()
  .min(1, 'กรุณาเขียนเหตุผลให้ผู้ร้องอ่าน')
  .max(CASE_REASON_UNITS_MAX, 'เหตุผลยาวเกินไป กรุณาเขียนให้สั้นลง');

/** Body of `POST /api/cases/:id/messages`. */
export const caseMessageBodySchema = z.object({ rev, text: message });
export type CaseMessageBody = z.infer<typeof caseMessageBodySchema>;

/** Body of `POST /api/cases/:id/moves`. Whether the status needs a reason is checked against the table of statuses. */
export const caseMoveBodySchema = z.object({ rev, to: statusId, reason: reason.optional() });
export type CaseMoveBody = z.infer<typeof caseMoveBodySchema>;

/** Body of `POST /api/cases/:id/extensions`. */
export const caseExtensionBodySchema = z.object({
  rev,
  days: z.int('กรุณาใส่จำนวนวันเป็นตัวเลข').min(1, 'ขยายอย่างน้อย 1 วัน').max(DEADLINE_DAYS_MAX, 'จำนวนวันมากเกินไป'),
  reason,
});
export type CaseExtensionBody = z.infer<typeof caseExtensionBodySchema>;

/** Body of `POST /api/cases/:id/assignee`: the sender takes the case. */
export const caseTakeBodySchema = z.object({ rev });
export type CaseTakeBody = z.infer<typeof caseTakeBodySchema>;

/** What `POST /api/downloads` takes as `input` for the kind `case-file`. */
export const caseFileDownloadSchema = z.object({ caseId: id, fileId: id });
export type CaseFileDownload = z.infer<typeof caseFileDownloadSchema>;
