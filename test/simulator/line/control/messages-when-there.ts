import type { SimMessage } from '../../protocol.ts';
import type { ChatLog } from '../chat-log.ts';
import { simulatorLimits } from '../simulator-limits.ts';

/** What `read` finds; if that is nothing, what it finds when it first finds something, or nothing after `waitMs`. */
export function messagesWhenThere(
  chats: ChatLog,
  read: () => SimMessage[],
  waitMs: number,
): Promise<SimMessage[]> {
  const found = read();
  if (found.length > 0 || waitMs <= 0) return Promise.resolve(found);
  return new Promise((resolve) => {
    const finish = (messages: SimMessage[]) => {
      clearTimeout(timer);
      stopListening();
      resolve(messages);
    };
    const timer = setTimeout(() => finish([]), Math.min(waitMs, simulatorLimits.pollWaitMsMax));
    const stopListening = chats.listen(() => {
      const messages = read();
      if (messages.length > 0) finish(messages);
    });
  });
}
