import { type Draft, type Piece, withoutMessages } from './draft.ts';
import type { Arrived, IntakeEffect } from './intake-input.ts';
import { ATTACHMENTS_MAX, TEXT_GRAPHEMES_MAX, TEXTS_MAX } from './intake-limits.ts';
import { type Field, fieldAt, type Question } from './questions.ts';

/** What became of a piece that is not a repetition. */
export interface Taken {
  readonly draft: Draft;
  readonly field: Field;
  readonly effects: readonly IntakeEffect[];
}

/**
 * Takes a piece into the draft at a step, or refuses it: a refused one is named in a `drop-pieces`, and its message cannot
 * come back. Repetitions are sorted out before, by {@link repeatOf}.
 */
export function takePiece(draft: Draft, arrived: Arrived, step: Question | 'review'): Taken {
  const field = fieldOf(arrived, step);
  const problem = arrived.kind === 'said' ? textProblem(draft, arrived, field) : fileProblem(draft);
  if (problem) return { ...refusePiece(draft, arrived, problem), field };
  const { pieceId, messageId } = arrived;
  const kind = arrived.kind === 'said' ? 'text' : arrived.fileKind;
  const pieces: readonly Piece[] = [...draft.pieces, { field, pieceId, messageId, kind }];
  // Words about where it was reported take the place of "nowhere".
  const elsewhere = field === 'elsewhere' ? null : draft.elsewhere;
  const kept: IntakeEffect =
    arrived.kind === 'said'
      ? { kind: 'kept-text', field, textsLeft: TEXTS_MAX[field] - textsIn(pieces, field) }
      : { kind: 'kept-file', field, filesLeft: ATTACHMENTS_MAX - filesIn(pieces) };
  return { draft: { ...draft, elsewhere, pieces }, field, effects: [kept] };
}

/** Refuses a piece for this reason. */
export function refusePiece(draft: Draft, arrived: Arrived, reason: IntakeEffect): Omit<Taken, 'field'> {
  return { draft: withoutMessages(draft, [arrived.messageId]), effects: [drop(arrived), reason] };
}

/**
 * What to do about a message that was taken or refused before; undefined for a new one. It may have been sealed again: the
 * new copy goes, the first one stays.
 */
export function repeatOf(draft: Draft, arrived: Arrived): readonly IntakeEffect[] | undefined {
  if (draft.pieces.some(({ pieceId }) => pieceId === arrived.pieceId)) return [];
  const known =
    draft.gone.includes(arrived.messageId) ||
    draft.pieces.some(({ messageId }) => messageId === arrived.messageId);
  return known ? [drop(arrived)] : undefined;
}

/** A shared place answers the question where; all other attachments are evidence, whenever they are sent. */
function fieldOf(arrived: Arrived, step: Question | 'review'): Field {
  if (arrived.kind === 'said') return fieldAt(step);
  return arrived.fileKind === 'location' && step === 'where' ? 'where' : 'evidence';
}

function textProblem(
  draft: Draft,
  { lengthGraphemes }: { readonly lengthGraphemes: number },
  field: Field,
): IntakeEffect | undefined {
  if (!(lengthGraphemes >= 1)) return { kind: 'not-here' };
  if (lengthGraphemes > TEXT_GRAPHEMES_MAX) return { kind: 'too-long' };
  return textsIn(draft.pieces, field) >= TEXTS_MAX[field] ? { kind: 'too-many-texts', field } : undefined;
}

function fileProblem(draft: Draft): IntakeEffect | undefined {
  return filesIn(draft.pieces) >= ATTACHMENTS_MAX ? { kind: 'too-many-files' } : undefined;
}

function textsIn(pieces: readonly Piece[], field: Field): number {
  return pieces.filter((piece) => piece.field === field && piece.kind === 'text').length;
}

function filesIn(pieces: readonly Piece[]): number {
  return pieces.filter(({ kind }) => kind !== 'text').length;
}

function drop({ pieceId }: { readonly pieceId: string }): IntakeEffect {
  return { kind: 'drop-pieces', ids: [pieceId] };
}
