import type { AccusedUnit } from './accused-unit.ts';
import type { CategoryId } from './categories.ts';
import type { FileKind, Piece } from './draft.ts';
import type { IntakeStep } from './intake-state.ts';
import type { Field, Question } from './questions.ts';

/** What the welcome card's start button carries. */
export const BEGIN_CHOICE = 'begin';
/** What ยังไม่เคยแจ้ง carries. */
export const NOWHERE_CHOICE = 'nowhere';

/**
 * A text or file as it reaches the conversation: sealed already, so nothing here can read it. `pieceId` is fresh for each
 * sealing, also when the same message is delivered again.
 */
export type Arrived =
  | {
      readonly kind: 'said';
      readonly pieceId: string;
      readonly messageId: string;
      readonly lengthGraphemes: number;
    }
  | {
      readonly kind: 'attached';
      readonly pieceId: string;
      readonly messageId: string;
      readonly fileKind: FileKind;
    };

/** What the citizen did. Words on buttons (ข้าม, ย้อนกลับ, ...) arrive as the input they stand for, typed or pressed. */
export type IntakeInput =
  | Arrived
  /** The person asks to complain. */
  | { readonly kind: 'start' }
  | { readonly kind: 'choice'; readonly value: string }
  /** Go on. The two differ on the button only: ข้าม while a question has no answer, ต่อไป once it has one. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'done' }
  | { readonly kind: 'back' }
  /** Take back the answer to the question that stands open. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'edit'; readonly question: Question }
  | { readonly kind: 'file' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'unsend'; readonly messageId: string };

/** A complaint as it is filed. Message ids are left behind: with LINE's help they would lead back to the sender. */
export interface FiledDraft {
  readonly category: CategoryId;
  readonly accused: AccusedUnit;
  readonly elsewhere: 'nowhere' | null;
  readonly pieces: readonly Omit<Piece, 'messageId'>[];
}

/** What is to be done, as data. The order is the order of doing and saying. */
export type IntakeEffect =
  /** Ask the question of this step, show the review, or ask whether to go on. */
  | { readonly kind: 'ask'; readonly step: IntakeStep }
  /** The text was taken under this field, which has room for so many more. */
  | { readonly kind: 'kept-text'; readonly field: Field; readonly textsLeft: number }
  | { readonly kind: 'kept-file'; readonly field: Field; readonly filesLeft: number }
  /** Destroy these sealed pieces. */
  | { readonly kind: 'drop-pieces'; readonly ids: readonly string[] }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-many-texts'; readonly field: Field }
  | { readonly kind: 'too-many-files' }
  /** What was sent does not fit here; what fits is asked right after. */
  | { readonly kind: 'not-here' }
  /** The answer to this question was taken back. */
  | { readonly kind: 'cleared'; readonly question: Question }
  | { readonly kind: 'nothing-to-file' }
  | { readonly kind: 'file'; readonly complaint: FiledDraft }
  /** Show the receipt code again: it is not said to be saved yet. */
  | { readonly kind: 'show-receipt' }
  | { readonly kind: 'receipt-saved' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'nothing-open' };
