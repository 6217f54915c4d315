import { z } from 'zod';
import { isDay } from '../thai/days.ts';
import { GIFT_QUANTITY_MAX, GIFT_VALUE_SATANG_MAX, GIFT_WORDS_UNITS_MAX } from './gift-limits.ts';

/** Gifts of one round; an office has a handful. */
export const GIFTS_MAX = 300;

const id = z.string().min(1).max(200);
const day = z.string().refine((text): boolean => isDay(text), 'กรุณาเลือกวันที่');
const rev = z.int().min(0);
const words = (missing: string) =>
  z.string().trim().min(1, missing).max(GIFT_WORDS_UNITS_MAX, 'ข้อความยาวเกินไป กรุณาเขียนให้สั้นลง');

export const GIVER_KINDS = ['state', 'private', 'public', 'other'] as const;
export const RECEIVED_AS = ['office', 'person'] as const;
export const GIFT_ACTIONS = ['returned', 'handed-over', 'other'] as const;
/** 6: October to March; 12: the whole fiscal year. */
export const GIFT_ROUNDS = ['6', '12'] as const;
export type GiftRound = (typeof GIFT_ROUNDS)[number];

/** What a person reports of one gift: the columns of the form "แบบรายงานการรับของขวัญและของกำนัลตามนโยบาย No Gift Policy". */
export const giftContentSchema = z.object({
  receivedDay: day,
  giverKind: z.enum(GIVER_KINDS),
  giver: words('กรุณาใส่ผู้ให้'),
  item: words('กรุณาใส่รายการของขวัญ'),
  quantity: z.int('กรุณาใส่จำนวนเป็นตัวเลข').min(1, 'จำนวนต้องเป็น 1 ขึ้นไป').max(GIFT_QUANTITY_MAX),
  /** Estimated value of all of it. */
  valueSatang: z.int().min(0).max(GIFT_VALUE_SATANG_MAX),
  occasion: words('กรุณาใส่โอกาสที่ได้รับ'),
  receivedAs: z.enum(RECEIVED_AS),
  action: z.enum(GIFT_ACTIONS),
  note: z.string().trim().max(GIFT_WORDS_UNITS_MAX).optional(),
  /** From `POST /api/gifts/pictures`. */
  pictureId: id.optional(),
});
export type GiftContent = z.infer<typeof giftContentSchema>;

/** Body of `POST /api/gifts`. The reporter's unit is the member's own. */
export const giftCreateBodySchema = z.object({ content: giftContentSchema });
export type GiftCreateBody = z.infer<typeof giftCreateBodySchema>;

/** Body of `POST /api/gifts/:id`. */
export const giftEditBodySchema = z.object({ rev, content: giftContentSchema });
export type GiftEditBody = z.infer<typeof giftEditBodySchema>;

/** Body of `POST /api/gifts/:id/withdraw`: the entry leaves the register; the audit log keeps that it was there. */
export const giftWithdrawBodySchema = z.object({ rev });
export type GiftWithdrawBody = z.infer<typeof giftWithdrawBodySchema>;

/** Answer of `POST /api/gifts/pictures` (bytes of a picture). The picture comes from `GET /api/gifts/:id/picture` only. */
export const giftPictureSchema = z.object({ id });
export type GiftPicture = z.infer<typeof giftPictureSchema>;

/** One gift as its reporter, or who looks after the register, sees it. */
export const giftViewSchema = giftContentSchema.extend({
  id,
  rev,
  unit: z.string(),
  reporterName: z.string(),
  /** The reader reported it. */
  mine: z.boolean(),
  mayEdit: z.boolean(),
  hasPicture: z.boolean(),
  /** Worth more than 3,000 baht: to be reported to the head of the office within 30 days. */
  aboveLimit: z.boolean(),
  /** Last day of that report; absent below the limit. */
  reportByDay: day.optional(),
});
export type GiftView = z.infer<typeof giftViewSchema>;

/** Question part of `GET /api/gifts` and `GET /api/gifts/report`. `fiscalYear` CE, named by the year it ends in; default: now. */
export const giftQuerySchema = z.object({
  fiscalYear: z.coerce.number().int().min(1900).max(2200).optional(),
  round: z.enum(GIFT_ROUNDS).optional(),
});
export type GiftQuery = z.infer<typeof giftQuerySchema>;

/** How one unit stands in a round. */
export const giftUnitSchema = z.object({
  unit: z.string(),
  state: z.enum(['gifts', 'nil', 'missing']),
  stateLabel: z.string(),
  gifts: z.int().min(0),
  /** Who said that there was nothing. */
  nilByName: z.string().optional(),
  rev,
});
export type GiftUnit = z.infer<typeof giftUnitSchema>;

/** Answer of `GET /api/gifts`: one's own gifts; all of them for admins, officers and executives. */
export const giftListSchema = z.object({
  fiscalYear: z.int(),
  round: z.enum(GIFT_ROUNDS),
  periodText: z.string(),
  gifts: z.array(giftViewSchema).max(GIFTS_MAX),
  /** One's own unit; every unit for admins, officers and executives. */
  units: z.array(giftUnitSchema),
  seesAll: z.boolean(),
});
export type GiftList = z.infer<typeof giftListSchema>;

/** Body of `POST /api/gifts/nil`: the unit received nothing in the round. `withdraw` takes the statement back. */
export const giftNilBodySchema = z.object({
  fiscalYear: z.int().min(1900).max(2200),
  round: z.enum(GIFT_ROUNDS),
  /** One's own unit; any unit for admins and officers. */
  unit: z.string().trim().min(1).max(60),
  withdraw: z.boolean().default(false),
});
export type GiftNilBody = z.input<typeof giftNilBodySchema>;

/** What `POST /api/downloads` takes as `input` for the kind `gift-register`: the report of a round as a file. */
export const giftDownloadSchema = giftQuerySchema.extend({ format: z.enum(['docx', 'xlsx']) });
export type GiftDownload = z.infer<typeof giftDownloadSchema>;
export const GIFT_DOWNLOAD_KIND = 'gift-register';

/** Answer of `GET /api/gifts/report`: the rows of the ITA report. */
export const giftReportSchema = z.object({
  titleLines: z.array(z.string()),
  columns: z.array(z.object({ id: z.string(), label: z.string() })),
  rows: z.array(z.array(z.string())),
  /** "รวมทั้งสิ้น 3 ครั้ง …" */
  totalText: z.string(),
  /** "ไม่มีการรับของขวัญ", when there is no row. */
  nilText: z.string().optional(),
  /** Units that reported nothing at all yet. */
  missingUnits: z.array(z.string()),
});
export type GiftReportView = z.infer<typeof giftReportSchema>;
