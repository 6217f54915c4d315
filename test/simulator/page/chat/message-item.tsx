import type { ComponentChild, JSX } from 'preact';
import { Icon } from '../icon.tsx';
import { BotMessage } from '../messages/bot-message.tsx';
import { lineMessage } from '../messages/line-message.ts';
import { UserMessage } from '../messages/user-message.tsx';
import { text } from '../text.ts';
import { Avatar } from './avatar.tsx';
import type { MessageRow } from './message-rows.ts';

interface MessageItemProps {
  readonly row: MessageRow;
  readonly personaId: string;
  readonly accountName: string;
  readonly nameOf: (userId: string) => string;
  readonly onUnsend: (messageId: string) => void;
}

function senderName({ row, accountName, nameOf }: MessageItemProps): string {
  const { content, from } = row.message;
  if (content.kind === 'bot') return lineMessage(content.message).sender?.name ?? accountName;
  return nameOf(from);
}

function centred(props: MessageItemProps): string | undefined {
  const { content, from } = props.row.message;
  if (content.kind === 'notice') return content.text;
  if (content.kind !== 'unsent') return undefined;
  return from === props.personaId ? text.unsentByMe : text.unsentBy(props.nameOf(from));
}

function body({ row, nameOf }: MessageItemProps): ComponentChild {
  const { content } = row.message;
  if (content.kind === 'bot') return <BotMessage message={lineMessage(content.message)} nameOf={nameOf} />;
  if (content.kind === 'notice' || content.kind === 'unsent') return null;
  return <UserMessage content={content} />;
}

/** One message as this person sees it: own ones on the right, others with name and avatar, notices in the middle. */
export function MessageItem(props: MessageItemProps): JSX.Element {
  const { row, personaId, onUnsend } = props;
  const { message, time } = row;
  const isOwn = message.from === personaId;
  const notice = centred(props);
  const hooks = {
    'data-testid': 'message',
    'data-seq': message.seq,
    'data-from': message.from,
  };
  if (notice !== undefined) {
    return (
      <div class="message-notice" {...hooks}>
        <span>{notice}</span>
      </div>
    );
  }
  const name = senderName(props);
  return (
    <div class={`message ${isOwn ? 'own' : 'other'} ${row.startsRun ? 'starts-run' : ''}`} {...hooks}>
      {isOwn ? null : (
        <div class="message-avatar">
          {row.startsRun ? (
            <Avatar name={name} kind={message.content.kind === 'bot' ? 'account' : 'person'} />
          ) : null}
        </div>
      )}
      <div class="message-main">
        {isOwn || !row.startsRun ? null : <div class="message-name">{name}</div>}
        <div class="message-line">
          <div class="message-body">{body(props)}</div>
          <div class="message-meta">
            {isOwn ? (
              <button
                type="button"
                class="unsend"
                aria-label={text.unsend}
                title={text.unsend}
                onClick={() => onUnsend(message.messageId)}
              >
                <Icon name="undo" />
              </button>
            ) : null}
            <time>{time}</time>
          </div>
        </div>
      </div>
    </div>
  );
}
