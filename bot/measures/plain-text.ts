import { repairThai } from '../../shared/thai/text.ts';

/** Characters that no text has: they would grow to six bytes each where a document's size is counted. */
const CONTROLS = /[\p{Cc}\p{Cs}]/gu;

/** A typed text as it is kept: Thai repaired, line breaks as "\n", without control characters and spaces at its ends. */
export function plainText(typed: string): string {
  const lines = repairThai(typed).replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line) => line.replace(/\t/g, ' ').replace(CONTROLS, '').trimEnd())
    .join('\n')
    .trim();
}
