import { FailureNote } from '../ui/failure-note.tsx';
import { noticesText as t } from './text.ts';
import type { NoticeWrite } from './use-notice-write.ts';

interface WriteOutcomeProps {
  readonly write: NoticeWrite;
  readonly done?: string | undefined;
}

/** What became of the last try of a form: nothing yet, done, overtaken, or failed. */
export function WriteOutcome({ write, done }: WriteOutcomeProps) {
  return (
    <div aria-live="polite">
      {write.wasChanged && <p class="note warn">{t.changedByOther}</p>}
      {write.failure && <FailureNote failure={write.failure} />}
      {done && !write.wasChanged && !write.failure && <p class="note good">{done}</p>}
    </div>
  );
}
