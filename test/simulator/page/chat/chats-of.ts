import type { SimMessage, SimState, SimUser } from '../../protocol.ts';
import { previewText } from '../messages/preview-text.ts';

export interface ChatSummary {
  readonly id: string;
  readonly title: string;
  readonly isGroup: boolean;
  readonly memberCount: number;
  readonly last: SimMessage | undefined;
  readonly preview: string;
  readonly unreadCount: number;
}

export interface ReadMarks {
  /** The seq of the newest message a person has seen in a chat. */
  seenSeq(userId: string, chatId: string): number;
}

interface ChatsInput {
  readonly user: SimUser;
  readonly state: SimState;
  readonly messages: readonly SimMessage[];
  readonly marks: ReadMarks;
  readonly accountName: string;
}

/** The chat list of a person: the account's chat and every group the person is in, the latest first. */
export function chatsOf({ user, state, messages, marks, accountName }: ChatsInput): readonly ChatSummary[] {
  const groups = state.groups.filter((group) => group.memberIds.includes(user.id));
  const rooms = [
    { id: user.id, title: accountName, isGroup: false, memberCount: 2 },
    ...groups.map((group) => ({
      id: group.id,
      title: group.name,
      isGroup: true,
      memberCount: group.memberIds.length + (group.botIn ? 1 : 0),
    })),
  ];
  const chats = rooms.map((room) => {
    const inRoom = messages.filter((message) => message.chatId === room.id);
    const last = inRoom.at(-1);
    const seen = marks.seenSeq(user.id, room.id);
    const fresh = inRoom.filter(
      (message) => message.seq > seen && message.from !== user.id && message.from !== 'system',
    );
    return {
      ...room,
      last,
      preview: last === undefined ? '' : previewText(last.content),
      unreadCount: fresh.length,
    };
  });
  return chats.sort((left, right) => (right.last?.seq ?? 0) - (left.last?.seq ?? 0));
}
