import type { IntakeInput } from './intake-input.ts';
import type { Intake } from './intake-state.ts';
import { QUESTIONS, type Question, stepAfter, stepBefore } from './questions.ts';

/** A state as a diagram shows it: a question opened from the review is `editing`, whichever it is. */
export type IntakeStateName = 'idle' | 'welcome' | Question | 'review' | 'editing' | 'paused' | 'filed';

/** One arrow of the diagram. */
export interface IntakeArrow {
  readonly from: IntakeStateName;
  readonly input: IntakeInput['kind'];
  /** 'where-it-stood' when a pause ends. */
  readonly to: IntakeStateName | 'where-it-stood';
}

const QUESTIONS_WITH_BUTTONS: readonly Question[] = ['category', 'whoUnit', 'elsewhere'];

/**
 * Every input that leads from one state of the complaint to another; all others leave the state as it is (an answer, a file,
 * `clear` and `unsend` change what is in it). Two arrows come from time alone, at the next input: a question or the review
 * is `paused` after `PAUSE_AFTER_MS`, and any draft is `idle` after `GONE_AFTER_MS`. `file` needs a text or an attachment,
 * `choice` a value that the question offers.
 */
export const INTAKE_TABLE: readonly IntakeArrow[] = [
  { from: 'idle', input: 'start', to: 'welcome' },
  { from: 'welcome', input: 'choice', to: 'category' },
  { from: 'welcome', input: 'cancel', to: 'idle' },
  ...QUESTIONS.flatMap(arrowsOf),
  { from: 'review', input: 'edit', to: 'editing' },
  { from: 'review', input: 'back', to: stepBefore('review') },
  { from: 'review', input: 'file', to: 'filed' },
  { from: 'review', input: 'start', to: 'paused' },
  { from: 'review', input: 'cancel', to: 'idle' },
  { from: 'editing', input: 'choice', to: 'review' },
  { from: 'editing', input: 'skip', to: 'review' },
  { from: 'editing', input: 'done', to: 'review' },
  { from: 'editing', input: 'back', to: 'review' },
  { from: 'editing', input: 'start', to: 'paused' },
  { from: 'editing', input: 'cancel', to: 'idle' },
  { from: 'paused', input: 'resume', to: 'where-it-stood' },
  { from: 'paused', input: 'restart', to: 'welcome' },
  { from: 'paused', input: 'cancel', to: 'idle' },
  { from: 'filed', input: 'done', to: 'idle' },
];

/** The name under which {@link INTAKE_TABLE} lists a state. */
export function intakeStateName(intake: Intake): IntakeStateName {
  return 'editing' in intake && intake.step !== 'paused' && intake.editing ? 'editing' : intake.step;
}

function arrowsOf(question: Question): readonly IntakeArrow[] {
  const next = stepAfter(question);
  const choice: readonly IntakeArrow[] = QUESTIONS_WITH_BUTTONS.includes(question)
    ? [{ from: question, input: 'choice', to: next }]
    : [];
  return [
    ...choice,
    { from: question, input: 'skip', to: next },
    { from: question, input: 'done', to: next },
    { from: question, input: 'back', to: stepBefore(question) },
    { from: question, input: 'start', to: 'paused' },
    { from: question, input: 'cancel', to: 'idle' },
  ];
}
