import { createHash } from 'node:crypto';
import { SeededRandom } from './seeded-random.ts';

const HEX = '0123456789abcdef';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ULID_TIME_CHARS = 10;
const ULID_RANDOM_CHARS = 16;
/** Message ids are decimal and grow with time, as LINE's do; the program must not read more into them. */
const MESSAGE_ID_EPOCH_MS = 1_262_304_000_000;
const MESSAGE_ID_SHIFT_BITS = 20n;

/**
 * Makes ids in the forms LINE uses ("Messaging API reference", webhook event objects and send message answers).
 * User and group ids depend on the seed and on how many were made before, nothing else: a demo office keeps its people
 * over a restart. All other ids also differ between restarts, because they hold the time.
 */
export class LineIds {
  readonly #seed: number;
  readonly #random: SeededRandom;
  readonly #counts = new Map<string, number>();
  #lastMessageId = 0n;

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = new SeededRandom(seed);
  }

  user(): string {
    return this.#numbered('U');
  }

  group(): string {
    return this.#numbered('C');
  }

  message(nowMs: number): string {
    const byTime = BigInt(Math.max(0, Math.floor(nowMs) - MESSAGE_ID_EPOCH_MS)) << MESSAGE_ID_SHIFT_BITS;
    this.#lastMessageId = byTime > this.#lastMessageId ? byTime : this.#lastMessageId + 1n;
    return this.#lastMessageId.toString();
  }

  /** A ULID: 48 bits of time, 80 bits of randomness, Crockford base 32. */
  webhookEvent(nowMs: number): string {
    let time = Math.max(0, Math.floor(nowMs));
    let head = '';
    for (let index = 0; index < ULID_TIME_CHARS; index += 1) {
      head = CROCKFORD.charAt(time % CROCKFORD.length) + head;
      time = Math.floor(time / CROCKFORD.length);
    }
    return head + this.#random.characters(CROCKFORD, ULID_RANDOM_CHARS);
  }

  request(): string {
    const hex = this.#random.characters(HEX, 32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  replyToken(): string {
    return this.#random.characters(HEX, 32);
  }

  /** An opaque token: quote tokens, access tokens. */
  opaque(length: number): string {
    return this.#random.characters(TOKEN_ALPHABET, length);
  }

  richMenu(): string {
    return `richmenu-${this.#random.characters(HEX, 32)}`;
  }

  #numbered(prefix: 'U' | 'C'): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    const digest = createHash('sha256').update(`${this.#seed}:${prefix}:${count}`).digest('hex');
    return prefix + digest.slice(0, 32);
  }
}
