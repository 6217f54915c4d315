import { collection } from '../store/store.ts';

/** Says that an event took effect. Holds nothing of what was said. */
export interface InboxRow {
  readonly expiresAtMs: number;
}

/** An open conversation with one person: which feature asks, and what it remembers. */
export interface Flow {
  readonly feature: string;
  /** The feature's own state; it parses it and treats what it does not know as none. */
  readonly state: unknown;
}

/** A person's 1:1 conversation. The id is an HMAC of the user id, so the document names nobody. */
export interface Conversation {
  readonly version: number;
  /** Grows with every change of the flow; buttons carry it. */
  readonly rev: number;
  readonly flow?: Flow;
  readonly updatedAtMs: number;
  /** LINE's time of the newest event that changed the flow. */
  readonly lastEventAtMs?: number;
  readonly expiresAtMs: number;
}

/** The version this program writes; any other is met with an apology and a fresh start. */
export const CONVERSATION_VERSION = 1;

export const inbox = collection<InboxRow>('inbox', {
  expiresAtField: 'expiresAtMs',
});
export const conversations = collection<Conversation>('conversations', {
  expiresAtField: 'expiresAtMs',
});
