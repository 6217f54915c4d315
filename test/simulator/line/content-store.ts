import type { SimMessage } from '../protocol.ts';
import { simulatorLimits } from './simulator-limits.ts';

export interface StoredContent {
  readonly messageId: string;
  readonly kind: Exclude<
    SimMessage['content']['kind'],
    'bot' | 'text' | 'location' | 'sticker' | 'notice' | 'unsent'
  >;
  readonly contentType: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What users sent as bytes. Forgets the oldest when it holds too much, as LINE deletes content after some time. */
export class ContentStore {
  readonly #contents = new Map<string, StoredContent>();
  readonly #gone = new Set<string>();
  readonly #notReadyAnswers = new Map<string, number>();
  #bytesKept = 0;

  add(content: StoredContent): void {
    this.#contents.set(content.messageId, content);
    this.#bytesKept += content.bytes.length;
    for (const [oldestId, oldest] of this.#contents) {
      const full =
        this.#bytesKept > simulatorLimits.contentBytesKept ||
        this.#contents.size > simulatorLimits.contentsKept;
      if (!full || oldestId === content.messageId) break;
      this.#forget(oldest);
    }
  }

  get(messageId: string): StoredContent | undefined {
    return this.#contents.get(messageId);
  }

  /** The message was unsent: the bytes go, and LINE answers 410 from now on ("Get content"). */
  unsend(messageId: string): void {
    const content = this.#contents.get(messageId);
    if (content === undefined) return;
    this.#forget(content);
    this.#gone.add(messageId);
  }

  isGone(messageId: string): boolean {
    return this.#gone.has(messageId);
  }

  /** Counts one look at a content that is `timesNotReady` times still being prepared; true while it is. */
  lookIsTooEarly(messageId: string, timesNotReady: number): boolean {
    const answered = this.#notReadyAnswers.get(messageId) ?? 0;
    if (answered >= timesNotReady) return false;
    this.#notReadyAnswers.set(messageId, answered + 1);
    return true;
  }

  #forget(content: StoredContent): void {
    this.#contents.delete(content.messageId);
    this.#notReadyAnswers.delete(content.messageId);
    this.#bytesKept -= content.bytes.length;
  }
}
