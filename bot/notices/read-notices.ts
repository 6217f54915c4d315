import type { QuietHours } from '../../shared/people/quiet-hours.ts';
import { ROLES, type Role } from '../../shared/people/roles.ts';
import { memberOf } from '../people/read-people.ts';
import { MAX_MEMBERS, type Member, members } from '../people/records.ts';
import { MAX_PAGE, ref, type Stored, type Transaction } from '../store/store.ts';
import {
  groupSizes,
  NEW_NOTICE_SETTINGS,
  NOTICE_SETTINGS_ID,
  type NoticeAck,
  type NoticeSettings,
  noticeAcks,
  noticeSettings,
} from './records.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** Who writes notices. */
export const WRITERS: readonly Role[] = ['admin', 'officer', 'finance'];
/** Who reads everything about notices but the names of readers. */
export const WATCHERS: readonly Role[] = ROLES.filter((role) => role !== 'staff');

/** Whether a person holds one of these roles. */
export function holdsOne(member: Member | undefined, roles: readonly Role[]): boolean {
  return member?.roles.some((role) => roles.includes(role)) ?? false;
}

/** The member who writes notices in this chat, or undefined. */
export async function writerOf(tx: Reads, userId: string | undefined): Promise<Member | undefined> {
  const member = await memberOf(tx, userId);
  return holdsOne(member, WRITERS) ? member : undefined;
}

/** The office's settings for notices. */
export async function noticeSettingsOf(tx: Pick<Transaction, 'get'>): Promise<NoticeSettings> {
  return (await tx.get(ref(noticeSettings, NOTICE_SETTINGS_ID)))?.data ?? NEW_NOTICE_SETTINGS;
}

/** The hours in which nothing is pushed. */
export function quietOf({ quietFromHour, quietToHour }: NoticeSettings): QuietHours {
  return { fromHour: quietFromHour, toHour: quietToHour };
}

/** Everybody who acknowledged a notice, those who left since included. */
export async function acksOf(
  tx: Pick<Transaction, 'query'>,
  noticeId: string,
): Promise<readonly Stored<NoticeAck>[]> {
  return tx.query({ collection: noticeAcks, where: [['noticeId', '==', noticeId]], limit: MAX_PAGE });
}

/** How many acknowledged a notice: counted, not kept, for sixty people may tap in one moment. */
export async function countAcks(tx: Pick<Transaction, 'count'>, noticeId: string): Promise<number> {
  return tx.count({ collection: noticeAcks, where: [['noticeId', '==', noticeId]] });
}

/** The people who are members now. */
export async function activeMembers(tx: Pick<Transaction, 'query'>): Promise<readonly Stored<Member>[]> {
  return tx.query({ collection: members, where: [['status', '==', 'active']], limit: MAX_MEMBERS });
}

/** People in a group, as LINE last said; undefined when it never did. */
export async function sizeOf(tx: Pick<Transaction, 'get'>, groupId: string): Promise<number | undefined> {
  return (await tx.get(ref(groupSizes, groupId)))?.data.people;
}
