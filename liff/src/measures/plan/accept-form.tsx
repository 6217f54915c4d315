import { useState } from 'preact/hooks';
import type { Accepted, DraftView } from '../../../../shared/measures/draft-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { useSend } from '../../api/use-send.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { OneOf } from '../../ui/one-of.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { planText as t } from './text.ts';

interface AcceptFormProps {
  readonly draft: DraftView;
  readonly isBusy: boolean;
  readonly onAccepted: (accepted: Accepted) => void;
  readonly onOvertaken: () => Promise<void>;
}

/** Makes the draft the plan, after saying what becomes of what stands now. */
export function AcceptForm({ draft, isBusy, onAccepted, onOvertaken }: AcceptFormProps) {
  const [mode, setMode] = useState<'replace' | 'add'>('replace');
  const [results, setResults] = useState<'keep' | 'drop'>('keep');
  const { send, isSending, failure } = useSend<Accepted>();
  const { missing, measureCount, doubtCount, hasPlan, source, fiscalYear } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy || isSending) return;
    const path = `/measures/drafts/${encodeURIComponent(draft.id)}/accept`;
    const answer = await send(path, { rev: draft.rev, mode, results });
    if (answer instanceof ApiFailure) {
      if (answer.code === 'changed') await onOvertaken();
    } else if (answer) onAccepted(answer);
  };
  return (
    <section class="card" aria-labelledby="accept">
      <h2 id="accept">{t.acceptTitle}</h2>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        {hasPlan && (
          <>
            <OneOf label={t.modeLabel} value={mode} options={t.modes} onChange={setMode} />
            {mode === 'replace' && <Missing missing={missing} />}
          </>
        )}
        {source !== 'copy' && (
          <OneOf label={t.resultsLabel} value={results} options={t.results} onChange={setResults} />
        )}
        {doubtCount > 0 && <p class="note warn">{t.stillDoubts(doubtCount)}</p>}
        {fiscalYear === null && <p class="note warn">{t.yearNeeded}</p>}
        {failure && <FailureNote failure={failure} />}
        <SendButton label={t.accept(measureCount)} isSending={isSending || isBusy} />
      </form>
    </section>
  );
}

function Missing({ missing }: Pick<DraftView, 'missing'>) {
  if (missing.length === 0) return <p class="faint small">{t.missingNone}</p>;
  return (
    <details class="note warn">
      <summary>{t.missing(missing.length)}</summary>
      <p class="small">{t.missingHint}</p>
      <ul class="small">
        {missing.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </details>
  );
}
