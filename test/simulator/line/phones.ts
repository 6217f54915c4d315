import type { SimGroup, SimMessage, SimUser } from '../protocol.ts';
import type { Platform } from './platform.ts';
import { SimError } from './sim-error.ts';
import { type EventSource, webhookEvent } from './webhook-events.ts';

/** What people do with their phones outside of writing: friendship and groups. Each settles after its webhook did. */
export class Phones {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async addUser(user: { name: string; label?: string; follows?: boolean }): Promise<SimUser> {
    const added = this.#platform.people.addUser(user.name, user.label ?? '');
    this.#platform.tellState();
    return user.follows === true ? this.follow(added.id) : added;
  }

  /** Adds the account as a friend, or unblocks it ("Follow event"). */
  async follow(userId: string): Promise<SimUser> {
    const before = this.#platform.people.user(userId);
    if (before.follows && !before.blocks) return before;
    const user = this.#platform.people.setFriendship(userId, {
      follows: true,
      blocks: false,
    });
    this.#platform.tellState();
    await this.#emit('follow', { type: 'user', userId }, { follow: { isUnblocked: before.blocks } });
    return user;
  }

  /** Blocks the account ("Unfollow event"). */
  async block(userId: string): Promise<SimUser> {
    const before = this.#platform.people.user(userId);
    if (before.blocks) return before;
    const user = this.#platform.people.setFriendship(userId, {
      follows: before.follows,
      blocks: true,
    });
    // A rich menu link ends with the friendship ("Use per-user rich menus").
    this.#platform.richMenus.unlink(userId);
    this.#platform.tellState();
    await this.#emit('unfollow', { type: 'user', userId }, {});
    return user;
  }

  async addGroup(group: { name: string; memberIds: readonly string[]; botIn?: boolean }): Promise<SimGroup> {
    const added = this.#platform.people.addGroup(group.name, group.memberIds);
    this.#platform.tellState();
    return group.botIn === true ? this.setBotIn(added.id, true) : added;
  }

  /** Somebody invites the account into the group or removes it ("Join event", "Leave event"). */
  async setBotIn(groupId: string, botIn: boolean): Promise<SimGroup> {
    const { people, settings } = this.#platform;
    if (people.group(groupId).botIn === botIn) return people.group(groupId);
    const group = people.setBotIn(groupId, botIn);
    this.#notice(groupId, `${settings.botName} ${botIn ? 'เข้าร่วมกลุ่ม' : 'ออกจากกลุ่ม'}`);
    this.#platform.tellState();
    await this.#emit(botIn ? 'join' : 'leave', { type: 'group', groupId }, {});
    return group;
  }

  /** A person joins or leaves ("Member join event", "Member leave event"); told only while the account is in. */
  async setMember(groupId: string, userId: string, isMember: boolean): Promise<SimGroup> {
    const { people } = this.#platform;
    const before = people.group(groupId);
    if (before.memberIds.includes(userId) === isMember) return before;
    const group = people.setMember(groupId, userId, isMember);
    this.#notice(groupId, `${people.user(userId).name} ${isMember ? 'เข้าร่วมกลุ่ม' : 'ออกจากกลุ่ม'}`);
    this.#platform.tellState();
    if (!group.botIn) return group;
    const members = [{ type: 'user', userId }];
    const says = isMember ? { joined: { members } } : { left: { members } };
    await this.#emit(isMember ? 'memberJoined' : 'memberLeft', { type: 'group', groupId }, says);
    return group;
  }

  /** What `userId` sees in a chat after `afterSeq`. A group can be seen by its members only. */
  read(chatId: string, userId: string | undefined, afterSeq: number): SimMessage[] {
    const { people, chats } = this.#platform;
    const group = people.findGroup(chatId);
    if (group === undefined) people.user(chatId);
    const mayRead =
      group === undefined ? userId === chatId : userId !== undefined && group.memberIds.includes(userId);
    if (userId !== undefined && !mayRead) throw new SimError(400, `${userId} is not in chat ${chatId}`);
    return chats.after(chatId, afterSeq);
  }

  #notice(chatId: string, text: string): void {
    const { chats, ids } = this.#platform;
    const sentAtMs = this.#platform.now();
    const messageId = ids.message(sentAtMs);
    chats.append({
      chatId,
      messageId,
      from: 'system',
      sentAtMs,
      content: { kind: 'notice', text },
    });
  }

  #emit(type: string, source: EventSource, says: Record<string, unknown>): Promise<void> {
    const { ids, webhooks } = this.#platform;
    return webhooks.send(webhookEvent(ids, this.#platform.now(), { type, source, says }));
  }
}
