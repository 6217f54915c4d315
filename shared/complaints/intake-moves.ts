import { readAccusedUnit } from './accused-unit.ts';
import { isCategory } from './categories.ts';
import type { Draft } from './draft.ts';
import { NOWHERE_CHOICE } from './intake-input.ts';
import type { OpenIntake } from './intake-state.ts';
import { type Question, stepAfter, stepBefore } from './questions.ts';

export type QuestionIntake = Extract<OpenIntake, { readonly step: Question }>;
export type ReviewIntake = Extract<OpenIntake, { readonly step: 'review' }>;
export type PausedIntake = Extract<OpenIntake, { readonly step: 'paused' }>;

/** On to the next question, or back to the review the person came from. */
export function forward(state: QuestionIntake, draft: Draft): OpenIntake {
  return moveTo(state, state.editing ? 'review' : stepAfter(state.step), draft);
}

/** To the question before, or back to the review the person came from. */
export function backward(state: QuestionIntake | ReviewIntake): OpenIntake {
  const editing = state.step !== 'review' && state.editing;
  return moveTo(state, editing ? 'review' : stepBefore(state.step), state.draft);
}

/** The same draft, asking whether to go on. */
export function paused(state: QuestionIntake | ReviewIntake): PausedIntake {
  const { v, step, draft, touchedAtMs } = state;
  return { v, step: 'paused', at: step, draft, touchedAtMs, editing: step !== 'review' && state.editing };
}

/** The paused draft, at the step where it stood. */
export function resumed({ v, at, draft, touchedAtMs, editing }: PausedIntake): OpenIntake {
  return at === 'review'
    ? { v, step: 'review', draft, touchedAtMs }
    : { v, step: at, draft, touchedAtMs, editing };
}

/** The draft with a button's value as the answer to the open question; undefined when it offers no such button. */
export function chosen(
  { draft, step }: QuestionIntake,
  value: string,
  units: readonly string[],
): Draft | undefined {
  if (step === 'category') return isCategory(value) ? { ...draft, category: value } : undefined;
  if (step === 'whoUnit') {
    const accused = readAccusedUnit(value, units);
    return accused ? { ...draft, accused } : undefined;
  }
  return step === 'elsewhere' && value === NOWHERE_CHOICE ? { ...draft, elsewhere: 'nowhere' } : undefined;
}

function moveTo(
  { v, touchedAtMs }: OpenIntake,
  step: Question | 'review' | 'welcome',
  draft: Draft,
): OpenIntake {
  if (step === 'review' || step === 'welcome') return { v, step, draft, touchedAtMs };
  return { v, step, draft, touchedAtMs, editing: false };
}
