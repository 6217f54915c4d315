import { truncate } from '../thai/text.ts';
import { HEAD_CHOICE, UNKNOWN_CHOICE } from './accused-unit.ts';
import { CATEGORIES } from './categories.ts';
import { piecesOf } from './draft.ts';
import { BEGIN_CHOICE, type IntakeInput, NOWHERE_CHOICE } from './intake-input.ts';
import type { QuestionIntake } from './intake-moves.ts';
import type { Intake } from './intake-state.ts';
import { QUESTIONS } from './questions.ts';
import { intakeButtons as b, questionTexts, welcomeText } from './text.ts';

/** LINE's limit for the label of a quick reply. */
export const BUTTON_GRAPHEMES_MAX = 20;

/** One button: what it says, and what pressing it or typing its label means. */
export interface IntakeButton {
  readonly label: string;
  readonly input: IntakeInput;
}

/** What can be pressed in a state. */
export interface IntakeButtons {
  /** The answers to choose from, or the questions that can be edited. Only the units of an office can be too many for quick replies. */
  readonly choices: readonly IntakeButton[];
  /** How to move on; the first is the one most people want. With the choices at most 13, units aside. */
  readonly moves: readonly IntakeButton[];
}

const button = (label: string, input: IntakeInput): IntakeButton => ({ label, input });
const BACK = button(b.back, { kind: 'back' });
const CANCEL = button(b.cancel, { kind: 'cancel' });

/** The buttons of a state. Each leads somewhere: none is answered with "not here". */
export function intakeButtonsOf(intake: Intake, units: readonly string[]): IntakeButtons {
  switch (intake.step) {
    case 'idle':
      return { choices: [], moves: [] };
    case 'filed':
      return { choices: [], moves: [button(b.saved, { kind: 'done' })] };
    case 'welcome':
      return {
        choices: [],
        moves: [
          button(welcomeText.begin, { kind: 'choice', value: BEGIN_CHOICE }),
          button(welcomeText.notNow, { kind: 'cancel' }),
        ],
      };
    case 'paused':
      return {
        choices: [],
        moves: [button(b.resume, { kind: 'resume' }), button(b.restart, { kind: 'restart' }), CANCEL],
      };
    case 'review':
      return {
        choices: QUESTIONS.map((question) =>
          button(questionTexts[question].name, { kind: 'edit', question }),
        ),
        moves: [button(b.file, { kind: 'file' }), BACK, CANCEL],
      };
    default:
      return { choices: choicesOf(intake, units), moves: movesOf(intake) };
  }
}

function choicesOf({ step }: QuestionIntake, units: readonly string[]): readonly IntakeButton[] {
  const choice = (label: string, value: string) => button(label, { kind: 'choice', value });
  if (step === 'category') return CATEGORIES.map(({ id, label }) => choice(label, id));
  if (step === 'elsewhere') return [choice(b.nowhere, NOWHERE_CHOICE)];
  if (step !== 'whoUnit') return [];
  return [
    ...units.map((unit) => choice(truncate(unit, BUTTON_GRAPHEMES_MAX), unit)),
    choice(b.head, HEAD_CHOICE),
    choice(b.unknown, UNKNOWN_CHOICE),
  ];
}

/** At the category its last choice stands for not knowing, so nothing is skipped there and 13 buttons suffice. */
function movesOf({ step, draft }: QuestionIntake): readonly IntakeButton[] {
  if (step === 'category') return [BACK, CANCEL];
  if (piecesOf(draft, step).length === 0) return [button(b.skip, { kind: 'skip' }), BACK, CANCEL];
  return [button(b.done, { kind: 'done' }), BACK, button(b.clear, { kind: 'clear' }), CANCEL];
}
