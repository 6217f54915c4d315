import { EMPTY_DRAFT, withoutMessages } from './draft.ts';
import type { IntakeEffect, IntakeInput } from './intake-input.ts';
import { GONE_AFTER_MS, PAUSE_AFTER_MS } from './intake-limits.ts';
import { paused } from './intake-moves.ts';
import { dropAll, type IntakeResult, isArrived, stepOpen } from './intake-open.ts';
import { IDLE, type Intake, type OpenIntake, welcomeWith } from './intake-state.ts';
import { repeatOf } from './take-piece.ts';

/** What a step is decided with besides state and input. */
export interface IntakeContext {
  /** Epoch ms. */
  readonly nowMs: number;
  /** The units of the office that may be named as the accused's. */
  readonly units: readonly string[];
}

/**
 * One step of a citizen's complaint. Guarantees: never throws; a complaint is filed once; cancelling a draft drops every
 * piece of it; a message delivered twice changes nothing; a sealed piece is in the state, in the filed complaint, or named
 * in a `drop-pieces`. `INTAKE_TABLE` lists which input leads where.
 */
export function stepIntake(state: Intake, input: IntakeInput, { nowMs, units }: IntakeContext): IntakeResult {
  if (state.step === 'idle') return fromIdle(state, input, nowMs);
  if (state.step === 'filed') return fromFiled(state, input);
  const idleMs = nowMs - state.touchedAtMs;
  if (idleMs > GONE_AFTER_MS) return fromExpired(state, input, nowMs);
  if (input.kind === 'cancel') return end(state, [{ kind: 'cancelled' }]);
  if (input.kind === 'unsend') return unsend(state, input.messageId);
  const repeated = isArrived(input) ? repeatOf(state.draft, input) : undefined;
  if (repeated) return { state, effects: repeated };
  const mayPause = state.step !== 'welcome' && state.step !== 'paused';
  const asks = mayPause && (idleMs > PAUSE_AFTER_MS || input.kind === 'start');
  const result = stepOpen(asks ? paused(state) : state, asks ? keptWhenAsking(input) : input, units);
  return { ...result, state: touched(result.state, state, nowMs) };
}

function fromIdle(state: Intake, input: IntakeInput, nowMs: number): IntakeResult {
  if (input.kind === 'start')
    return { state: welcomeWith(EMPTY_DRAFT, nowMs), effects: [{ kind: 'ask', step: 'welcome' }] };
  if (input.kind === 'unsend') return { state, effects: [] };
  return { state, effects: [...dropArrived(input), { kind: 'nothing-open' }] };
}

/**
 * After filing nothing ends the showing of the receipt but the word that it is saved: whoever loses it loses the case. What
 * is unsent in LINE by now is not found any more, because nothing here leads from a message to the complaint.
 */
function fromFiled(state: Intake, input: IntakeInput): IntakeResult {
  if (input.kind === 'done') return { state: IDLE, effects: [{ kind: 'receipt-saved' }] };
  if (input.kind === 'unsend') return { state, effects: [] };
  return { state, effects: [...dropArrived(input), { kind: 'show-receipt' }] };
}

function fromExpired(state: OpenIntake, input: IntakeInput, nowMs: number): IntakeResult {
  const ended = end(state, [...dropArrived(input), { kind: 'expired' }]);
  if (input.kind !== 'start') return ended;
  const fresh = fromIdle(IDLE, input, nowMs);
  return { state: fresh.state, effects: [...ended.effects, ...fresh.effects] };
}

/** LINE tells of a taken-back message without a way to answer, so nothing is said. It does not count as being there. */
function unsend(state: OpenIntake, messageId: string): IntakeResult {
  if (state.draft.gone.includes(messageId)) return { state, effects: [] };
  const dropped = state.draft.pieces.filter((piece) => piece.messageId === messageId);
  const draft = withoutMessages(state.draft, [messageId]);
  return { state: { ...state, draft }, effects: dropAll(dropped) };
}

/** An old button must not answer the question whether to go on; words and files are kept while it is asked. */
function keptWhenAsking(input: IntakeInput): IntakeInput {
  return isArrived(input) ? input : { kind: 'start' };
}

function end(state: OpenIntake, effects: readonly IntakeEffect[]): IntakeResult {
  return { state: IDLE, effects: [...dropAll(state.draft.pieces), ...effects] };
}

/** Time moves on only where something changed; a clock that was set back does not make a draft younger. */
function touched(next: Intake, before: OpenIntake, nowMs: number): Intake {
  if (next === before || !('touchedAtMs' in next)) return next;
  return { ...next, touchedAtMs: Math.max(before.touchedAtMs, nowMs) };
}

function dropArrived(input: IntakeInput): readonly IntakeEffect[] {
  return isArrived(input) ? dropAll([input]) : [];
}
