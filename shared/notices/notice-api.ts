import { z } from 'zod';
import { isDay } from '../thai/days.ts';
import { NOTICE_KIND_IDS } from './kind-ids.ts';
import {
  DISSEMINATION_MAX,
  DISSEMINATION_NOTE_UNITS_MAX,
  NOTICE_GROUPS_MAX,
  NOTICE_LINK_LABEL_UNITS_MAX,
  NOTICE_LINK_UNITS_MAX,
  NOTICE_TEXT_UNITS_MAX,
  NOTICE_TITLE_UNITS_MAX,
  NOTICES_PER_PAGE,
} from './notice-limits.ts';

const ID_UNITS_MAX = 200;
const id = z.string().min(1).max(ID_UNITS_MAX);
const day = z.string().refine((text): boolean => isDay(text), 'กรุณาเลือกวันที่');
const rev = z.int().min(0);
const count = z.int().min(0);
const kindId = z.enum(NOTICE_KIND_IDS);

/** Where a notice was made known. `line` entries are written by the program itself, when a group has got it. */
export const CHANNELS = ['line', 'website', 'board', 'meeting', 'radio'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

/** `draft` is seen by those who write notices only; `posted` went to at least one group, or is on its way there. */
export const noticeStatusSchema = z.enum(['draft', 'scheduled', 'posted', 'cancelled']);
export type NoticeStatus = z.infer<typeof noticeStatusSchema>;

const link = z
  .url({ protocol: /^https$/, error: 'กรุณาใส่ลิงก์ที่ขึ้นต้นด้วย https://' })
  .max(NOTICE_LINK_UNITS_MAX, 'ลิงก์ยาวเกินไป');

/** What the card's button opens: an address, or a PDF uploaded with `POST /api/notices/documents`. */
export const noticeLinkSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('url'),
    url: link,
    label: z.string().trim().max(NOTICE_LINK_LABEL_UNITS_MAX).optional(),
  }),
  z.object({
    kind: z.literal('document'),
    fileId: id,
    label: z.string().trim().max(NOTICE_LINK_LABEL_UNITS_MAX).optional(),
  }),
]);
export type NoticeLink = z.infer<typeof noticeLinkSchema>;

/** What a person writes of a notice. */
export const noticeContentSchema = z.object({
  kind: kindId,
  title: z
    .string()
    .trim()
    .min(1, 'กรุณาใส่หัวเรื่อง')
    .max(NOTICE_TITLE_UNITS_MAX, 'หัวเรื่องยาวเกินไป กรุณาเขียนให้สั้นลง'),
  text: z.string().trim().min(1, 'กรุณาใส่ข้อความ').max(NOTICE_TEXT_UNITS_MAX, 'ข้อความยาวเกินไป กรุณาเขียนให้สั้นลง'),
  /** From `POST /api/notices/pictures`. */
  pictureId: id.optional(),
  link: noticeLinkSchema.optional(),
  groupIds: z.array(id).min(1, 'กรุณาเลือกกลุ่มที่จะส่ง').max(NOTICE_GROUPS_MAX, 'เลือกกลุ่มมากเกินไป'),
  /** By when it should have been read; the day itself counts. */
  readByDay: day.optional(),
  /** People are asked to tap รับทราบ. */
  asksAck: z.boolean(),
});
export type NoticeContent = z.infer<typeof noticeContentSchema>;

/** Body of `POST /api/notices/preview`. Changes nothing. `correctsId`: as with `POST /api/notices`. */
export const noticePreviewBodySchema = z.object({ content: noticeContentSchema, correctsId: id.optional() });
export type NoticePreviewBody = z.infer<typeof noticePreviewBodySchema>;

/** Body of `POST /api/notices`: makes a draft. `correctsId`: it corrects a notice that some groups already have. */
export const noticeCreateBodySchema = z.object({ content: noticeContentSchema, correctsId: id.optional() });
export type NoticeCreateBody = z.infer<typeof noticeCreateBodySchema>;

/**
 * Body of `POST /api/notices/:id`. Once it was sent, kind and groups stay: groups that have the notice keep what they have
 * and those that have not get the new text.
 */
export const noticeEditBodySchema = z.object({ rev, content: noticeContentSchema });
export type NoticeEditBody = z.infer<typeof noticeEditBodySchema>;

/** Body of `POST /api/notices/:id/schedule`. A time within the quiet hours becomes their end; `now` is now, but nothing is pushed before. */
export const noticeScheduleBodySchema = z.object({
  rev,
  at: z.union([
    z.literal('now'),
    z.object({ day, hour: z.int().min(0).max(23), minute: z.int().min(0).max(59) }),
  ]),
});
export type NoticeScheduleBody = z.infer<typeof noticeScheduleBodySchema>;

/** Body of `POST /api/notices/:id/cancel`: groups that have it keep it, the others never get it. */
export const noticeCancelBodySchema = z.object({ rev });
export type NoticeCancelBody = z.infer<typeof noticeCancelBodySchema>;

/** Body of `POST /api/notices/:id/log`. */
export const noticeLogBodySchema = z.object({
  rev,
  channel: z.enum(['website', 'board', 'meeting', 'radio']),
  day,
  hour: z.int().min(0).max(23).optional(),
  minute: z.int().min(0).max(59).optional(),
  /** Proof: where it can be seen, or a picture from `POST /api/notices/pictures`. */
  url: link.optional(),
  pictureId: id.optional(),
  note: z.string().trim().max(DISSEMINATION_NOTE_UNITS_MAX, 'หมายเหตุยาวเกินไป').optional(),
});
export type NoticeLogBody = z.infer<typeof noticeLogBodySchema>;

/** Body of `POST /api/notices/:id/acknowledge`. */
export const noticeAckBodySchema = z.object({});

/** Answer of `POST /api/notices/pictures` (bytes of a JPEG, PNG, WebP or GIF) and `POST /api/notices/documents` (of a PDF). */
export const noticeFileSchema = z.object({
  id,
  /** Public, under a name that cannot be guessed. Empty while the office has no public address. */
  url: z.string(),
  width: z.int().min(1).optional(),
  height: z.int().min(1).optional(),
});
export type NoticeFile = z.infer<typeof noticeFileSchema>;

/** How the notice stands in one group. */
export const deliverySchema = z.object({
  groupId: id,
  groupName: z.string(),
  /** `parked`: the month has no messages left; it waits for a free ride. `gone`: the account is not in the group any more. */
  state: z.enum(['planned', 'waiting', 'sending', 'sent', 'parked', 'unsure', 'failed', 'cancelled', 'gone']),
  stateLabel: z.string(),
  sentAtMs: z.number().optional(),
  via: z.enum(['reply', 'push']).optional(),
  /** Which edition of the text the group has. */
  edition: z.int().min(1),
  withoutPicture: z.boolean(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** One entry of the dissemination log, the oldest first. */
export const disseminationSchema = z.object({
  channel: channelSchema,
  channelLabel: z.string(),
  day,
  atMs: z.number().optional(),
  url: z.string().optional(),
  pictureUrl: z.string().optional(),
  note: z.string().optional(),
  /** Who wrote it down; empty for the program. */
  byName: z.string(),
});
export type Dissemination = z.infer<typeof disseminationSchema>;

/** A notice on a list. */
export const noticeSummarySchema = z.object({
  id,
  kind: kindId,
  kindLabel: z.string(),
  title: z.string(),
  status: noticeStatusSchema,
  statusLabel: z.string(),
  /** Absent for drafts. */
  sendAtMs: z.number().optional(),
  readByDay: day.optional(),
  asksAck: z.boolean(),
  ackCount: count,
  /** The reader has tapped รับทราบ. */
  acknowledged: z.boolean(),
});
export type NoticeSummary = z.infer<typeof noticeSummarySchema>;

/** Question part of `GET /api/notices`: `mine` is what was posted, for every member; the others are for who writes notices. */
export const noticeListQuerySchema = z.object({
  view: z.enum(['mine', 'coming', 'posted', 'drafts', 'cancelled']).default('mine'),
  after: id.optional(),
});
export type NoticeListQuery = z.infer<typeof noticeListQuerySchema>;

/** Answer of `GET /api/notices`. `next` is the `after` of the next page. */
export const noticeListSchema = z.object({
  notices: z.array(noticeSummarySchema).max(NOTICES_PER_PAGE),
  next: id.optional(),
});
export type NoticeList = z.infer<typeof noticeListSchema>;

/** What stands against a notice, in words; `code` for the page. */
export const noticeWarningSchema = z.object({ code: z.string(), text: z.string() });
export type NoticeWarning = z.infer<typeof noticeWarningSchema>;

/** Answer of `GET /api/notices/:id` and of every write to a notice. */
export const noticeViewSchema = noticeSummarySchema.extend({
  rev,
  text: z.string(),
  pictureId: id.optional(),
  pictureUrl: z.string().optional(),
  link: noticeLinkSchema.optional(),
  linkUrl: z.string().optional(),
  groupIds: z.array(id),
  /** The notice that this one corrects. */
  correctsId: id.optional(),
  /** Grows with each edit after the first group was due. */
  edition: z.int().min(1),
  /** Members who could acknowledge. */
  memberCount: count,
  authorName: z.string(),
  deliveries: z.array(deliverySchema),
  disseminations: z.array(disseminationSchema).max(DISSEMINATION_MAX + NOTICE_GROUPS_MAX),
  /** Order and proof that are missing, groups with an older edition, … */
  warnings: z.array(noticeWarningSchema),
  mayEdit: z.boolean(),
  mayCancel: z.boolean(),
  maySchedule: z.boolean(),
  /** Some groups have an older edition: `POST /api/notices` with `correctsId` tells them. */
  mayCorrect: z.boolean(),
  /** The reader may see who has acknowledged and who has not. */
  maySeeReaders: z.boolean(),
});
export type NoticeView = z.infer<typeof noticeViewSchema>;

/** What sending would cost at most: nothing for a group where somebody types in time. */
export const noticeCostSchema = z.object({
  /** Messages of the month, if nobody types anywhere. */
  messages: count,
  /** `people` is absent when LINE could not say. */
  perGroup: z.array(z.object({ groupId: id, groupName: z.string(), people: count.optional() })),
  /** Left of the month, the reserve taken off; absent when there is no limit or LINE could not say. */
  left: z.int().optional(),
  fits: z.boolean(),
  text: z.string(),
});
export type NoticeCost = z.infer<typeof noticeCostSchema>;

/** Answer of `POST /api/notices/preview`: `message` is the Flex message, exactly as LINE will get it. */
export const noticePreviewSchema = z.object({
  message: z.record(z.string(), z.unknown()),
  cost: noticeCostSchema,
  warnings: z.array(noticeWarningSchema),
});
export type NoticePreview = z.infer<typeof noticePreviewSchema>;

/** Answer of `GET /api/notices/form`: everything the screen for writing a notice needs. */
export const noticeFormSchema = z.object({
  kinds: z.array(
    z.object({
      id: kindId,
      label: z.string(),
      hint: z.string(),
      title: z.string(),
      text: z.string(),
      asksAck: z.boolean(),
      /** Suggested days until it should have been read. */
      readDays: z.int().min(0).optional(),
    }),
  ),
  /** Linked groups; `chosen` ones receive notices by their settings. */
  groups: z.array(z.object({ id, name: z.string(), people: count.optional(), chosen: z.boolean() })),
  /** "20.00 น. ถึง 07.00 น." */
  quietText: z.string(),
  titleMax: z.int(),
  textMax: z.int(),
});
export type NoticeForm = z.infer<typeof noticeFormSchema>;

/** Answer of `GET /api/notices/:id/readers`; admins only. */
export const noticeReadersSchema = z.object({
  acknowledged: z.array(z.object({ name: z.string(), unit: z.string(), atMs: z.number() })),
  notYet: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      reminder: z.enum(['none', 'waiting', 'sent']),
      reminderLabel: z.string(),
    }),
  ),
});
export type NoticeReaders = z.infer<typeof noticeReadersSchema>;

/** Body of `POST /api/notices/:id/remind`; admins only: everybody who has not acknowledged gets one reminder, once. */
export const noticeRemindBodySchema = z.object({ rev });
export type NoticeRemindBody = z.infer<typeof noticeRemindBodySchema>;

const hour = z.int('กรุณาใส่ชั่วโมงเป็นตัวเลข').min(0).max(23);

/** Answer of `GET /api/notice-settings`; body of `POST /api/notice-settings` (admins). */
export const noticeSettingsSchema = z.object({
  rev,
  /** Nothing is pushed from this hour on … */
  quietFromHour: hour,
  /** … until this one. The same hour twice: no quiet hours. */
  quietToHour: hour,
  /** Name and position under the No Gift announcement. */
  executiveName: z.string().trim().max(100),
  executivePosition: z.string().trim().max(100),
  /** Days between the day a notice should have been read and a pushed reminder. */
  remindPushDays: z.int().min(0).max(30),
  /** Days before a season at which its notice is proposed. */
  seasonLeadDays: z.int().min(1).max(60),
});
export type NoticeSettingsView = z.infer<typeof noticeSettingsSchema>;
