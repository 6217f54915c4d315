import { parseButtonData } from './button.ts';
import type { Chat, ChatEvent, Input } from './event.ts';

/** Events of one webhook call that are looked at; LINE states no maximum. */
export const MAX_EVENTS = 1_000;
/** What LINE calls an id. Nothing else can name a document: the store would refuse such an event at every delivery. */
const ID = /^[A-Za-z0-9][\w-]{0,99}$/;

type Fields = Readonly<Record<string, unknown>>;

/** The result of reading a webhook body. `skipped` counts events nobody can act on (standby mode, no source, no id). */
export interface ParsedWebhook {
  readonly events: readonly ChatEvent[];
  readonly skipped: number;
}

/**
 * Reads a webhook body loosely: LINE adds fields and event types unannounced ("Development guidelines"), so only what is
 * used is checked. Undefined when the body is not LINE's JSON at all.
 */
export function parseWebhook(text: string): ParsedWebhook | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = fields(body)?.['events'];
  if (!Array.isArray(list)) return undefined;
  const events = list.slice(0, MAX_EVENTS).flatMap((one: unknown) => parseEvent(one) ?? []);
  return { events, skipped: list.length - events.length };
}

function parseEvent(value: unknown): ChatEvent | undefined {
  const event = fields(value);
  const source = fields(event?.['source']);
  const id = idIn(event?.['webhookEventId']);
  const chat = source && parseChat(source);
  // In standby mode another system answers this chat ("Webhook event objects", mode).
  if (!event || !source || !chat || !id || event['mode'] === 'standby') return undefined;
  const userId = idIn(source['userId']);
  const replyToken = text(event['replyToken']);
  return {
    id,
    atMs: number(event['timestamp']),
    chat,
    ...(userId ? { userId } : {}),
    ...(replyToken ? { replyToken } : {}),
    input: parseInput(text(event['type']) ?? '', event),
  };
}

function parseChat(source: Fields): Chat | undefined {
  const group = idIn(source['groupId']) ?? idIn(source['roomId']);
  if (group) return { kind: 'group', id: group };
  const user = idIn(source['userId']);
  return user ? { kind: 'user', id: user } : undefined;
}

function parseInput(type: string, event: Fields): Input {
  if (type === 'message') return parseMessage(fields(event['message']) ?? {});
  if (type === 'postback') return parsePostback(fields(event['postback']) ?? {});
  if (type === 'follow') return { kind: 'followed' };
  if (type === 'unfollow') return { kind: 'unfollowed' };
  if (type === 'join') return { kind: 'joined' };
  if (type === 'leave') return { kind: 'left' };
  if (type === 'unsend') {
    const messageId = text(fields(event['unsend'])?.['messageId']);
    if (messageId) return { kind: 'unsent', messageId };
  }
  return { kind: 'other', type };
}

function parseMessage(message: Fields): Input {
  const messageId = text(message['id']) ?? '';
  const type = text(message['type']) ?? '';
  if (type === 'text') return { kind: 'text', text: text(message['text']) ?? '', messageId };
  if (type === 'file') {
    const fileName = text(message['fileName']) ?? '';
    return {
      kind: 'file',
      messageId,
      fileName,
      sizeBytes: number(message['fileSize']),
    };
  }
  if (type === 'image' || type === 'video' || type === 'audio')
    return { kind: 'media', media: type, messageId };
  if (type === 'location') {
    return {
      kind: 'location',
      messageId,
      title: text(message['title']) ?? '',
      address: text(message['address']) ?? '',
      latitude: number(message['latitude']),
      longitude: number(message['longitude']),
    };
  }
  return { kind: 'other', type: `message.${type}` };
}

function parsePostback(postback: Fields): Input {
  const params = fields(postback['params']);
  const picked = text(params?.['date']) ?? text(params?.['datetime']) ?? text(params?.['time']);
  const press = parseButtonData(text(postback['data']) ?? '', picked);
  return press ? { kind: 'button', press } : { kind: 'other', type: 'postback' };
}

function fields(value: unknown): Fields | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' && ID.test(value) ? value : undefined;
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
