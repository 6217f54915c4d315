import type { SimMessage } from '../../protocol.ts';
import { lineMessage, type QuickReplyItem } from './line-message.ts';

/**
 * The quick replies a chat shows: those of its last message, until anyone sends another one. Notices such as
 * "joined the group" are no messages and leave them in place. `usedSeq` is the message whose quick reply was tapped.
 */
export function shownQuickReplies(
  messages: readonly SimMessage[],
  usedSeq: number | undefined,
): readonly QuickReplyItem[] {
  const last = messages.findLast((message) => message.content.kind !== 'notice');
  if (last === undefined || last.seq === usedSeq || last.content.kind !== 'bot') return [];
  return lineMessage(last.content.message).quickReply?.items ?? [];
}
