import type { Platform } from './platform.ts';
import type { SentMessage } from './retry-keys.ts';

const QUOTE_TOKEN_CHARS = 86;
/** "Get quote tokens": messages that can be quoted. */
const QUOTABLE = new Set(['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex', 'imagemap']);

/** People the message would really reach; the month's count grows by them ("Messaging API pricing", how to count). */
export function recipientsOf(platform: Platform, chatId: string): number {
  const group = platform.people.findGroup(chatId);
  if (group !== undefined) return group.botIn ? group.memberIds.length : 0;
  return platform.people.receivesDirect(chatId, platform.now()) ? 1 : 0;
}

/**
 * Shows the account's messages in a chat and gives the ids LINE answers with. Whoever would not receive them sees
 * nothing, but the ids are given all the same ("Send push message": 200 though nobody receives it).
 */
export function showMessages(
  platform: Platform,
  chatId: string,
  messages: readonly Readonly<Record<string, unknown>>[],
  via: 'reply' | 'push',
): SentMessage[] {
  const { ids, chats, quoteTokens } = platform;
  const isReceived = recipientsOf(platform, chatId) > 0;
  const sentAtMs = platform.now();
  return messages.map((message) => {
    platform.onAccepted?.(message);
    const id = ids.message(sentAtMs);
    if (isReceived) {
      chats.append({
        chatId,
        messageId: id,
        from: 'bot',
        sentAtMs,
        via,
        content: { kind: 'bot', message },
      });
    }
    if (!QUOTABLE.has(String(message['type']))) return { id };
    const quoteToken = ids.opaque(QUOTE_TOKEN_CHARS);
    quoteTokens.set(quoteToken, chatId);
    return { id, quoteToken };
  });
}
