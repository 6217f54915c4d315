import { BoundedMap } from './bounded-map.ts';
import { simulatorLimits } from './simulator-limits.ts';

/** "Retrying an API request": the retry key management period is 24 hours. */
const RETRY_KEY_LIFE_MS = 24 * 3_600_000;

export interface SentMessage {
  readonly id: string;
  readonly quoteToken?: string;
}

export interface AcceptedRequest {
  readonly requestId: string;
  /** Only for push messages; multicast and broadcast answer an empty object. */
  readonly sentMessages?: readonly SentMessage[];
  readonly acceptedAtMs: number;
}

/**
 * Requests LINE accepted under a retry key. The key alone counts, not the body: a different request with the same key
 * is refused as well ("Retry failed API requests": "retry may not work as you expect").
 */
export class RetryKeys {
  readonly #accepted = new BoundedMap<string, AcceptedRequest>(simulatorLimits.retryKeysKept);

  accepted(key: string, nowMs: number): AcceptedRequest | undefined {
    const found = this.#accepted.get(key.toLowerCase());
    if (found === undefined || nowMs - found.acceptedAtMs >= RETRY_KEY_LIFE_MS) return undefined;
    return found;
  }

  accept(key: string, request: AcceptedRequest): void {
    this.#accepted.set(key.toLowerCase(), request);
  }
}
