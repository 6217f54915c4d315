import type { Refusal } from '../workbook/refusal.ts';
import type { Place } from '../workbook/sheet.ts';
import type { ReadRefusalCode } from './reading.ts';

/** Thrown inside this folder while reading; `readTable` turns it into its answer. */
export class ReadRefused extends Error {
  readonly refusal: Refusal<ReadRefusalCode>;

  constructor(code: ReadRefusalCode, sentence: string, where?: Place) {
    super(code);
    this.refusal = where ? { code, sentence, where } : { code, sentence };
  }
}
