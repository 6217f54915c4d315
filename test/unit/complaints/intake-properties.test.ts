import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepIntake } from '../../../shared/complaints/intake.ts';
import { intakeButtonsOf } from '../../../shared/complaints/intake-buttons.ts';
import type { IntakeInput } from '../../../shared/complaints/intake-input.ts';
import { ATTACHMENTS_MAX, TEXTS_MAX } from '../../../shared/complaints/intake-limits.ts';
import { IDLE, type Intake, parseIntake } from '../../../shared/complaints/intake-state.ts';
import { INTAKE_TABLE, intakeStateName } from '../../../shared/complaints/intake-table.ts';
import { FIELDS, QUESTIONS } from '../../../shared/complaints/questions.ts';
import {
  anyInput,
  anyWaitMs,
  at,
  begin,
  draftOf,
  dropped,
  pieceIdsOf,
  START_MS,
  skip,
  start,
  UNITS,
} from './intake-samples.ts';

const RUNS = { numRuns: 400 };
/** From nothing, from the first question, or from the review, so that all of the conversation is met often. */
const anyPrefix = fc
  .constantFrom(0, 2, 2 + QUESTIONS.length)
  .map((length) =>
    [start, begin, ...QUESTIONS.map(() => skip)].slice(0, length).map((input) => [input, 0] as const),
  );
const anyStory = fc
  .tuple(anyPrefix, fc.array(fc.tuple(anyInput, anyWaitMs), { maxLength: 60 }))
  .map(([prefix, rest]) => [...prefix, ...rest]);
const withPiece = (input: IntakeInput, pieceId: string): IntakeInput =>
  input.kind === 'said' || input.kind === 'attached' ? { ...input, pieceId } : input;

/** Plays a story and hands every step to `each`. Returns the last state. */
function play(
  story: readonly (readonly [IntakeInput, number])[],
  each: (step: {
    before: Intake;
    input: IntakeInput;
    result: ReturnType<typeof stepIntake>;
    nowMs: number;
  }) => void = () => {},
): { state: Intake; nowMs: number } {
  let state: Intake = IDLE;
  let nowMs = START_MS;
  story.forEach(([input, waitMs], index) => {
    nowMs += waitMs;
    const arriving = withPiece(input, `p${index}`);
    const result = stepIntake(state, arriving, at(nowMs));
    each({ before: state, input: arriving, result, nowMs });
    state = result.state;
  });
  return { state, nowMs };
}

describe('a complaint in any order of inputs', () => {
  it('never throws, stays within its limits and can always be stored and read again', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        play(story, ({ result }) => {
          expect(parseIntake(JSON.parse(JSON.stringify(result.state)))).toEqual(result.state);
          const pieces = draftOf(result.state)?.pieces ?? [];
          expect(pieces.filter(({ kind }) => kind !== 'text').length).toBeLessThanOrEqual(ATTACHMENTS_MAX);
          for (const field of FIELDS) {
            const texts = pieces.filter((piece) => piece.field === field && piece.kind === 'text');
            expect(texts.length).toBeLessThanOrEqual(TEXTS_MAX[field]);
          }
        });
      }),
      RUNS,
    );
  });

  it('keeps every piece that ever came in the draft, in the filed complaint, or among the dropped', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const living = new Set<string>();
        play(story, ({ input, result }) => {
          if (input.kind === 'said' || input.kind === 'attached') living.add(input.pieceId);
          for (const id of dropped(result.effects)) expect(living.delete(id)).toBe(true);
          for (const effect of result.effects) {
            if (effect.kind !== 'file') continue;
            expect(new Set(effect.complaint.pieces.map(({ pieceId }) => pieceId))).toEqual(living);
            living.clear();
          }
          expect(new Set(pieceIdsOf(result.state))).toEqual(living);
        });
      }),
      RUNS,
    );
  });

  it('files once, and again only after a new start, with something in it and no message id', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let mayFile = false;
        play(story, ({ before, input, result }) => {
          if (before.step === 'idle' && input.kind === 'start') mayFile = true;
          for (const effect of result.effects) {
            if (effect.kind !== 'file') continue;
            expect(mayFile).toBe(true);
            expect(effect.complaint.pieces.length).toBeGreaterThan(0);
            expect(JSON.stringify(effect.complaint)).not.toMatch(/"m\d+"|messageId/);
            expect(result.state).toEqual({ v: 1, step: 'filed' });
            mayFile = false;
          }
        });
      }),
      RUNS,
    );
  });

  it('meets every state and every effect in these stories, so that the other properties mean something', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyStory, (story) => {
        play(story, ({ result }) => {
          met.add(intakeStateName(result.state));
          for (const { kind } of result.effects) met.add(kind);
        });
      }),
      { ...RUNS, seed: 7 },
    );
    const names = new Set(INTAKE_TABLE.map(({ from }) => from));
    for (const each of [
      ...names,
      'file',
      'show-receipt',
      'receipt-saved',
      'too-long',
      'kept-file',
      'expired',
    ])
      expect(met).toContain(each);
  });

  it('reaches idle by cancel from every draft and drops all of it', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { state, nowMs } = play(story);
        if (!('draft' in state)) return;
        const { state: after, effects } = stepIntake(state, { kind: 'cancel' }, at(nowMs));
        expect(after).toEqual(IDLE);
        expect(new Set(dropped(effects))).toEqual(new Set(pieceIdsOf(state)));
      }),
      RUNS,
    );
  });

  it('changes nothing when a message is delivered again, kept or refused, even after a pause', () => {
    fc.assert(
      fc.property(anyStory, anyWaitMs, (story, waitMs) => {
        const { state, nowMs } = play(story);
        const draft = draftOf(state);
        const wait = Math.min(waitMs, 60 * 60_000);
        for (const messageId of [...(draft?.gone ?? []), ...(draft?.pieces ?? []).map((p) => p.messageId)]) {
          const again: IntakeInput = { kind: 'said', pieceId: 'again', messageId, lengthGraphemes: 5 };
          const { state: after, effects } = stepIntake(state, again, at(nowMs + wait));
          expect(after).toBe(state);
          expect(effects).toEqual([{ kind: 'drop-pieces', ids: ['again'] }]);
        }
      }),
      RUNS,
    );
  });

  it('changes nothing when the very same sealed piece is handed in again', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { state, nowMs } = play(story);
        for (const { pieceId, messageId } of draftOf(state)?.pieces ?? []) {
          const again: IntakeInput = { kind: 'said', pieceId, messageId, lengthGraphemes: 5 };
          expect(stepIntake(state, again, at(nowMs))).toEqual({ state, effects: [] });
        }
      }),
      RUNS,
    );
  });

  it('returns by back to the very state before skip or done', () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom('skip' as const, 'done' as const), (story, kind) => {
        const { state, nowMs } = play(story);
        if (!('editing' in state) || state.step === 'paused' || state.editing) return;
        const settled = stepIntake(state, { kind: 'clear' }, at(nowMs)).state;
        if (settled.step === 'paused') return;
        const forward = stepIntake(settled, { kind }, at(nowMs)).state;
        expect(forward.step).not.toBe(settled.step);
        expect(stepIntake(forward, { kind: 'back' }, at(nowMs)).state).toEqual(settled);
      }),
      RUNS,
    );
  });

  it('removes exactly the unsent message, whatever the state, and never takes it again', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { state, nowMs } = play(story);
        const [first, ...rest] = draftOf(state)?.pieces ?? [];
        if (!first) return;
        const { messageId } = first;
        const { state: after, effects } = stepIntake(state, { kind: 'unsend', messageId }, at(nowMs));
        expect(dropped(effects)).toEqual([first.pieceId]);
        expect(draftOf(after)?.pieces).toEqual(rest);
        expect(after.step).toBe(state.step);
        const late: IntakeInput = { kind: 'said', pieceId: 'late', messageId, lengthGraphemes: 5 };
        expect(stepIntake(after, late, at(nowMs)).state).toBe(after);
      }),
      RUNS,
    );
  });

  it('offers only buttons that lead somewhere, at most 13 beside the units', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { state, nowMs } = play(story);
        const { choices, moves } = intakeButtonsOf(state, UNITS);
        if (state.step !== 'whoUnit') expect(choices.length + moves.length).toBeLessThanOrEqual(13);
        for (const { input } of [...choices, ...moves]) {
          const { effects } = stepIntake(state, input, at(nowMs));
          expect(effects.map(({ kind }) => kind)).not.toContain('not-here');
        }
      }),
      RUNS,
    );
  });
});
