import { BoundedMap } from './bounded-map.ts';
import { simulatorLimits } from './simulator-limits.ts';

/** "Send reply message", reply token: within one minute after receiving the webhook. */
const TOKEN_LIFE_MS = 60_000;
/** Ditto, for redelivered webhooks: not after 20 minutes have passed since the event. */
const TOKEN_LIFE_AFTER_EVENT_MS = 20 * 60_000;

interface TokenState {
  readonly chatId: string;
  readonly eventAtMs: number;
  readonly expiresAtMs: number;
  readonly used: boolean;
}

/** Reply tokens: good once, for a minute after each delivery of their event, never later than 20 minutes after it. */
export class ReplyTokens {
  readonly #tokens = new BoundedMap<string, TokenState>(simulatorLimits.tokensKept);

  /** The event that carries this token is being delivered, for the first time or again. A used token stays used. */
  delivered(token: string, chatId: string, eventAtMs: number, nowMs: number): void {
    const known = this.#tokens.get(token);
    if (known?.used === true) return;
    const eventMs = known?.eventAtMs ?? eventAtMs;
    const expiresAtMs = Math.min(nowMs + TOKEN_LIFE_MS, eventMs + TOKEN_LIFE_AFTER_EVENT_MS);
    this.#tokens.set(token, {
      chatId,
      eventAtMs: eventMs,
      expiresAtMs,
      used: false,
    });
  }

  /** The chat a reply with this token would go to, or nothing when it is unknown, used or too old. */
  chatOf(token: string, nowMs: number): string | undefined {
    const state = this.#tokens.get(token);
    if (state === undefined || state.used || nowMs > state.expiresAtMs) return undefined;
    return state.chatId;
  }

  use(token: string): void {
    const state = this.#tokens.get(token);
    if (state !== undefined) this.#tokens.set(token, { ...state, used: true });
  }
}
