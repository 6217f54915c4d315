import { stepIntake } from '../../shared/complaints/intake.ts';
import { intakeButtonsOf } from '../../shared/complaints/intake-buttons.ts';
import type { IntakeEffect, IntakeInput } from '../../shared/complaints/intake-input.ts';
import { ATTACHMENTS_MAX, TEXT_GRAPHEMES_MAX, TEXTS_MAX } from '../../shared/complaints/intake-limits.ts';
import { IDLE, type Intake } from '../../shared/complaints/intake-state.ts';
import { intakeText, questionTexts, routingText, statusTexts } from '../../shared/complaints/text.ts';
import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import { graphemes, tidy } from '../../shared/thai/text.ts';
import { create, type Outcome, set, type Write } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import { fileComplaint, type PreparedFiling } from './filing.ts';
import type { ComplaintFlow } from './flow.ts';
import { elsewhereLines, intakeMessage, receiptMessages } from './intake-cards.ts';
import { closeReceipt, newBoxKey, openReceipt } from './receipt-box.ts';
import { PIECE_KEPT_DAYS, pieces } from './records.ts';
import { reminderOffer } from './reminder.ts';
import type { SealedArrival } from './seal-arrival.ts';
import { complaintText as t } from './text.ts';

/** What one step of the intake is taken with. */
export interface IntakeStepInput {
  readonly tx: Pick<Transaction, 'get' | 'query'>;
  readonly flow: Extract<ComplaintFlow, { kind: 'intake' }> | undefined;
  readonly input: IntakeInput;
  readonly nowMs: number;
  readonly rev: number;
  readonly nextRev: number;
  /** What arrived with the input, sealed. */
  readonly arrival?: SealedArrival | undefined;
  /** For the input `file`. */
  readonly filing?: PreparedFiling | undefined;
  /** The key the pressed button carried. */
  readonly boxKey?: string | undefined;
}

/** Takes one step of a citizen's complaint and says what comes of it. */
export async function takeIntakeStep(step: IntakeStepInput): Promise<Outcome> {
  const { tx, flow, input, nowMs } = step;
  const { units } = await officeOf(tx);
  const before = flow?.intake ?? IDLE;
  const { state, effects } = stepIntake(before, input, { nowMs, units });
  const filing = effects.find((effect) => effect.kind === 'file');
  if (filing) return finish(step, filing.complaint, units);
  if (effects.some(({ kind }) => kind === 'show-receipt')) return showAgain(step);
  const dropped = effects.flatMap((effect) => (effect.kind === 'drop-pieces' ? effect.ids : []));
  const writes = await pieceWrites(tx, step, dropped);
  const changed = state !== before;
  const rev = changed ? step.nextRev : step.rev;
  const notes = effects.flatMap((effect) => noteOf(effect, before) ?? []);
  const asks = effects.some(({ kind }) => kind === 'ask') || (notes.length > 0 && isOpen(state));
  const messages: Message[] = [
    ...(notes.length > 0 ? [say(notes.join('\n'))] : []),
    ...(asks && isOpen(state) ? [intakeMessage({ intake: state, units, rev, boxKey: newBoxKey() })] : []),
    ...(effects.some(({ kind }) => kind === 'receipt-saved') ? savedMessages() : []),
  ];
  return {
    reply: merged(messages, effects),
    // The ส่งเรื่อง button carries the key of the receipt's box: it may be shown, not stored.
    ...(asks && state.step === 'review' ? { replyInPassing: true } : {}),
    ...(changed
      ? { flow: isOpen(state) ? ({ kind: 'intake', intake: state } satisfies ComplaintFlow) : null }
      : {}),
    writes,
  };
}

function isOpen(intake: Intake): boolean {
  return intake.step !== 'idle' && intake.step !== 'filed';
}

/** A kept text needs one short line with the buttons, not the whole question again. */
function merged(messages: readonly Message[], effects: readonly IntakeEffect[]): readonly Message[] {
  const kept = effects.find((effect) => effect.kind === 'kept-text' || effect.kind === 'kept-file');
  const [note, card] = messages;
  if (!kept || effects.some(({ kind }) => kind === 'ask') || note?.type !== 'text' || !card?.quickReply)
    return messages;
  return [{ ...note, quickReply: card.quickReply }];
}

function noteOf(effect: IntakeEffect, before: Intake): string | undefined {
  switch (effect.kind) {
    case 'kept-text':
      return before.step === effect.field
        ? intakeText.keptText(effect.textsLeft)
        : intakeText.keptElsewhere(questionTexts[effect.field].name);
    case 'kept-file':
      return intakeText.keptFile(effect.filesLeft);
    case 'too-long':
      return intakeText.tooLong(TEXT_GRAPHEMES_MAX.toLocaleString('en-US'));
    case 'too-many-texts':
      return intakeText.tooManyTexts(TEXTS_MAX[effect.field]);
    case 'too-many-files':
      return intakeText.tooManyFiles(ATTACHMENTS_MAX);
    case 'not-here':
      return intakeText.notHere;
    case 'cleared':
      return intakeText.cleared(questionTexts[effect.question].name);
    case 'nothing-to-file':
      return intakeText.nothingToFile;
    case 'cancelled':
      return intakeText.cancelled;
    case 'expired':
      return intakeText.expired;
    case 'nothing-open':
      return intakeText.nothingOpen;
    default:
      return undefined;
  }
}

/** Keeps what arrived, and lets go of what was dropped: an expired piece goes with its file at the next sweep. */
async function pieceWrites(
  tx: Pick<Transaction, 'get'>,
  { arrival, nowMs, input, flow }: IntakeStepInput,
  dropped: readonly string[],
): Promise<readonly Write[]> {
  const writes: Write[] = [];
  for (const id of dropped) {
    if (id === arrival?.pieceId) continue;
    const stored = await tx.get(ref(pieces, id));
    if (stored) writes.push(set(ref(pieces, id), { ...stored.data, expiresAtMs: nowMs }));
  }
  if (input.kind === 'resume' && flow && 'draft' in flow.intake) {
    const expiresAtMs = epochMsOf(addDays(dayOf(nowMs), PIECE_KEPT_DAYS));
    for (const { pieceId } of flow.intake.draft.pieces) {
      const stored = dropped.includes(pieceId) ? undefined : await tx.get(ref(pieces, pieceId));
      if (stored) writes.push(set(ref(pieces, pieceId), { ...stored.data, expiresAtMs }));
    }
  }
  if (arrival) {
    const isDropped = dropped.includes(arrival.pieceId);
    const piece = isDropped ? { ...arrival.piece, expiresAtMs: nowMs } : arrival.piece;
    // A dropped text leaves nothing; a dropped attachment's file is swept by its record.
    if (!isDropped || piece.fileName !== undefined) writes.push(create(ref(pieces, arrival.pieceId), piece));
  }
  return writes;
}

async function finish(
  step: IntakeStepInput,
  complaint: Extract<IntakeEffect, { kind: 'file' }>['complaint'],
  units: readonly string[],
): Promise<Outcome> {
  const { tx, filing, boxKey, nowMs, nextRev, flow } = step;
  // The button that files carries the key; a typed ส่งเรื่อง has none and gets the button.
  if (!filing || !boxKey || !flow) {
    const view = { intake: flow?.intake ?? IDLE, units, rev: step.rev, boxKey: newBoxKey() };
    return { reply: [intakeMessage(view)], replyInPassing: true };
  }
  const filed = await fileComplaint(tx, complaint, filing, nowMs);
  if (filed.kind === 'nobody') return { reply: [say([routingText.nobody, ...elsewhereLines()].join('\n'))] };
  const box = closeReceipt(filing.code, boxKey);
  const next: ComplaintFlow = { kind: 'intake', intake: { v: 1, step: 'filed' }, receipt: box };
  return {
    reply: receiptMessages(filing.code, filed.backBy, nextRev, boxKey),
    replyInPassing: true,
    flow: next,
    writes: filed.writes,
  };
}

/** The code again, for whoever presses a button that carries the box's key; the store alone cannot show it. */
function showAgain({ flow, boxKey, rev }: IntakeStepInput): Outcome {
  const code = flow?.receipt !== undefined && boxKey ? openReceipt(flow.receipt, boxKey) : undefined;
  if (!code || !boxKey) return { reply: [say(t.pressAgain)] };
  return { reply: receiptMessages(code, undefined, rev, boxKey), replyInPassing: true };
}

function savedMessages(): readonly Message[] {
  return [say(`${intakeText.receiptSaved}\n\n${t.deleteChat}`), reminderOffer()];
}

/** A typed word that stands for a button of the state; undefined for everything that is content. */
export function typedButton(said: string, intake: Intake, units: readonly string[]): IntakeInput | undefined {
  const word = tidy(said);
  const { choices, moves } = intakeButtonsOf(intake, units);
  return [...moves, ...choices].find(({ label }) => label === word)?.input;
}

/** How long a text is as people count. */
export function lengthOf(said: string): number {
  return graphemes(said).length;
}

/** The plain words of a status, for whoever follows a case. */
export function plainWords(status: keyof typeof statusTexts): string {
  return statusTexts[status].plainWords;
}
