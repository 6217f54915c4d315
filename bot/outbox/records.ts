import type { QuietHours } from '../../shared/people/quiet-hours.ts';
import type { Message } from '../line/line.ts';
import { collection } from '../store/store.ts';

/**
 * An answer that waits to be given with its reply token. Its row is created in the event's transaction and removed when
 * given, so a crash in between leaves it for the sweeper. The token works once, which makes trying again with it safe.
 */
export interface ReplyRow {
  readonly replyToken: string;
  readonly messages: readonly Message[];
  /** When the program got the event, epoch ms: the token's minute counts from here. */
  readonly receivedAtMs: number;
  /** When it happened by LINE's clock; earlier than `receivedAtMs` when LINE delivered late. */
  readonly eventAtMs: number;
  /** Where to push it, at a cost, if the token no longer works; absent for answers a person can simply ask for again. */
  readonly mustReach?: string;
  /** Posts that ride on this answer. */
  readonly riders: readonly string[];
  readonly leaseUntilMs: number;
}

/** A {@link ReplyRow} as it is stored: what is answered, and the token of whom, is nobody's business. */
export interface ClosedReplyRow {
  readonly closedReply: string;
  /** Also stands inside; here the sweeper finds it. */
  readonly leaseUntilMs: number;
}

export type PostStatus =
  /** Waits for a free ride until `nextAttemptAtMs`, then is pushed. */
  | 'waiting'
  /** Rides on an answer that is being given; that answer's row decides what becomes of it. */
  | 'riding'
  /** A push is on its way; `nextAttemptAtMs` is the end of the lease. */
  | 'pushing'
  /** The month has no messages left for it. A free ride still takes it. */
  | 'parked'
  | 'sent'
  /** LINE may have shown it, or not; it is not sent again (G5). */
  | 'unsure'
  | 'dead'
  | 'cancelled';

/** A message the program sends of its own accord: to a group, or to one person's 1:1 chat. */
export interface Post {
  /** For people and logs: `budget-weekly`, `budget-update`, `admin-news`. */
  readonly kind: string;
  readonly chatId: string;
  readonly messages: readonly Message[];
  readonly status: PostStatus;
  readonly dueAtMs: number;
  /** While `waiting`: when it is pushed. While `pushing`: when the lease ends. */
  readonly nextAttemptAtMs: number;
  /** UUID, fixed before the first push. */
  readonly retryKey: string;
  readonly firstPushAtMs?: number;
  readonly attempts: number;
  /** May use the month's reserve. */
  readonly critical: boolean;
  /** Withdrawn when the membership of the person in this chat ends. */
  readonly forMember?: boolean;
  /** Hours in which it is not pushed. */
  readonly quiet?: QuietHours;
  /** Messages of the quota it took, once pushed. */
  readonly cost?: number;
  readonly sentAtMs?: number;
  readonly via?: 'reply' | 'push';
  /** Why it is parked, unsure or dead: a code, not a sentence. */
  readonly problem?: string;
  readonly expiresAtMs: number;
}

/** Posts that could ride on the next answer in a chat, oldest first. */
export interface Rides {
  readonly postIds: readonly string[];
}

/** What the program itself pushed in a month; LINE's own count lags behind. */
export interface QuotaMonth {
  readonly pushed: number;
  /** What others pushed, as far as LINE's count has shown it. */
  readonly others?: number;
}

/**
 * What rode on answers in a month, and so cost nothing. Chats of one person are counted together: who is nobody's business. A
 * month's count is the sum of its shards: many people's answers may carry something in one moment.
 */
export interface RideMonth {
  readonly users: number;
  /** Posts per group. */
  readonly groups: Readonly<Record<string, number>>;
}

export const replyRows = collection<ClosedReplyRow>('replies', {
  indexes: [['leaseUntilMs']],
});
export const posts = collection<Post>('posts', {
  indexes: [
    ['status', 'nextAttemptAtMs'],
    ['chatId', 'dueAtMs'],
  ],
  expiresAtField: 'expiresAtMs',
});
export const rides = collection<Rides>('rides');
export const rideMonths = collection<RideMonth>('rideMonths');
export const quotaMonths = collection<QuotaMonth>('quotaMonths');
