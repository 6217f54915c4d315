import type { MeasureView } from '../../../../shared/measures/measure-api.ts';
import { REPORT_FIELDS, type ReportDraft, type ReportField, typedValues } from './report-draft.ts';

/** A field that two people changed to different things. */
export interface Conflict {
  readonly field: ReportField;
  readonly theirs: string;
  readonly mine: string;
}

/** Fields that the person touched and that somebody else changed meanwhile to something else. */
export function conflictsOf(draft: ReportDraft, now: MeasureView): readonly Conflict[] {
  const standing = typedValues(now.values);
  return REPORT_FIELDS.flatMap((field) => {
    const mine = draft.touched[field];
    const theirs = standing[field];
    if (mine === undefined || mine === theirs || theirs === draft.seen?.values[field]) return [];
    return [{ field, theirs, mine }];
  });
}

/** The draft with a conflict settled by `text`: theirs, the person's own, or both. It has then seen what the other wrote. */
export function settled(draft: ReportDraft, { field, theirs }: Conflict, text: string): ReportDraft {
  if (!draft.seen) return draft;
  const { [field]: _mine, ...others } = draft.touched;
  const seen = { ...draft.seen, values: { ...draft.seen.values, [field]: theirs } };
  return { ...draft, seen, touched: text === theirs ? others : { ...others, [field]: text } };
}

/** Both texts, theirs first, one below the other. */
export function joined({ theirs, mine }: Conflict): string {
  return [theirs, mine].filter((text) => text.trim() !== '').join('\n');
}

/**
 * The draft without what stands already: what an earlier try brought although its answer was lost, or what somebody else wrote
 * in the same words.
 */
export function withoutArrived(draft: ReportDraft, now: MeasureView): ReportDraft {
  const standing = typedValues(now.values);
  const arrived = new Set(now.evidence.map((one) => (one.kind === 'picture' ? one.id : one.url)));
  const touched = Object.fromEntries(
    Object.entries(draft.touched).filter(([field, text]) => text !== standing[field as ReportField]),
  );
  return {
    ...draft,
    touched,
    pictures: draft.pictures.filter((id) => !arrived.has(id)),
    links: draft.links
      .split('\n')
      .filter((line) => !arrived.has(line.trim()))
      .join('\n'),
  };
}
