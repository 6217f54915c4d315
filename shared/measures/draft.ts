import type { Heading, MeasureField, PrintedNumber } from './measure.ts';
import type { DoubtKind } from './reading.ts';
import type { Where } from './report-block.ts';
import type { DoubtDetail } from './text.ts';

/** Cells of a measure while its rows are still being read. */
export type DraftField =
  | 'indicator'
  | 'steps'
  | 'owner'
  | 'period'
  | 'budgetSet'
  | 'budgetUsed'
  | 'result'
  | 'outcome'
  | 'followUp'
  | 'obstacle'
  | 'suggestion'
  | 'obstacleAndSuggestion'
  | 'status'
  | 'note';

export const DRAFT_FIELDS: readonly DraftField[] = [
  'indicator',
  'steps',
  'owner',
  'period',
  'budgetSet',
  'budgetUsed',
  'result',
  'outcome',
  'followUp',
  'obstacle',
  'suggestion',
  'obstacleAndSuggestion',
  'status',
  'note',
];

/** Which part of a measure a cell ends up in. */
export function measureFieldOf(field: DraftField): MeasureField {
  if (field === 'owner') return 'units';
  if (field === 'period') return 'periods';
  return field === 'obstacleAndSuggestion' ? 'obstacle' : field;
}

/** A heading shared by the measures below it; its text may still grow when it is split over two rows. */
export type SharedHeading = { -readonly [Key in keyof Heading]: Heading[Key] };

export interface DraftDoubt {
  readonly what: DoubtKind;
  readonly field: MeasureField | null;
  readonly where: readonly Where[];
  readonly detail: DoubtDetail;
}

/** A measure as far as its rows have been read; texts are clean but not yet interpreted. */
export interface Draft {
  number: PrintedNumber | null;
  title: string;
  /** True when what the measure cell says after its number may be a list of parts, as in tables with a column of indicators. */
  readonly listsParts: boolean;
  readonly sections: readonly string[];
  readonly dimension: SharedHeading | null;
  readonly mission: SharedHeading | null;
  readonly subtask: string;
  readonly texts: Record<DraftField, string>;
  readonly where: Where[];
  readonly doubts: DraftDoubt[];
}

/**
 * Adds a text to a cell that already holds one, as a new paragraph. What stands there already, or says "-" beside a text, is
 * not added.
 */
export function addText(draft: Draft, field: DraftField, text: string): void {
  const before = draft.texts[field];
  if (text === '' || before === text) return;
  if (before === '' || before === '-') draft.texts[field] = text;
  else if (text !== '-') draft.texts[field] = `${before}\n${text}`;
}
