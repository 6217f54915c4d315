import type { AccusedUnit } from './accused-unit.ts';
import type { Field, Question } from './questions.ts';

/**
 * What makes a complaint without a name possible to investigate. The cabinet resolution of 22 December 2541 on unsigned
 * letters (บัตรสนเท่ห์), as offices quote it, asks for evidence, clear circumstances and a witness; offices' own rules add
 * the accused, the day and the place. The complainant's name is not among them and is never asked for.
 */
export const ELEMENTS = ['who', 'whoUnit', 'what', 'when', 'where', 'evidence', 'witnesses'] as const;
export type Element = (typeof ELEMENTS)[number] & Question;

/** Which elements are there and which are not, both in the order in which they are asked. */
export interface Completeness {
  readonly filled: readonly Element[];
  readonly missing: readonly Element[];
}

/** As much of a draft, or of a filed complaint, as the meter looks at. */
export interface Answers {
  readonly accused: AccusedUnit | null;
  readonly pieces: readonly { readonly field: Field }[];
}

/**
 * The completeness meter. It counts what is there and cannot judge what it says; `filled` and `missing` together are always
 * {@link ELEMENTS}. A unit that is "not known" does not count; the head of the office does.
 */
export function completenessOf(answers: Answers): Completeness {
  const isFilled = (element: Element) => {
    if (element === 'whoUnit') return answers.accused !== null && answers.accused.kind !== 'unknown';
    return answers.pieces.some(({ field }) => field === element);
  };
  return {
    filled: ELEMENTS.filter(isFilled),
    missing: ELEMENTS.filter((element) => !isFilled(element)),
  };
}
