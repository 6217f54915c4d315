import type { Place } from './sheet.ts';

/** Why a file was not taken: a closed code for the program, one polite Thai sentence for the person, and the place if there is one. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly sentence: string;
  readonly where?: Place;
}
