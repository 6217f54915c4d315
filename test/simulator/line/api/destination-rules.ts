import type { Platform } from '../platform.ts';
import { isObject } from '../validation/object-checks.ts';
import { LineApiError } from './line-api-error.ts';

/**
 * Refuses what this destination can't have: mentions outside groups and of people who are not in the group, watched
 * videos in groups, and quotes from another chat ("Text message (v2)", mention object; "Video message", trackingId;
 * "Get quote tokens"). `chatId` is missing for multicast and broadcast.
 */
export function refuseForDestination(
  platform: Platform,
  chatId: string | undefined,
  messages: readonly Readonly<Record<string, unknown>>[],
): void {
  const group = chatId === undefined ? undefined : platform.people.findGroup(chatId);
  for (const [index, message] of messages.entries()) {
    if (group !== undefined && message['trackingId'] !== undefined) refuse(`messages[${index}].trackingId`);
    const { quoteToken } = message;
    const isQuoteWrong = typeof quoteToken === 'string' && platform.quoteTokens.get(quoteToken) !== chatId;
    if (isQuoteWrong || (quoteToken !== undefined && chatId === undefined))
      refuse(`messages[${index}].quoteToken`);
    const substitution = isObject(message['substitution']) ? message['substitution'] : {};
    for (const [key, substitute] of Object.entries(substitution)) {
      if (!isObject(substitute) || substitute['type'] !== 'mention') continue;
      const mentionee = isObject(substitute['mentionee']) ? substitute['mentionee'] : {};
      const isMember =
        mentionee['type'] === 'all' || group?.memberIds.includes(String(mentionee['userId'])) === true;
      if (group === undefined || !isMember) refuse(`messages[${index}].substitution.${key}`);
    }
  }
}

function refuse(property: string): never {
  const details = [{ message: "can't be sent to this destination", property }];
  throw new LineApiError(400, 'The request body has 1 error(s)', { details });
}
