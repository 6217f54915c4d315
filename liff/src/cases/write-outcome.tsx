import { FailureNote } from '../ui/failure-note.tsx';
import { casesText as t } from './text.ts';
import type { CaseWrite } from './use-case-write.ts';

/** What became of the last try of a form: nothing yet, done, overtaken, or failed. */
export function WriteOutcome({
  write,
  done,
}: {
  readonly write: CaseWrite;
  readonly done?: string | undefined;
}) {
  return (
    <div aria-live="polite">
      {write.wasChanged && <p class="note warn">{t.changedByOther}</p>}
      {write.failure && <FailureNote failure={write.failure} />}
      {done && !write.wasChanged && !write.failure && <p class="note good">{done}</p>}
    </div>
  );
}
