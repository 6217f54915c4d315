import { toThaiDigits } from '../thai/digits.ts';

/** How a document writes numbers: all Thai, or as each text has them. */
export type DocumentDigits = 'thai' | 'as-written';

/** A number's text in the digits of a document. */
export function numberInDigits(text: string, digits: DocumentDigits): string {
  return digits === 'thai' ? toThaiDigits(text) : text;
}
