import { truncateUnits } from '../../shared/thai/text.ts';
import { bytesOf, LIMITS, say } from './card.ts';
import type { Message } from './line.ts';

/**
 * Makes messages fit LINE's limits before they are stored for sending: a message LINE would refuse is never sent to fail.
 * Texts are cut at a whole letter; a card that is too large gives way to its own alternative text, and a carousel loses the
 * cards that are too many. The same input gives the same output, so a retry sends the same bytes.
 */
export function fitMessages(messages: readonly Message[]): readonly Message[] {
  return messages.map(fit);
}

function fit(message: Message): Message {
  if (message.type === 'text') return { ...message, text: truncateUnits(message.text, LIMITS.textUnits) };
  if (message.type !== 'flex') return message;
  const altText = truncateUnits(message.altText, LIMITS.altTextUnits);
  const { contents } = message;
  if (contents.type === 'bubble') {
    return bytesOf(contents) <= LIMITS.bubbleBytes ? { ...message, altText } : say(altText);
  }
  if (contents.type !== 'carousel') return { ...message, altText };
  const kept: typeof contents.contents = [];
  for (const bubble of contents.contents.slice(0, LIMITS.bubbles)) {
    const fits = bytesOf(bubble) <= LIMITS.bubbleBytes;
    if (fits && bytesOf({ ...contents, contents: [...kept, bubble] }) <= LIMITS.carouselBytes)
      kept.push(bubble);
  }
  return kept.length > 0 ? { ...message, altText, contents: { ...contents, contents: kept } } : say(altText);
}
