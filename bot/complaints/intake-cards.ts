import { PUBLIC_BODIES } from '../../shared/complaints/bodies.ts';
import { completenessOf, ELEMENTS } from '../../shared/complaints/completeness.ts';
import { piecesOf } from '../../shared/complaints/draft.ts';
import { intakeButtonsOf } from '../../shared/complaints/intake-buttons.ts';
import type { Intake, OpenIntake } from '../../shared/complaints/intake-state.ts';
import { isQuestion, QUESTIONS } from '../../shared/complaints/questions.ts';
import { type ReceiptCode, showReceiptCode } from '../../shared/complaints/receipt-code.ts';
import {
  completenessText,
  intakeButtons,
  intakeText,
  questionTexts,
  welcomeText,
} from '../../shared/complaints/text.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import type { Day } from '../../shared/thai/days.ts';
import {
  bubble,
  button,
  COLORS,
  type Component,
  column,
  flex,
  LIMITS,
  press,
  quick,
  row,
  say,
  separator,
  text,
  withQuick,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { intakeData } from './buttons.ts';
import { complaintText as t } from './text.ts';

/** What a card of the intake is made with. */
export interface IntakeView {
  readonly intake: Intake;
  readonly units: readonly string[];
  /** Revision its buttons carry. */
  readonly rev: number;
  /** For the ส่งเรื่อง button; made anew for each review. */
  readonly boxKey: string;
}

/** What the person sees in a state. */
export function intakeMessage(view: IntakeView): Message {
  const { intake } = view;
  if (intake.step === 'welcome') return welcomeCard(view);
  if (intake.step === 'review') return reviewCard(intake, view);
  if (intake.step === 'paused') return withMoves(say(intakeText.pausedQuestion), view);
  if (intake.step !== 'idle' && intake.step !== 'filed' && isQuestion(intake.step)) {
    return questionMessage(intake, view);
  }
  return say(intakeText.nothingOpen);
}

/** The other ways, for every place where this one is not open. */
export function elsewhereLines(): readonly string[] {
  return PUBLIC_BODIES.map(({ label, hotline = '' }) => welcomeText.hotline(label, hotline));
}

function welcomeCard({ rev }: IntakeView): Message {
  const line = (content: string): Component =>
    row([text('•', { size: 'sm', flex: 0 }), text(content, { size: 'sm' })], { spacing: 'sm', margin: 'md' });
  return flex(
    welcomeText.title,
    bubble({
      kicker: welcomeText.kicker,
      title: welcomeText.title,
      body: [
        ...welcomeText.honestLines.map(line),
        text(welcomeText.howItGoes, { size: 'sm', margin: 'lg' }),
        separator(),
        text(welcomeText.elsewhere, { size: 'xs', color: COLORS.muted, margin: 'lg' }),
        ...elsewhereLines().map((one) => text(one, { size: 'xs', color: COLORS.muted })),
      ],
      buttons: [
        button(
          press(welcomeText.begin, intakeData({ kind: 'choice', value: 'begin' }, rev), welcomeText.begin),
        ),
        button(
          press(welcomeText.notNow, intakeData({ kind: 'cancel' }, rev), welcomeText.notNow),
          'secondary',
        ),
      ],
    }),
  );
}

function questionMessage(intake: OpenIntake, view: IntakeView): Message {
  const question = QUESTIONS.find((one) => one === intake.step) ?? 'category';
  const texts = questionTexts[question];
  const count = piecesOf(intake.draft, question).length;
  const lines = [
    intakeText.step(QUESTIONS.indexOf(question) + 1, QUESTIONS.length),
    texts.question,
    texts.hint,
    ...(count > 0 ? [`${intakeText.answered} (${count})`] : []),
  ];
  const { choices } = intakeButtonsOf(intake, view.units);
  // An office may have more units than LINE shows as quick replies; then they become a card.
  if (choices.length <= LIMITS.quickReplies - 3) return withMoves(say(lines.join('\n')), view);
  const buttons = choices.map(({ label, input }) =>
    button(press(label, intakeData(input, view.rev), label), 'secondary'),
  );
  const card = bubble({
    kicker: lines[0] ?? '',
    title: texts.question,
    body: [
      text(texts.hint, { size: 'sm', color: COLORS.muted, margin: 'sm' }),
      column(buttons, { spacing: 'sm', margin: 'lg' }),
    ],
  });
  return withMoves(flex(texts.question, card), view, false);
}

/** Puts the buttons of a state under a message. */
export function withMoves(
  message: Message,
  { intake, units, rev, boxKey }: IntakeView,
  choicesToo = true,
): Message {
  const { choices, moves } = intakeButtonsOf(intake, units);
  const items = [...(choicesToo ? choices : []), ...moves].map(({ label, input }) =>
    quick(label, intakeData(input, rev, carriesKey(input.kind) ? boxKey : undefined)),
  );
  return withQuick(message, items);
}

function carriesKey(kind: string): boolean {
  return kind === 'file';
}

function reviewCard(intake: OpenIntake, view: IntakeView): Message {
  const { draft } = intake;
  const { filled, missing } = completenessOf({ accused: draft.accused, pieces: draft.pieces });
  const isAnswered = (question: (typeof QUESTIONS)[number]): boolean => {
    if (question === 'category') return draft.category !== null;
    if (question === 'whoUnit') return draft.accused !== null;
    return piecesOf(draft, question).length > 0 || (question === 'elsewhere' && draft.elsewhere !== null);
  };
  const rows = QUESTIONS.map((question) => {
    const answered = isAnswered(question);
    return row(
      [
        text(questionTexts[question].name, { size: 'sm', flex: 6 }),
        text(answered ? `✓ ${intakeText.answered}` : intakeText.notAnswered, {
          size: 'sm',
          align: 'end',
          flex: 5,
          color: answered ? COLORS.green : COLORS.muted,
        }),
      ],
      {
        paddingTop: '8px',
        paddingBottom: '8px',
        action: press(
          questionTexts[question].name,
          intakeData({ kind: 'edit', question }, view.rev),
          questionTexts[question].name,
        ),
      },
    );
  });
  const meter = completenessText.meter(filled.length, ELEMENTS.length);
  const card = bubble({
    kicker: intakeText.reviewTitle,
    title: meter,
    body: [
      ...rows,
      separator('md'),
      ...(missing.length > 0
        ? [
            text(completenessText.incomplete, { size: 'xs', color: COLORS.muted, margin: 'md' }),
            ...missing.map((one) => text(`- ${completenessText.missing[one]}`, { size: 'xs', margin: 'xs' })),
          ]
        : [text(completenessText.complete, { size: 'xs', color: COLORS.muted, margin: 'md' })]),
      text(welcomeText.truthfulness, { size: 'xs', color: COLORS.muted, margin: 'md' }),
      text(intakeText.reviewNote, { size: 'xs', color: COLORS.muted, margin: 'md' }),
    ],
    buttons: [
      button(
        press(intakeButtons.file, intakeData({ kind: 'file' }, view.rev, view.boxKey), intakeButtons.file),
      ),
      button(
        press(intakeButtons.cancel, intakeData({ kind: 'cancel' }, view.rev), intakeButtons.cancel),
        'link',
      ),
    ],
  });
  return flex(meter, card);
}

/** The receipt: the code as text, a copy button, the day to come back by. Shown until it is said to be saved. */
export function receiptMessages(
  code: ReceiptCode,
  backBy: Day | undefined,
  rev: number,
  boxKey: string,
): readonly Message[] {
  const shown = showReceiptCode(code);
  const card = bubble({
    kicker: t.receiptDone,
    title: t.receiptTitle,
    body: [
      ...codeLines(shown),
      text(t.receiptNote, { size: 'sm', margin: 'lg' }),
      ...(backBy ? [text(t.receiptBack(formatDay(backBy, 'long')), { size: 'sm', margin: 'md' })] : []),
    ],
    buttons: [
      button(press(intakeButtons.saved, intakeData({ kind: 'done' }, rev, boxKey), intakeButtons.saved)),
      button({ type: 'clipboard', label: t.copyCode, clipboardText: shown }, 'secondary'),
    ],
  });
  // Also as plain text: it can be selected, read aloud and photographed.
  const again = quick(t.showAgain, intakeData({ kind: 'file' }, rev, boxKey));
  return [flex(t.receiptAlt, card), say(shown, [again])];
}

/** Six groups in two lines, so that a large code fits the narrowest phone. */
function codeLines(shown: string): readonly Component[] {
  const groups = shown.split(' ');
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half), groups.slice(half)].map((part, n) =>
    text(part.join(' '), {
      size: 'xxl',
      weight: 'bold',
      color: COLORS.green,
      align: 'center',
      margin: n === 0 ? 'lg' : 'sm',
    }),
  );
}
