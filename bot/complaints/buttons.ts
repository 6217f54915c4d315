import type { IntakeInput } from '../../shared/complaints/intake-input.ts';
import { isQuestion } from '../../shared/complaints/questions.ts';
import { buttonData } from '../webhook/button.ts';

/** Writes a button of the intake. `boxKey` travels on those that file or show the receipt. */
export function intakeData(input: IntakeInput, rev: number, boxKey?: string): string {
  const values: Record<string, string | number> = { rev, k: input.kind };
  if (input.kind === 'choice') values['v'] = input.value;
  if (input.kind === 'edit') values['v'] = input.question;
  if (boxKey !== undefined) values['b'] = boxKey;
  return buttonData('complaints', 'in', values);
}

const PLAIN = ['start', 'skip', 'done', 'back', 'clear', 'file', 'resume', 'restart', 'cancel'] as const;

/** Reads a button of the intake; undefined for what is none. */
export function intakeInputOf(values: Readonly<Record<string, string>>): IntakeInput | undefined {
  const kind = values['k'];
  const value = values['v'] ?? '';
  if (kind === 'choice') return { kind, value };
  if (kind === 'edit') return isQuestion(value) ? { kind, question: value } : undefined;
  const plain = PLAIN.find((one) => one === kind);
  return plain && { kind: plain };
}
