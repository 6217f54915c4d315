import type { SimContent, SimMessage } from '../protocol.ts';
import { simulatorLimits } from './simulator-limits.ts';

/** What every chat shows, in the order it appeared. Keeps the latest messages of each chat. */
export class ChatLog {
  readonly #chats = new Map<string, SimMessage[]>();
  readonly #listeners = new Set<(message: SimMessage) => void>();
  #seq = 0;

  /** The seq of the newest message anywhere. */
  get seq(): number {
    return this.#seq;
  }

  append(message: Omit<SimMessage, 'seq'>): SimMessage {
    this.#seq += 1;
    const entry: SimMessage = { seq: this.#seq, ...message };
    const chat = this.#chats.get(entry.chatId) ?? [];
    chat.push(entry);
    if (chat.length > simulatorLimits.messagesKeptPerChat) chat.shift();
    this.#chats.set(entry.chatId, chat);
    this.#tell(entry);
    return entry;
  }

  /** Replaces what a message shows; it keeps its place and seq, and listeners hear of it again. */
  replace(chatId: string, messageId: string, content: SimContent): SimMessage | undefined {
    const chat = this.#chats.get(chatId) ?? [];
    const index = chat.findIndex((message) => message.messageId === messageId);
    const found = chat[index];
    if (found === undefined) return undefined;
    const changed: SimMessage = { ...found, content };
    chat[index] = changed;
    this.#tell(changed);
    return changed;
  }

  find(chatId: string, messageId: string): SimMessage | undefined {
    return this.#chats.get(chatId)?.find((message) => message.messageId === messageId);
  }

  /** The chat's messages with a seq above `afterSeq`. */
  after(chatId: string, afterSeq: number): SimMessage[] {
    return (this.#chats.get(chatId) ?? []).filter((message) => message.seq > afterSeq);
  }

  /** Messages of all chats with a seq above `afterSeq`, in the order of seq. */
  allAfter(afterSeq: number): SimMessage[] {
    const all: SimMessage[] = [];
    for (const chatId of this.#chats.keys()) all.push(...this.after(chatId, afterSeq));
    return all.sort((left, right) => left.seq - right.seq);
  }

  /** Calls `listener` with every message from now on; the answer ends that. */
  listen(listener: (message: SimMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(message: SimMessage): void {
    for (const listener of [...this.#listeners]) listener(message);
  }
}
