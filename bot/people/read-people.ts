import type { Role } from '../../shared/people/roles.ts';
import type { Topic } from '../../shared/people/topics.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import {
  type Group,
  groups,
  MAX_GROUPS,
  MAX_MEMBERS,
  type Member,
  members,
  NEW_OFFICE,
  OFFICE_ID,
  type Office,
  offices,
} from './records.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** The member behind a LINE user id; undefined for everybody else, and for those whose membership was taken back. */
export async function memberOf(tx: Reads, userId: string | undefined): Promise<Member | undefined> {
  if (userId === undefined) return undefined;
  const member = (await tx.get(ref(members, userId)))?.data;
  return member?.status === 'active' ? member : undefined;
}

/** Whether a person holds a role. Nobody holds one by being admin (design: an admin sees no case content). */
export function holds(member: Member | undefined, role: Role): boolean {
  return member?.roles.includes(role) ?? false;
}

/** Pages of active members that are read: 5,000 people, more than any office of this kind has. */
const MEMBER_PAGES = 10;

/** Everybody who is an active member, in the order of their ids. @throws RangeError beyond 5,000: nobody is left out unseen. */
export async function activeMembers(tx: Pick<Transaction, 'query'>): Promise<readonly Stored<Member>[]> {
  return membersIn(tx, 'active');
}

/** Everybody whose membership stands so, in the order of their ids. @throws RangeError beyond 5,000. */
export async function membersIn(
  tx: Pick<Transaction, 'query'>,
  status: Member['status'],
): Promise<readonly Stored<Member>[]> {
  const all: Stored<Member>[] = [];
  for (let page = 0; page < MEMBER_PAGES; page += 1) {
    const after = all.at(-1);
    const found = await tx.query({
      collection: members,
      where: [['status', '==', status]],
      limit: MAX_MEMBERS,
      ...(after ? { after } : {}),
    });
    all.push(...found);
    if (found.length < MAX_MEMBERS) return all;
  }
  throw new RangeError('more members than one office has');
}

/** LINE user ids of the active members who hold a role. */
export async function membersWith(tx: Pick<Transaction, 'query'>, role: Role): Promise<readonly string[]> {
  return (await activeMembers(tx)).filter(({ data }) => data.roles.includes(role)).map(({ id }) => id);
}

/** The group a chat is, once an admin linked it; nobody else's group gets anything. */
export async function linkedGroup(tx: Reads, groupId: string): Promise<Group | undefined> {
  const group = (await tx.get(ref(groups, groupId)))?.data;
  return group?.status === 'linked' ? group : undefined;
}

/** The linked groups that chose to receive a topic. */
export async function groupsFor(
  tx: Pick<Transaction, 'query'>,
  topic: Topic,
): Promise<readonly Stored<Group>[]> {
  const linked = await tx.query({
    collection: groups,
    where: [['status', '==', 'linked']],
    limit: MAX_GROUPS,
  });
  return linked.filter(({ data }) => data.topics.includes(topic));
}

/** The office's own settings, or those of a new office. */
export async function officeOf(tx: Pick<Transaction, 'get'>): Promise<Office> {
  return (await tx.get(ref(offices, OFFICE_ID)))?.data ?? NEW_OFFICE;
}
