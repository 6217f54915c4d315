import type { Role } from '../../shared/people/roles.ts';
import type { Outcome } from '../commit/outcome.ts';
import type { Random } from '../random.ts';
import type { Transaction } from '../store/store.ts';
import type { ButtonPress, ChatEvent, Input } from './event.ts';

/** A word that starts something when it is the whole message (or, with `takesRest`, begins it). */
export interface Command {
  readonly name: string;
  /** The first one is what screens teach; the others are what people also type. */
  readonly words: readonly string[];
  readonly where: 'user' | 'group' | 'anywhere';
  readonly takesRest?: boolean;
}

/** Why a feature is called. */
export type Trigger =
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  | { readonly kind: 'button'; readonly press: ButtonPress }
  /** Something was said while the feature's flow is open. */
  | { readonly kind: 'answer'; readonly input: Input }
  /** The person wants to stop the open flow. */
  | { readonly kind: 'cancel' }
  /** An input without words that the feature accepts: a file, a new group. */
  | { readonly kind: 'input'; readonly input: Input };

/** What a feature gets to decide with. All reads go through `tx`; nothing is written here. */
export interface Talk {
  readonly event: ChatEvent;
  readonly trigger: Trigger;
  /** The feature's own open flow in this 1:1 chat, as stored: to be parsed, not trusted. */
  readonly flow: unknown;
  /** The revision that buttons of the open flow carry. */
  readonly rev: number;
  /** The revision that buttons of this answer must carry when the answer sets a flow. */
  readonly nextRev: number;
  /** Epoch ms. */
  readonly nowMs: number;
  readonly random: Random;
  readonly tx: Pick<Transaction, 'get' | 'query' | 'count'>;
  /** What the feature's own `prepare` gave for this event. Undefined when the flow changed in between. */
  readonly prepared: unknown;
}

/** What `prepare` sees: the event and the flow as they stood a moment ago. */
export interface Foresight {
  readonly event: ChatEvent;
  readonly trigger: Trigger;
  readonly flow: unknown;
  readonly nowMs: number;
}

/** A line of the menu: what a tap on it types for the person. */
export interface MenuEntry {
  readonly label: string;
  readonly says: string;
  /** Who sees it: everyone, every member, or the holders of one of these roles. */
  readonly for: 'everyone' | 'members' | readonly Role[];
}

/** A feature as the chat sees it: `chat.ts` of each feature folder makes one. */
export interface ChatFeature {
  readonly name: string;
  readonly commands: readonly Command[];
  readonly menu: readonly MenuEntry[];
  /** Inputs that are no command but that the feature takes when no flow is open: a file, a code; pure. */
  accepts?(event: ChatEvent): boolean;
  /**
   * The slow part that has no effect (sealing, stretching a code), done before the transaction so that nobody waits for it.
   * May be done in vain: what it gives counts only if `handle` finds that it still fits.
   */
  prepare?(foresight: Foresight): Promise<unknown>;
  handle(talk: Talk): Promise<Outcome>;
}
