import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { SimMessage } from '../../protocol.ts';
import { text } from '../text.ts';
import { MessageItem } from './message-item.tsx';
import { messageRows } from './message-rows.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

interface MessageListProps {
  readonly messages: readonly SimMessage[];
  readonly personaId: string;
  readonly accountName: string;
  /** Said in an empty chat. */
  readonly hint: string;
  /** Offered in an empty chat with an account that is no friend yet. */
  readonly onAddFriend: (() => void) | undefined;
  readonly nameOf: (userId: string) => string;
  readonly onUnsend: (messageId: string) => void;
}

/** The messages of a chat, at the newest one; new ones are read out by screen readers. */
export function MessageList(props: MessageListProps): JSX.Element {
  const { messages } = props;
  const rows = useMemo(() => messageRows(messages), [messages]);
  const last = messages.at(-1);
  const ref = useStayAtEnd(last?.seq ?? 0, last?.from === props.personaId);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div ref={ref} class="message-list" role="log" aria-live="polite" aria-label={text.messages} tabIndex={0}>
      {rows.length === 0 ? (
        <div class="message-empty">
          <p>{props.hint}</p>
          {props.onAddFriend === undefined ? null : (
            <button type="button" class="strong-button" onClick={props.onAddFriend}>
              {text.addFriend}
            </button>
          )}
        </div>
      ) : null}
      {rows.map((row) => (
        <div key={row.message.seq} class="message-row">
          {row.day === undefined ? null : (
            <div class="message-day">
              <span>{row.day}</span>
            </div>
          )}
          <MessageItem row={row} {...props} />
        </div>
      ))}
    </div>
  );
}
