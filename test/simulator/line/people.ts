import type { SimGroup, SimUser } from '../protocol.ts';
import type { LineIds } from './line-ids.ts';
import { SimError } from './sim-error.ts';
import { simulatorLimits } from './simulator-limits.ts';

/** A user may be pushed to for 7 days after a 1:1 message without being a friend ("Send push message", conditions). */
const STRANGER_REACHABLE_MS = 7 * 24 * 3_600_000;

interface UserRecord extends SimUser {
  readonly lastDirectMessageAtMs?: number;
}

/** The users LINE knows and the groups they are in. Knows nothing of webhooks. */
export class People {
  readonly #ids: LineIds;
  readonly #users = new Map<string, UserRecord>();
  readonly #groups = new Map<string, SimGroup>();

  constructor(ids: LineIds) {
    this.#ids = ids;
  }

  users(): SimUser[] {
    return [...this.#users.values()].map(publicUser);
  }

  groups(): SimGroup[] {
    return [...this.#groups.values()];
  }

  addUser(name: string, label: string): SimUser {
    if (this.#users.size >= simulatorLimits.usersMax) throw new SimError(400, 'too many users');
    const user: UserRecord = {
      id: this.#ids.user(),
      name,
      label,
      follows: false,
      blocks: false,
    };
    this.#users.set(user.id, user);
    return publicUser(user);
  }

  addGroup(name: string, memberIds: readonly string[]): SimGroup {
    if (this.#groups.size >= simulatorLimits.groupsMax) throw new SimError(400, 'too many groups');
    const members = [...new Set(memberIds)];
    if (members.length > simulatorLimits.membersPerGroupMax) throw new SimError(400, 'too many members');
    for (const id of members) this.user(id);
    const group: SimGroup = {
      id: this.#ids.group(),
      name,
      memberIds: members,
      botIn: false,
    };
    this.#groups.set(group.id, group);
    return group;
  }

  findUser(id: string): SimUser | undefined {
    return this.#users.get(id);
  }

  findGroup(id: string): SimGroup | undefined {
    return this.#groups.get(id);
  }

  /** The user, or a 404 of the simulator's. */
  user(id: string): SimUser {
    const user = this.#users.get(id);
    if (user === undefined) throw new SimError(404, `no user ${id}`);
    return publicUser(user);
  }

  /** The group, or a 404 of the simulator's. */
  group(id: string): SimGroup {
    const group = this.#groups.get(id);
    if (group === undefined) throw new SimError(404, `no group ${id}`);
    return group;
  }

  setFriendship(id: string, friendship: { readonly follows: boolean; readonly blocks: boolean }): SimUser {
    const user = { ...this.#record(id), ...friendship };
    this.#users.set(id, user);
    return publicUser(user);
  }

  noteDirectMessage(id: string, atMs: number): void {
    this.#users.set(id, { ...this.#record(id), lastDirectMessageAtMs: atMs });
  }

  setBotIn(groupId: string, botIn: boolean): SimGroup {
    const group = { ...this.group(groupId), botIn };
    this.#groups.set(groupId, group);
    return group;
  }

  setMember(groupId: string, userId: string, isMember: boolean): SimGroup {
    const group = this.group(groupId);
    this.user(userId);
    const others = group.memberIds.filter((id) => id !== userId);
    const memberIds = isMember ? [...others, userId] : others;
    if (memberIds.length > simulatorLimits.membersPerGroupMax) throw new SimError(400, 'too many members');
    const changed = { ...group, memberIds };
    this.#groups.set(groupId, changed);
    return changed;
  }

  isFriend(id: string): boolean {
    const user = this.#users.get(id);
    return user?.follows === true && !user.blocks;
  }

  /** Whether a message of the account really arrives ("Send push message", conditions for sending). */
  receivesDirect(id: string, nowMs: number): boolean {
    const user = this.#users.get(id);
    if (user === undefined || user.blocks) return false;
    const lastMs = user.lastDirectMessageAtMs;
    return user.follows || (lastMs !== undefined && nowMs - lastMs <= STRANGER_REACHABLE_MS);
  }

  #record(id: string): UserRecord {
    this.user(id);
    return this.#users.get(id) as UserRecord;
  }
}

function publicUser(user: UserRecord): SimUser {
  return {
    id: user.id,
    name: user.name,
    label: user.label,
    follows: user.follows,
    blocks: user.blocks,
  };
}
