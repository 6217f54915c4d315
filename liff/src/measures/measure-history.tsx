import { useState } from 'preact/hooks';
import type { HistoryEntry, HistoryPage, MeasureView } from '../../../shared/measures/measure-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import { dayOf } from '../../../shared/thai/days.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { uiText } from '../ui/text.ts';
import { useApp } from '../use-app.ts';
import { EvidenceList } from './evidence-list.tsx';
import { MeasureValues } from './measure-values.tsx';
import { measuresText as t } from './text.ts';

/** Everything that was ever said of a measure, newest first. Nobody can change it. */
export function MeasureHistory({ view }: { readonly view: MeasureView }) {
  const { api } = useApp();
  const [older, setOlder] = useState<{
    readonly entries: readonly HistoryEntry[];
    readonly hasOlder: boolean;
  }>();
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const entries = [...view.history, ...(older?.entries ?? [])];
  const hasOlder = older?.hasOlder ?? view.hasOlder;
  const load = async () => {
    const last = entries.at(-1);
    if (!last || isLoading) return;
    setIsLoading(true);
    setFailure(undefined);
    try {
      const path = `/measures/${view.fiscalYear}/${view.id}/history?before=${last.rev}`;
      const page = await api.get<HistoryPage>(path);
      setOlder({ entries: [...(older?.entries ?? []), ...page.history], hasOlder: page.hasOlder });
    } catch (error) {
      if (error instanceof ApiFailure) setFailure(error);
    } finally {
      setIsLoading(false);
    }
  };
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {entries.map((entry) => (
        <Entry key={entry.rev} entry={entry} />
      ))}
      {failure && <FailureNote failure={failure} again={() => void load()} />}
      {hasOlder && (
        <button type="button" class="button" aria-disabled={isLoading} onClick={() => void load()}>
          {isLoading ? uiText.loading : t.olderHistory}
        </button>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <article class="answer">
      <div class="row">
        <strong>{entry.label}</strong>
        <span class="faint small">{formatDay(dayOf(entry.atMs), 'short')}</span>
      </div>
      <p class="faint small">{t.by(entry.byName, entry.byUnit)}</p>
      {entry.changed.length > 0 && <p class="small">{t.changedFields(entry.changed.join(', '))}</p>}
      {entry.kind === 'reported' && (
        <details>
          <summary>{t.now}</summary>
          <div class="stack">
            <MeasureValues values={entry.values} />
            <EvidenceList evidence={entry.evidence} />
          </div>
        </details>
      )}
    </article>
  );
}
