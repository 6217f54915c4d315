import { z } from 'zod';
import { accusedUnitSchema } from './accused-unit.ts';
import { CATEGORY_IDS } from './categories.ts';
import { GONE_MAX, PIECES_MAX } from './intake-limits.ts';
import { FIELDS, type Question } from './questions.ts';

/** What can be attached in a LINE chat. */
export const FILE_KINDS = ['image', 'video', 'audio', 'file', 'location'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const ID_UNITS_MAX = 200;
const id = z.string().min(1).max(ID_UNITS_MAX);

const pieceSchema = z
  .object({
    field: z.enum(FIELDS),
    pieceId: id,
    messageId: id,
    kind: z.enum(['text', ...FILE_KINDS]),
  })
  .readonly();

/** Where one sealed text or attachment lies, and the message it came with. What it says is nowhere in it. */
export type Piece = z.infer<typeof pieceSchema>;

/** Stored form of {@link Draft}. */
export const draftSchema = z
  .object({
    category: z.enum(CATEGORY_IDS).nullable(),
    accused: accusedUnitSchema.nullable(),
    /** 'nowhere' when the person pressed ยังไม่เคยแจ้ง; a place is a sealed text. */
    elsewhere: z.literal('nowhere').nullable(),
    pieces: z.array(pieceSchema).max(PIECES_MAX).readonly(),
    /** Message ids whose piece was taken out again; newest last. */
    gone: z.array(id).max(GONE_MAX).readonly(),
  })
  .readonly();

/** A complaint that is being written: two choices in clear, and ids of sealed pieces. */
export type Draft = z.infer<typeof draftSchema>;

/** A draft with nothing in it. */
export const EMPTY_DRAFT: Draft = { category: null, accused: null, elsewhere: null, pieces: [], gone: [] };

/** The draft after these messages are gone, whether they had a piece or not. They cannot come back. */
export function withoutMessages(draft: Draft, messageIds: readonly string[]): Draft {
  const fresh = messageIds.filter((messageId) => !draft.gone.includes(messageId));
  return {
    ...draft,
    pieces: draft.pieces.filter(({ messageId }) => !messageIds.includes(messageId)),
    gone: [...draft.gone, ...fresh].slice(-GONE_MAX),
  };
}

/** The pieces that answer one question, in the order in which they came; none for questions with buttons only. */
export function piecesOf(draft: Draft, question: Question): readonly Piece[] {
  return draft.pieces.filter(({ field }) => field === question);
}

/** The draft without the answer to one question. */
export function withoutAnswer(draft: Draft, question: Question): Draft {
  const messageIds = piecesOf(draft, question).map(({ messageId }) => messageId);
  const cleared = messageIds.length > 0 ? withoutMessages(draft, messageIds) : draft;
  if (question === 'category') return { ...cleared, category: null };
  if (question === 'whoUnit') return { ...cleared, accused: null };
  return question === 'elsewhere' ? { ...cleared, elsewhere: null } : cleared;
}
