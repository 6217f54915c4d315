import type { CaseClear } from '../../shared/complaints/case-clear.ts';
import { categoryOf } from '../../shared/complaints/categories.ts';
import { ELEMENTS } from '../../shared/complaints/completeness.ts';
import { clockState } from '../../shared/complaints/deadlines.ts';
import { nextSteps } from '../../shared/complaints/statuses.ts';
import { clockText, statusTexts } from '../../shared/complaints/text.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import type { Day } from '../../shared/thai/days.ts';
import {
  type Bubble,
  bubble,
  button,
  COLORS,
  type Component,
  carousels,
  press,
  quick,
  row,
  text,
  withQuick,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { buttonData } from '../webhook/button.ts';
import type { CaseLine } from './records.ts';
import { complaintText as t } from './text.ts';

/** What a card of a case is made with. */
export interface CaseCardView {
  readonly line: Pick<CaseLine, 'caseId' | 'clear' | 'rev'>;
  readonly today: Day;
  /** Name of the member who took it. */
  readonly assigneeName?: string | undefined;
  /** Where the case can be read, if a mini-app is set up. */
  readonly url?: string | undefined;
  readonly kicker?: string | undefined;
}

/** How the clock of a case stands, in words. */
export function clockWords(clear: CaseClear, today: Day): string {
  const state = clockState(clear, today);
  if (state.kind === 'stopped') return clockText.stopped;
  return state.overdueBy > 0 ? clockText.overdueBy(state.overdueBy) : clockText.daysLeft(state.daysLeft);
}

/** One case, by its clear facts alone: nothing of what was written. */
export function caseBubble({ line, today, assigneeName, url, kicker }: CaseCardView): Bubble {
  const { clear } = line;
  const clock = clockState(clear, today);
  const overdue = clock.kind === 'running' && clock.overdueBy > 0;
  const fact = (label: string, value: string): Component =>
    row([text(label, { size: 'sm', color: COLORS.muted, flex: 5 }), text(value, { size: 'sm', flex: 7 })], {
      margin: 'sm',
    });
  const take = press(t.take, buttonData('complaints', 'case-take', { c: line.caseId, r: line.rev }), t.take);
  const steps = press(
    t.nextSteps,
    buttonData('complaints', 'case-steps', { c: line.caseId, r: line.rev }),
    t.nextSteps,
  );
  const isTaken = clear.assigneeId !== null;
  return bubble({
    kicker: kicker ?? categoryOf(clear.category).label,
    title: t.caseNumber(clear.number),
    body: [
      text(clockWords(clear, today), {
        size: 'xl',
        weight: 'bold',
        color: overdue ? COLORS.red : COLORS.green,
        margin: 'md',
      }),
      text(t.dueOn(formatDay(clear.dueDay, 'long')), { size: 'xs', color: COLORS.muted }),
      fact('สถานะ', statusTexts[clear.status].label),
      fact(t.assignee, assigneeName ?? t.nobodyYet),
      fact(t.completeness, `${clear.filledCount}/${ELEMENTS.length}`),
      fact(t.attachments, t.pieces(clear.attachmentCount)),
    ],
    buttons: [
      ...(isTaken ? [] : [button(take)]),
      ...(url
        ? [button({ type: 'uri', label: t.openCase, uri: url }, isTaken ? 'primary' : 'secondary')]
        : []),
      ...(isTaken && quickSteps(clear).length > 0 ? [button(steps, 'secondary')] : []),
    ],
  });
}

/** Steps that are taken with one tap, because nobody needs words for them. */
function quickSteps({ status }: CaseClear) {
  return nextSteps(status, 'officer').filter(({ needsReason }) => !needsReason);
}

/** One case with the steps that need no words; those that do are taken where the case is read. */
export function caseMessages(view: CaseCardView): readonly Message[] {
  const { line } = view;
  const steps = quickSteps(line.clear);
  const [card] = carousels(t.caseNumber(line.clear.number), [caseBubble(view)]);
  if (!card) return [];
  return [
    withQuick(
      card,
      steps.map(({ id, label }) =>
        quick(label, buttonData('complaints', 'case-move', { c: line.caseId, r: line.rev, to: id })),
      ),
    ),
  ];
}
