import { useState } from 'preact/hooks';
import type { DraftEdit, DraftMeasure, DraftView } from '../../../../shared/measures/draft-api.ts';
import { Choice } from '../../ui/choice.tsx';
import { planText as t } from './text.ts';

/** As much of a title as one recognises in a phone's list. */
const TITLE_SHOWN = 90;

interface MatchFormProps {
  readonly measure: DraftMeasure;
  readonly missing: DraftView['missing'];
  readonly isSending: boolean;
  readonly onEdit: (edits: readonly DraftEdit[]) => void;
}

/** Which measure of the present plan this one is: what was reported stays with it. */
export function MatchForm({ measure, missing, isSending, onEdit }: MatchFormProps) {
  const { match, key } = measure;
  const [chosen, setChosen] = useState(match?.id ?? '');
  const options = [
    { value: '', label: t.isNew },
    ...(match ? [{ value: match.id, label: cut(match.title) }] : []),
    ...missing
      .filter(({ id }) => id !== match?.id)
      .map(({ id, title }) => ({ value: id, label: cut(title) })),
  ];
  return (
    <details>
      <summary class="small">{match ? t.matched : t.isNew}</summary>
      <div class="stack">
        {match && <p class="said small">{match.title}</p>}
        <p class="faint small">{t.matchHint}</p>
        <Choice label={t.matchLabel} value={chosen} options={options} onChange={setChosen} />
        <button
          type="button"
          class="button"
          aria-disabled={isSending}
          onClick={() =>
            isSending ||
            chosen === (match?.id ?? '') ||
            onEdit([{ kind: 'match', key, id: chosen === '' ? null : chosen }])
          }
        >
          {t.saveMatch}
        </button>
      </div>
    </details>
  );
}

function cut(title: string): string {
  return title.length > TITLE_SHOWN ? `${title.slice(0, TITLE_SHOWN)}…` : title;
}
