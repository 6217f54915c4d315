import type { DisseminationEntry } from '../../shared/notices/dissemination.ts';
import type { GiftContent, GiftRound } from '../../shared/notices/gift-api.ts';
import type { NoticeContent, NoticeStatus } from '../../shared/notices/notice-api.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { collection } from '../store/store.ts';

/** How a notice stands in one group. While `ended` is missing, the post itself says. */
export interface GroupDelivery {
  readonly groupId: string;
  /** Undefined when the group could get nothing: the account was not in it, or it takes no notices. */
  readonly postId?: string;
  /** Edition of the text that the post carries. */
  readonly edition: number;
  /** LINE refused the card with its picture, so the text went alone. */
  readonly withoutPicture: boolean;
  readonly ended?: {
    readonly state: 'sent' | 'unsure' | 'failed' | 'cancelled' | 'gone';
    readonly atMs?: number;
    readonly via?: 'reply' | 'push';
  };
}

/** A notice from its first draft on. */
export interface Notice {
  readonly content: NoticeContent;
  readonly status: NoticeStatus;
  readonly authorId: string;
  /** When it is due; undefined for a draft. */
  readonly sendAtMs?: number;
  /** When its posts were made. */
  readonly postedAtMs?: number;
  /** Grows with each edit after its posts were made. */
  readonly edition: number;
  /** One for each group once its posts were made. */
  readonly deliveries: readonly GroupDelivery[];
  /** What people wrote down, and what the program sent. Oldest first. */
  readonly log: readonly DisseminationEntry[];
  /** The notice it corrects. */
  readonly correctsId?: string;
  /** Reminders: from when; then how far down the members the program has come. */
  readonly remindAtMs?: number;
  readonly reminding?: { readonly after: string };
  readonly remindedAtMs?: number;
  /** When the job looks at it again; absent when nothing is left to do. */
  readonly nextCheckAtMs?: number;
  /** Lists go by it: the time of sending, or of the last change of a draft. */
  readonly orderMs: number;
  /** Grows with every change by a person. */
  readonly rev: number;
}

/** One member's รับทราบ. The id is `{noticeId}-{userId}`: one each. */
export interface NoticeAck {
  readonly noticeId: string;
  readonly userId: string;
  readonly atMs: number;
}

/** When a group was last told how many acknowledged a notice. The id is made of both. */
export interface NoticeTold {
  readonly atMs: number;
}

/** What was uploaded for notices and gifts. The id is random and names the file; who knows it can fetch a public one. */
export interface NoticeFileRecord {
  readonly use: 'picture' | 'document' | 'gift';
  readonly fileName: string;
  readonly width?: number;
  readonly height?: number;
  readonly byId: string;
  /** While nothing uses it; then it is swept away, file and all. */
  readonly unusedUntilMs?: number;
}

/** A season's notice of one year: proposed, then taken up or not. The id is the season's key. */
export interface SeasonRecord {
  readonly state: 'proposed' | 'accepted' | 'declined';
  readonly noticeId?: string;
  readonly byId?: string;
}

export interface NoticeSettings {
  readonly quietFromHour: number;
  readonly quietToHour: number;
  readonly executiveName: string;
  readonly executivePosition: string;
  readonly remindPushDays: number;
  readonly seasonLeadDays: number;
  readonly rev: number;
}

/** People in a group as LINE last said: a chat's transaction cannot ask. The id is the group id. */
export interface GroupSize {
  readonly people: number;
  readonly atMs: number;
}

/** One entry of the gift register. */
export interface Gift {
  readonly content: GiftContent;
  readonly unit: string;
  readonly reporterId: string;
  readonly fiscalYear: FiscalYear;
  readonly status: 'entered' | 'withdrawn';
  readonly rev: number;
}

/** A unit's statement that it received nothing in a round. The id is made of the three. */
export interface GiftNil {
  readonly fiscalYear: FiscalYear;
  readonly round: GiftRound;
  readonly unit: string;
  readonly byId: string;
  readonly state: 'stated' | 'withdrawn';
  readonly rev: number;
}

export const notices = collection<Notice>('notices', {
  indexes: [['nextCheckAtMs'], ['status', 'orderMs']],
});
export const noticeAcks = collection<NoticeAck>('noticeAcks', { indexes: [['noticeId']] });
export const noticeTold = collection<NoticeTold>('noticeTold');
export const noticeFiles = collection<NoticeFileRecord>('noticeFiles', { indexes: [['unusedUntilMs']] });
export const noticeSeasons = collection<SeasonRecord>('noticeSeasons');
export const noticeSettings = collection<NoticeSettings>('noticeSettings');
export const groupSizes = collection<GroupSize>('groupSizes');
export const gifts = collection<Gift>('gifts', {
  indexes: [
    ['fiscalYear', 'status'],
    ['fiscalYear', 'status', 'reporterId'],
  ],
});
export const giftNils = collection<GiftNil>('giftNils', { indexes: [['fiscalYear', 'round']] });

/** The one settings document. */
export const NOTICE_SETTINGS_ID = 'settings';

/** An office that set nothing. */
export const NEW_NOTICE_SETTINGS: NoticeSettings = {
  quietFromHour: 20,
  quietToHour: 7,
  executiveName: '',
  executivePosition: '',
  remindPushDays: 3,
  seasonLeadDays: 14,
  rev: 0,
};

/** Id of one member's รับทราบ. */
export function ackId(noticeId: string, userId: string): string {
  return `${noticeId}-${userId}`;
}

/** Id of what a group was last told of a notice. */
export function toldId(noticeId: string, groupId: string): string {
  return `${noticeId}-${groupId}`;
}

/** Id of the post by which a group gets an edition; `plain` after LINE refused the picture. */
export function noticePostId(noticeId: string, groupId: string, edition: number, plain = false): string {
  return `notice-${noticeId}-${groupId}-${edition}${plain ? '-plain' : ''}`;
}

/** Id of the one reminder that a member may get about a notice. */
export function remindPostId(noticeId: string, userId: string): string {
  return `notice-reminder-${noticeId}-${userId}`;
}
