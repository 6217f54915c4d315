import type { DraftView } from '../../../../shared/measures/draft-api.ts';
import { useDraft } from '../../drafts/use-draft.ts';

/** Drafts of plans that one phone remembers; the oldest give way. */
const MAX_KEPT = 10;
const NONE: readonly KeptDraft[] = [];

/** Where a draft that nobody accepted yet is found again. */
export interface KeptDraft {
  readonly id: string;
  readonly fiscalYear: number | null;
  readonly source: DraftView['source'];
  readonly measureCount: number;
  readonly expiresAtMs: number;
}

/**
 * The drafts this person began on this phone and did not accept, newest first. Which of them ran out the server knows, not the
 * phone's clock.
 */
export function useKeptDrafts(): {
  readonly drafts: readonly KeptDraft[];
  readonly keep: (draft: DraftView) => void;
  readonly forget: (id: string) => void;
} {
  const [drafts, change] = useDraft('plan-drafts', NONE, 'phone');
  return {
    drafts,
    keep: ({ id, fiscalYear, source, measureCount, expiresAtMs }) => {
      const others = drafts.filter((one) => one.id !== id);
      change([{ id, fiscalYear, source, measureCount, expiresAtMs }, ...others].slice(0, MAX_KEPT));
    },
    forget: (id) => change(drafts.filter((one) => one.id !== id)),
  };
}
