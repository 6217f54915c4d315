import { collection } from '../store/store.ts';

/** Says that an event took effect. Holds nothing of what was said. */
export interface InboxRow {
  readonly expiresAtMs: number;
}

/** An open conversation with one person: which feature asks, and what it remembers. Never stored in the open. */
export interface Flow {
  readonly feature: string;
  /** The feature's own state; it parses it and treats what it does not know as none. */
  readonly state: unknown;
  /** LINE's time of the newest event that changed it. */
  readonly lastEventAtMs?: number;
}

/**
 * A person's 1:1 conversation. The id is an HMAC of the user id and the flow is closed under a key that needs the user id as
 * well, so a stolen store tells neither who talks nor about what. Times are kept to the day.
 */
export interface Conversation {
  readonly version: number;
  /** Another one with every change of the flow; buttons carry it. Where a flow starts is random. */
  readonly rev: number;
  /** The {@link Flow}, closed. */
  readonly closedFlow?: string;
  readonly expiresAtMs: number;
}

/** The version this program writes; any other is met with an apology and a fresh start. */
export const CONVERSATION_VERSION = 1;

export const inbox = collection<InboxRow>('inbox', { expiresAtField: 'expiresAtMs' });
export const conversations = collection<Conversation>('conversations', { expiresAtField: 'expiresAtMs' });
