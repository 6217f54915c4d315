/** One question of the guided complaint, named after what it asks for. */
export type Question =
  | 'category'
  | 'who'
  | 'whoUnit'
  | 'what'
  | 'when'
  | 'where'
  | 'evidence'
  | 'witnesses'
  | 'elsewhere';

/**
 * Every question, in the order asked: the elements by which a nameless complaint can be investigated, then where else it was
 * reported. The easy choice comes first, the story once the person has settled in.
 */
export const QUESTIONS = [
  'category',
  'who',
  'whoUnit',
  'what',
  'when',
  'where',
  'evidence',
  'witnesses',
  'elsewhere',
] as const satisfies readonly Question[];

/** The part of a complaint to which a written or attached piece belongs. */
export type Field = Exclude<Question, 'category' | 'whoUnit'>;

/** Every field, in the order asked. */
export const FIELDS = [
  'who',
  'what',
  'when',
  'where',
  'evidence',
  'witnesses',
  'elsewhere',
] as const satisfies readonly Field[];

/** Whether a text names a question: what comes back from a button is not trusted. */
export function isQuestion(text: string): text is Question {
  return (QUESTIONS as readonly string[]).includes(text);
}

/** The step after a question; the last one leads to the review. */
export function stepAfter(question: Question): Question | 'review' {
  return QUESTIONS[QUESTIONS.indexOf(question) + 1] ?? 'review';
}

/** The step before a question or the review; the first question goes back to the welcome card. */
export function stepBefore(step: Question | 'review'): Question | 'welcome' {
  const index = step === 'review' ? QUESTIONS.length : QUESTIONS.indexOf(step);
  return QUESTIONS[index - 1] ?? 'welcome';
}

/**
 * Where a text belongs that was written at this step. People tell their story where they are: what is typed at a question
 * with buttons is kept under the nearest question for words instead of being refused.
 */
export function fieldAt(step: Question | 'review'): Field {
  if (step === 'category' || step === 'review') return 'what';
  return step === 'whoUnit' ? 'who' : step;
}
