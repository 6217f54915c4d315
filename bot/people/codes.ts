import { createHash } from 'node:crypto';
import { toArabicDigits } from '../../shared/thai/digits.ts';

/** Ten digits: one guess in ten thousand million. */
export const INVITE_DIGITS = 10;

/** Who "invited" the first admin. */
export const FIRST_START = 'first-start';

/** Reads a code as people type it: spaces, dashes and Thai digits are fine. Undefined when it cannot be a code. */
export function parseInviteCode(text: string): string | undefined {
  const digits = toArabicDigits(text).replace(/[\s-]/g, '');
  return new RegExp(`^\\d{${INVITE_DIGITS}}$`).test(digits) ? digits : undefined;
}

/** "12345 67890". */
export function showInviteCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}

/** Document id of a code: the store never holds the code itself. */
export function inviteId(code: string): string {
  return createHash('sha256').update(`prongsai-invite-${code}`).digest('hex');
}
