import type { ReadRefusalCode } from './reading.ts';
import type { Refusal } from './refusal.ts';
import type { Place } from './sheet.ts';

/** Thrown inside this folder while reading; `readTable` turns it into its answer. */
export class ReadRefused extends Error {
  readonly refusal: Refusal<ReadRefusalCode>;

  constructor(code: ReadRefusalCode, sentence: string, where?: Place) {
    super(code);
    this.refusal = where ? { code, sentence, where } : { code, sentence };
  }
}
