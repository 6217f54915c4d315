import { FIELDS, type Field } from './questions.ts';

/** One text. LINE lets people write 5,000 UTF-16 units, which is about this many Thai characters as a reader counts them. */
export const TEXT_GRAPHEMES_MAX = 4000;

/**
 * How many texts one question takes. A question ends only when the person says so, because people write in LINE line by
 * line, and the second line must not become the answer to the next question. Three lines answer a question for a fact;
 * the story itself may take ten.
 */
export const TEXTS_MAX: Readonly<Record<Field, number>> = {
  who: 3,
  what: 10,
  when: 3,
  where: 3,
  evidence: 3,
  witnesses: 3,
  elsewhere: 3,
};

/** Pictures, videos, recordings, files and places of one complaint, all questions together. */
export const ATTACHMENTS_MAX = 20;

/** The most pieces a draft can hold. */
export const PIECES_MAX = FIELDS.reduce((sum, field) => sum + TEXTS_MAX[field], ATTACHMENTS_MAX);

/**
 * Ids of messages whose piece was taken out again, kept so that a late or repeated delivery cannot bring it back. The oldest
 * are forgotten first; deliveries are told apart before they get here, so this is the second line of defence.
 */
export const GONE_MAX = 200;

/** After this long without a word the program asks whether to go on: somebody else may hold the phone. */
export const PAUSE_AFTER_MS = 30 * 60 * 1000;

/** After this long without a word the draft is gone. */
export const GONE_AFTER_MS = 24 * 60 * 60 * 1000;
