import { FailureNote } from '../../ui/failure-note.tsx';
import { dashboardText as t } from './text.ts';
import type { Save } from './use-save.ts';

/** What became of the last try to save. */
export function SaveOutcome({ save, hasProblems }: { readonly save: Save; readonly hasProblems: boolean }) {
  return (
    <div aria-live="polite" class="stack">
      {hasProblems && <p class="note bad">{t.lookAbove}</p>}
      {save.wasChanged && <p class="note warn">{t.changedByOther}</p>}
      {save.failure && <FailureNote failure={save.failure} />}
      {save.isSaved && <p class="note good">{t.saved}</p>}
    </div>
  );
}
