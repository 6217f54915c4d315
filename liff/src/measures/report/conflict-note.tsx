import type { MeasureView } from '../../../../shared/measures/measure-api.ts';
import { measuresText as t } from '../text.ts';
import { type Conflict, conflictsOf, joined, settled } from './report-conflicts.ts';
import type { ReportDraft } from './report-draft.ts';

interface ConflictNoteProps {
  readonly view: MeasureView;
  readonly draft: ReportDraft;
  readonly setDraft: (draft: ReportDraft) => void;
}

/** Shows, when somebody else saved first, who it was and both texts of each field that both changed. */
export function ConflictNote({ view, draft, setDraft }: ConflictNoteProps) {
  if (!draft.seen || view.rev <= draft.seen.rev) return null;
  const conflicts = conflictsOf(draft, view);
  const [latest] = view.history;
  return (
    <section class="note warn" role="alert">
      <h2>{t.conflictTitle}</h2>
      {latest && <p>{t.conflictBy(latest.byName, latest.byUnit)}</p>}
      <p>{conflicts.length === 0 ? t.conflictNone : t.conflictHow}</p>
      {conflicts.map((conflict) => (
        <Both
          key={conflict.field}
          conflict={conflict}
          settle={(text) => setDraft(settled(draft, conflict, text))}
        />
      ))}
    </section>
  );
}

function Both({
  conflict,
  settle,
}: {
  readonly conflict: Conflict;
  readonly settle: (text: string) => void;
}) {
  const { field, theirs, mine } = conflict;
  const shown = (text: string) =>
    field === 'status' && text !== '' ? t.status[text as keyof typeof t.status] : text || '-';
  const isText = field !== 'status' && field !== 'percent' && field !== 'budgetUsed';
  return (
    <div class="card">
      <h3>{t.fields[field]}</h3>
      <p class="faint small">{t.theirs}</p>
      <p class="said">{shown(theirs)}</p>
      <p class="faint small">{t.yours}</p>
      <p class="said">{shown(mine)}</p>
      <button type="button" class="button" onClick={() => settle(mine)}>
        {t.keepMine}
      </button>
      <button type="button" class="button" onClick={() => settle(theirs)}>
        {t.useTheirs}
      </button>
      {isText && (
        <button type="button" class="button" onClick={() => settle(joined(conflict))}>
          {t.useBoth}
        </button>
      )}
    </div>
  );
}
