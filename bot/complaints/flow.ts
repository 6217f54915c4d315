import { z } from 'zod';
import { type Intake, parseIntake } from '../../shared/complaints/intake-state.ts';

const answeringSchema = z.object({
  kind: z.literal('answering'),
  /** Readable by the process that issued it; empty when the code must be typed again. */
  ticket: z.string(),
  purpose: z.enum(['answer', 'dispute']),
  pieces: z.array(z.object({ pieceId: z.string(), messageId: z.string(), kind: z.string() })),
});

/** What a complaint conversation remembers. */
export type ComplaintFlow =
  /** Writing a complaint, or (step `filed`) holding its receipt, closed with a key that only the button carries. */
  | { readonly kind: 'intake'; readonly intake: Intake; readonly receipt?: string }
  /** Answering the office after the code was typed. */
  | Answering;

export type Answering = Readonly<z.infer<typeof answeringSchema>>;

/** Reads a stored flow; undefined for what this version does not know. */
export function parseComplaintFlow(stored: unknown): ComplaintFlow | undefined {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return undefined;
  if (stored.kind === 'answering') {
    const parsed = answeringSchema.safeParse(stored);
    return parsed.success ? parsed.data : undefined;
  }
  if (stored.kind !== 'intake' || !('intake' in stored)) return undefined;
  const intake = parseIntake(stored.intake);
  const receipt =
    'receipt' in stored && typeof stored.receipt === 'string' ? { receipt: stored.receipt } : {};
  return intake && { kind: 'intake', intake, ...receipt };
}
