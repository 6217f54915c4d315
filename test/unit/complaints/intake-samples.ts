import fc from 'fast-check';
import { CATEGORY_IDS } from '../../../shared/complaints/categories.ts';
import { FILE_KINDS } from '../../../shared/complaints/draft.ts';
import { type IntakeContext, stepIntake } from '../../../shared/complaints/intake.ts';
import type { IntakeEffect, IntakeInput } from '../../../shared/complaints/intake-input.ts';
import { IDLE, type Intake } from '../../../shared/complaints/intake-state.ts';
import { QUESTIONS } from '../../../shared/complaints/questions.ts';

export const UNITS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง'];
export const START_MS = Date.UTC(2026, 2, 2, 3);
export const MINUTE_MS = 60_000;

export const at = (nowMs: number): IntakeContext => ({ nowMs, units: UNITS });
export const said = (n: number | string, lengthGraphemes = 10): IntakeInput => ({
  kind: 'said',
  pieceId: `p${n}`,
  messageId: `m${n}`,
  lengthGraphemes,
});
export const attached = (n: number | string): IntakeInput => ({
  kind: 'attached',
  pieceId: `p${n}`,
  messageId: `m${n}`,
  fileKind: 'image',
});
export const start: IntakeInput = { kind: 'start' };
export const begin: IntakeInput = { kind: 'choice', value: 'begin' };
export const skip: IntakeInput = { kind: 'skip' };

/** All inputs in order, from nothing open, within one minute. */
export function run(
  inputs: readonly IntakeInput[],
  from: Intake = IDLE,
): {
  state: Intake;
  effects: readonly IntakeEffect[];
  all: readonly IntakeEffect[];
} {
  let state = from;
  let effects: readonly IntakeEffect[] = [];
  const all: IntakeEffect[] = [];
  for (const input of inputs) {
    ({ state, effects } = stepIntake(state, input, at(START_MS)));
    all.push(...effects);
  }
  return { state, effects, all };
}

/** The state at this question of a person who skipped all before it. */
export function atQuestion(question: (typeof QUESTIONS)[number] | 'review'): Intake {
  const count = question === 'review' ? QUESTIONS.length : QUESTIONS.indexOf(question);
  return run([start, begin, ...Array.from({ length: count }, () => skip)]).state;
}

export const draftOf = (state: Intake) => ('draft' in state ? state.draft : undefined);
export const pieceIdsOf = (state: Intake) => draftOf(state)?.pieces.map(({ pieceId }) => pieceId) ?? [];
export const dropped = (effects: readonly IntakeEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'drop-pieces' ? effect.ids : []));

/** What a person, or LINE delivering twice and out of order, can send; the piece id is made fresh by the caller. */
export const anyInput: fc.Arbitrary<IntakeInput> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<IntakeInput>(skip, { kind: 'done' }, begin, start) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<IntakeInput>(
      { kind: 'back' },
      { kind: 'clear' },
      { kind: 'file' },
      { kind: 'resume' },
      { kind: 'restart' },
    ),
  },
  { weight: 1, arbitrary: fc.constant<IntakeInput>({ kind: 'cancel' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...CATEGORY_IDS, ...UNITS, 'head', 'unknown', 'nowhere', 'begin', '', '__proto__')
      .map((value): IntakeInput => ({ kind: 'choice', value })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...QUESTIONS).map((question): IntakeInput => ({ kind: 'edit', question })),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('said' as const),
      pieceId: fc.constant(''),
      messageId: fc.integer({ min: 0, max: 40 }).map((n) => `m${n}`),
      lengthGraphemes: fc.constantFrom(0, 1, 10, 4000, 4001, Number.NaN),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('attached' as const),
      pieceId: fc.constant(''),
      messageId: fc.integer({ min: 0, max: 40 }).map((n) => `m${n}`),
      fileKind: fc.constantFrom(...FILE_KINDS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 40 })
      .map((n): IntakeInput => ({ kind: 'unsend', messageId: `m${n}` })),
  },
);

/** Mostly seconds, sometimes long enough to pause or to lose the draft, sometimes a clock set back. */
export const anyWaitMs = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: MINUTE_MS }) },
  { weight: 1, arbitrary: fc.constant(31 * MINUTE_MS) },
  { weight: 1, arbitrary: fc.constant(25 * 60 * MINUTE_MS) },
  { weight: 1, arbitrary: fc.constant(-5 * MINUTE_MS) },
);
