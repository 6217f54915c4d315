import type { JSX } from 'preact';
import { clockTime } from '../live/sim-time.ts';
import { text } from '../text.ts';
import { Avatar } from './avatar.tsx';
import type { ChatSummary } from './chats-of.ts';

const UNREAD_SHOWN_MAX = 99;

interface ChatListProps {
  readonly chats: readonly ChatSummary[];
  readonly selectedId: string | undefined;
  /** Said under the account's chat when the person is no friend or blocks it. */
  readonly friendship: string | undefined;
  readonly onSelect: (chatId: string) => void;
  readonly onCreateGroup: () => void;
}

function badge(count: number): string {
  return count > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : String(count);
}

/** The chats of the person, with what was said last and how much is unread. */
export function ChatList(props: ChatListProps): JSX.Element {
  return (
    <section class="chats" aria-label={text.chats}>
      <h2>{text.chats}</h2>
      <ul>
        {props.chats.map((chat) => (
          <li key={chat.id}>
            <button
              type="button"
              class="chat-item"
              data-testid={`chat-${chat.id}`}
              aria-current={chat.id === props.selectedId ? 'true' : undefined}
              onClick={() => props.onSelect(chat.id)}
            >
              <Avatar name={chat.title} kind={chat.isGroup ? 'group' : 'account'} />
              <span class="chat-words">
                <span class="chat-line">
                  <strong>{chat.title}</strong>
                  {chat.isGroup ? <span class="faint">({chat.memberCount})</span> : null}
                  <time class="faint">{chat.last === undefined ? '' : clockTime(chat.last.sentAtMs)}</time>
                </span>
                <span class="chat-line">
                  <span class="chat-preview faint">
                    {chat.preview || (chat.isGroup ? text.noMessages : (props.friendship ?? text.noMessages))}
                  </span>
                  {chat.unreadCount === 0 ? null : (
                    <span class="badge">
                      <span aria-hidden="true">{badge(chat.unreadCount)}</span>
                      <span class="sr-only">{text.unread(chat.unreadCount)}</span>
                    </span>
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="soft-button" onClick={props.onCreateGroup}>
        {text.group.create}
      </button>
    </section>
  );
}
