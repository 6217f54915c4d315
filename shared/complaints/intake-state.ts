import { z } from 'zod';
import { draftSchema } from './draft.ts';
import { QUESTIONS } from './questions.ts';

/** Version of the stored form. A change that old drafts do not fit takes the next number. */
const VERSION = 1;

const v = z.literal(VERSION);
const open = {
  v,
  draft: draftSchema,
  /** Epoch ms of the last thing the citizen did that changed something. */
  touchedAtMs: z.number().int().nonnegative(),
};
const question = z.enum(QUESTIONS);

const intakeSchema = z.discriminatedUnion('step', [
  z.object({ v, step: z.literal('idle') }).readonly(),
  z.object({ ...open, step: z.literal('welcome') }).readonly(),
  /** `editing`: the person came from the review and goes back there. */
  z.object({ ...open, step: question, editing: z.boolean() }).readonly(),
  z.object({ ...open, step: z.literal('review') }).readonly(),
  /** Waiting for ทำต่อ or เริ่มใหม่; `at` is where the draft stands. */
  z
    .object({
      ...open,
      step: z.literal('paused'),
      at: z.enum([...QUESTIONS, 'review']),
      editing: z.boolean(),
    })
    .readonly(),
  /** Filed, receipt not yet said to be saved. Holds nothing of the complaint. */
  z.object({ v, step: z.literal('filed') }).readonly(),
]);

/** Where a citizen's complaint stands between two messages. */
export type Intake = z.infer<typeof intakeSchema>;
/** The states that hold a draft. */
export type OpenIntake = Extract<Intake, { readonly touchedAtMs: number }>;
export type IntakeStep = Intake['step'];

/** Nothing open. */
export const IDLE: Intake = { v: VERSION, step: 'idle' };
/** Filed. */
export const FILED: Intake = { v: VERSION, step: 'filed' };

/** The welcome card, with an empty draft or the one the person stepped back with. */
export function welcomeWith(draft: OpenIntake['draft'], touchedAtMs: number): OpenIntake {
  return { v: VERSION, step: 'welcome', draft, touchedAtMs };
}

/**
 * Reads a stored state. Undefined for anything this version does not know, other versions included: the conversation then
 * starts anew with an apology. Never throws.
 */
export function parseIntake(stored: unknown): Intake | undefined {
  const parsed = intakeSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
