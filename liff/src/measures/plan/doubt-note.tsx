import { useId } from 'preact/hooks';
import type { DraftDoubtView, DraftEdit } from '../../../../shared/measures/draft-api.ts';
import { planText as t } from './text.ts';

interface DoubtNoteProps {
  readonly doubt: DraftDoubtView;
  /** Key of the measure; left out for a doubt about the whole. */
  readonly measureKey?: string;
  readonly isSending: boolean;
  readonly onEdit: (edits: readonly DraftEdit[]) => void;
}

/** What a person should look at: what is printed, what it probably means, and the two answers to it. */
export function DoubtNote({ doubt, measureKey, isSending, onEdit }: DoubtNoteProps) {
  const id = useId();
  const { sentence, printed, suggestion, where } = doubt;
  const of = { doubt: doubt.id, ...(measureKey === undefined ? {} : { key: measureKey }) };
  const answer = (kind: 'settle' | 'use-suggestion') => () => isSending || onEdit([{ kind, ...of }]);
  return (
    <div class="note warn doubt">
      <p id={id}>{sentence}</p>
      {(printed !== undefined || suggestion !== undefined) && (
        <dl class="small">
          {printed !== undefined && (
            <>
              <dt>{t.printed}</dt>
              <dd class="said">{printed}</dd>
            </>
          )}
          {suggestion !== undefined && (
            <>
              <dt>{t.suggested}</dt>
              <dd class="said">
                <strong>{suggestion}</strong>
              </dd>
            </>
          )}
        </dl>
      )}
      {where !== '' && <p class="small">{where}</p>}
      <div class="pair">
        {suggestion !== undefined && (
          <button
            type="button"
            class="button"
            aria-describedby={id}
            aria-disabled={isSending}
            onClick={answer('use-suggestion')}
          >
            {t.useSuggestion}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-describedby={id}
          aria-disabled={isSending}
          onClick={answer('settle')}
        >
          {t.keep}
        </button>
      </div>
    </div>
  );
}
