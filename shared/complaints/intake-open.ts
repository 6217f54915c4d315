import { type Draft, EMPTY_DRAFT, withoutAnswer, withoutMessages } from './draft.ts';
import {
  type Arrived,
  BEGIN_CHOICE,
  type FiledDraft,
  type IntakeEffect,
  type IntakeInput,
} from './intake-input.ts';
import {
  backward,
  chosen,
  forward,
  type PausedIntake,
  type QuestionIntake,
  type ReviewIntake,
  resumed,
} from './intake-moves.ts';
import { FILED, type Intake, type OpenIntake, welcomeWith } from './intake-state.ts';
import { isQuestion, type Question } from './questions.ts';
import { refusePiece, takePiece } from './take-piece.ts';

/** What a step leads to. `state` is the very same object when nothing changed. */
export interface IntakeResult {
  readonly state: Intake;
  readonly effects: readonly IntakeEffect[];
}

/**
 * One step of a draft, except what is the same in every state (cancel, unsend, repetitions, time): that is done before, by
 * `stepIntake`, which also sets the time of the result.
 */
export function stepOpen(state: OpenIntake, input: IntakeInput, units: readonly string[]): IntakeResult {
  switch (state.step) {
    case 'welcome':
      return fromWelcome(state, input);
    case 'review':
      return fromReview(state, input);
    case 'paused':
      return fromPaused(state, input);
    default:
      return fromQuestion(state, input, units);
  }
}

/** `drop-pieces` for these, or nothing when there are none. */
export function dropAll(pieces: readonly { readonly pieceId: string }[]): readonly IntakeEffect[] {
  return pieces.length === 0 ? [] : [{ kind: 'drop-pieces', ids: pieces.map(({ pieceId }) => pieceId) }];
}

/** Whether something sealed came with this input. */
export function isArrived(input: IntakeInput): input is Arrived {
  return input.kind === 'said' || input.kind === 'attached';
}

function fromWelcome(state: OpenIntake, input: IntakeInput): IntakeResult {
  const { v, draft, touchedAtMs } = state;
  if (isArrived(input)) {
    // Nothing is taken before the person has seen what is protected and what is not, and has agreed to start.
    const refused = refusePiece(draft, input, { kind: 'not-here' });
    return { state: { ...state, draft: refused.draft }, effects: [...refused.effects, ask(state)] };
  }
  if (input.kind === 'choice' && input.value === BEGIN_CHOICE)
    return asked({ v, step: 'category', draft, touchedAtMs, editing: false });
  return input.kind === 'start' ? asked(state) : notHere(state);
}

function fromQuestion(state: QuestionIntake, input: IntakeInput, units: readonly string[]): IntakeResult {
  if (isArrived(input)) return take(state, state.step, input);
  switch (input.kind) {
    case 'skip':
    case 'done':
      return asked(forward(state, state.draft));
    case 'back':
      return asked(backward(state));
    case 'clear':
      return clear(state);
    case 'choice': {
      const draft = chosen(state, input.value, units);
      return draft ? asked(forward(state, draft)) : notHere(state);
    }
    default:
      return notHere(state);
  }
}

function fromReview(state: ReviewIntake, input: IntakeInput): IntakeResult {
  if (isArrived(input)) return take(state, 'review', input);
  const { v, draft, touchedAtMs } = state;
  if (input.kind === 'edit' && isQuestion(input.question))
    return asked({ v, step: input.question, draft, touchedAtMs, editing: true });
  if (input.kind === 'back') return asked(backward(state));
  if (input.kind !== 'file') return notHere(state);
  if (draft.pieces.length === 0) return { state, effects: [{ kind: 'nothing-to-file' }, ask(state)] };
  return { state: FILED, effects: [{ kind: 'file', complaint: filed(draft) }] };
}

/** What is written or attached now is kept where the draft stands; it goes with the rest if the person starts anew. */
function fromPaused(state: PausedIntake, input: IntakeInput): IntakeResult {
  if (isArrived(input)) return take(state, state.at, input);
  if (input.kind === 'resume') return asked(resumed(state));
  if (input.kind !== 'restart') return asked(state);
  const { draft, touchedAtMs } = state;
  // The dropped messages stay known, so that a late repetition of one cannot slip into the new draft.
  const messageIds = draft.pieces.map(({ messageId }) => messageId);
  const { gone } = withoutMessages(draft, messageIds);
  const fresh = welcomeWith({ ...EMPTY_DRAFT, gone }, touchedAtMs);
  return { state: fresh, effects: [...dropAll(draft.pieces), ask(fresh)] };
}

function take(state: OpenIntake, at: Question | 'review', input: Arrived): IntakeResult {
  const { draft, field, effects } = takePiece(state.draft, input, at);
  // At its own question a piece is confirmed only; anywhere else the open question is asked again.
  const said = state.step === field ? effects : [...effects, ask(state)];
  return { state: { ...state, draft }, effects: said };
}

function clear(state: QuestionIntake): IntakeResult {
  const draft = withoutAnswer(state.draft, state.step);
  const dropped = state.draft.pieces.filter((piece) => !draft.pieces.includes(piece));
  const cleared: IntakeEffect = { kind: 'cleared', question: state.step };
  return { state: { ...state, draft }, effects: [...dropAll(dropped), cleared, ask(state)] };
}

function filed({ category, accused, elsewhere, pieces }: Draft): FiledDraft {
  return {
    category: category ?? 'other',
    accused: accused ?? { kind: 'unknown' },
    elsewhere,
    pieces: pieces.map(({ field, pieceId, kind }) => ({ field, pieceId, kind })),
  };
}

function asked(state: OpenIntake): IntakeResult {
  return { state, effects: [ask(state)] };
}

function notHere(state: OpenIntake): IntakeResult {
  return { state, effects: [{ kind: 'not-here' }, ask(state)] };
}

function ask({ step }: OpenIntake): IntakeEffect {
  return { kind: 'ask', step };
}
