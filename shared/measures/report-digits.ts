import { toThaiDigits } from '../thai/digits.ts';

/** How a report writes numbers: all Thai, or as each text has them. */
export type ReportDigits = 'thai' | 'as-written';

/** What is spelt with Latin letters keeps its digits: addresses of pages, e-mail, names such as "O18". */
const LATIN = /[A-Za-z]/;

/** A text of a report in the digits chosen. Words and addresses in Latin letters stay as they are, so that they still work. */
export function inReportDigits(text: string, digits: ReportDigits): string {
  if (digits === 'as-written') return text;
  return text.replace(/\S+/g, (word) => (LATIN.test(word) ? word : toThaiDigits(word)));
}
