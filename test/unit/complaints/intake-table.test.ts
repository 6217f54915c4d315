import { describe, expect, it } from 'vitest';
import { stepIntake } from '../../../shared/complaints/intake.ts';
import type { IntakeInput } from '../../../shared/complaints/intake-input.ts';
import { IDLE, type Intake } from '../../../shared/complaints/intake-state.ts';
import {
  INTAKE_TABLE,
  type IntakeStateName,
  intakeStateName,
} from '../../../shared/complaints/intake-table.ts';
import { QUESTIONS } from '../../../shared/complaints/questions.ts';
import { at, atQuestion, attached, run, START_MS, said, skip, start } from './intake-samples.ts';

const filled = run([said('x')], atQuestion('review')).state;
const stateOf: Readonly<Record<IntakeStateName, Intake>> = {
  ...(Object.fromEntries(QUESTIONS.map((question) => [question, atQuestion(question)])) as Record<
    (typeof QUESTIONS)[number],
    Intake
  >),
  idle: IDLE,
  welcome: run([start]).state,
  review: filled,
  editing: run([{ kind: 'edit', question: 'whoUnit' }], filled).state,
  paused: run([start], filled).state,
  filed: run([{ kind: 'file' }], filled).state,
};
const CHOICES: Partial<Record<IntakeStateName, string>> = {
  welcome: 'begin',
  category: 'graft',
  whoUnit: 'head',
  editing: 'head',
  elsewhere: 'nowhere',
};

function inputsAt(name: IntakeStateName): readonly IntakeInput[] {
  return [
    start,
    skip,
    said('new'),
    attached('new'),
    { kind: 'choice', value: CHOICES[name] ?? 'graft' },
    { kind: 'done' },
    { kind: 'back' },
    { kind: 'clear' },
    { kind: 'edit', question: 'whoUnit' },
    { kind: 'file' },
    { kind: 'resume' },
    { kind: 'restart' },
    { kind: 'cancel' },
    { kind: 'unsend', messageId: 'mx' },
  ];
}

describe('the table of states', () => {
  it('says of every state and input where it leads, and leaves out only what stays', () => {
    for (const name of Object.keys(stateOf) as IntakeStateName[]) {
      expect(intakeStateName(stateOf[name])).toBe(name);
      for (const input of inputsAt(name)) {
        const arrows = INTAKE_TABLE.filter((arrow) => arrow.from === name && arrow.input === input.kind);
        expect(arrows.length, `${name} ${input.kind}`).toBeLessThanOrEqual(1);
        const expected = arrows[0]?.to ?? name;
        const reached = intakeStateName(stepIntake(stateOf[name], input, at(START_MS)).state);
        expect(reached, `${name} ${input.kind}`).toBe(expected === 'where-it-stood' ? 'review' : expected);
      }
    }
  });

  it('reaches every state from idle and leads out of every one', () => {
    const reached = new Set<string>(['idle']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const { from, to } of INTAKE_TABLE) if (reached.has(from)) reached.add(to);
    }
    for (const name of Object.keys(stateOf)) {
      expect(reached).toContain(name);
      expect(INTAKE_TABLE.some(({ from }) => from === name)).toBe(true);
    }
  });
});
