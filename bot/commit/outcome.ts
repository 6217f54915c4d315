import type { QuietHours } from '../../shared/people/quiet-hours.ts';
import type { AuditEntry } from '../audit/records.ts';
import type { Message } from '../line/line.ts';
import type { Collection, Ref } from '../store/store.ts';

/** One document to write. Made by {@link create}, {@link set} and {@link remove}, which keep the document's type. */
export interface Write {
  readonly kind: 'create' | 'set' | 'remove';
  readonly ref: Ref<object>;
  readonly data?: object;
}

/** Creates a document; the whole transaction fails when it is there. */
export function create<T extends object>(ref: Ref<T>, data: T): Write {
  return { kind: 'create', ref: ref as unknown as Ref<object>, data };
}

/** Writes a whole document. */
export function set<T extends object>(ref: Ref<T>, data: T): Write {
  return { kind: 'set', ref: ref as unknown as Ref<object>, data };
}

/** Removes a document. */
export function remove<T extends object>(ref: { collection: Collection<T>; id: string }): Write {
  return { kind: 'remove', ref: ref as unknown as Ref<object> };
}

/** A message the program is to send of its own accord. */
export interface NewPost {
  /** Made from what it is, whom it reaches and the Bangkok date: a second creation changes nothing (G5). */
  readonly id: string;
  readonly kind: string;
  readonly chatId: string;
  readonly messages: readonly Message[];
  /** From when it may ride on an answer, epoch ms. */
  readonly dueAtMs: number;
  /** When it is pushed if nobody gave it a ride. */
  readonly pushAfterMs: number;
  /** May use the month's reserve. Default: false. */
  readonly critical?: boolean;
  /** Days after it is due that it stays on record. Default: as long as the record of what was sent. */
  readonly keptDays?: number;
  /** Cancels the posts of the same kind that still wait in the chat: they say something older. */
  readonly supersedes?: boolean;
  /** It goes to a person as a member of the office: it is withdrawn when the membership ends. */
  readonly forMember?: boolean;
  /** It is not pushed in these hours, however late it is; it may still ride on an answer to somebody who is awake. */
  readonly quiet?: QuietHours;
}

/** Something slow to be done after the commit, outside any transaction: download, read, ask LINE. Done once or more. */
export interface WorkRequest {
  /** Unique; while it waits, a second request with the same id changes nothing. */
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** What a handler decides. Everything in it takes effect in one transaction, or nothing does. */
export interface Outcome {
  /** The answer; given free of charge with the reply token, after the commit. */
  readonly reply?: readonly Message[];
  /** The answer must arrive: it is pushed when the token fails. For what cannot be asked for again. */
  readonly replyMustArrive?: boolean;
  /** The answer may not be stored, not even until it is given: it shows what only the person may read. A crash loses it. */
  readonly replyInPassing?: boolean;
  /** The feature's next state in this 1:1 conversation; null ends it; left out, it stays. */
  readonly flow?: object | null;
  readonly writes?: readonly Write[];
  readonly audit?: readonly AuditEntry[];
  readonly posts?: readonly NewPost[];
  /** Kinds of posts that need not be sent to this chat any more, because the answer itself says what they say. */
  readonly covers?: readonly string[];
  /** Posts to be withdrawn if they still wait. */
  readonly cancelPosts?: readonly string[];
  /** Posts that wait no longer for a free ride, parked ones included: they are pushed at the next tick, if the month allows. */
  readonly pushNow?: readonly string[];
  readonly work?: readonly WorkRequest[];
}
