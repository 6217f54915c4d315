import { useState } from 'preact/hooks';
import type { DraftEdit, DraftView } from '../../../../shared/measures/draft-api.ts';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toThaiYear } from '../thai-year.ts';
import { DoubtNote } from './doubt-note.tsx';
import { readYear } from './read-year.ts';
import { planText as t } from './text.ts';

interface DraftHeadProps {
  readonly draft: DraftView;
  readonly isSending: boolean;
  readonly edit: (edits: readonly DraftEdit[]) => Promise<boolean>;
}

/** What was understood of the plan as a whole, and the doubts about it. */
export function DraftHead({ draft, isSending, edit }: DraftHeadProps) {
  const { fiscalYear, doubtCount, measureCount } = draft;
  const open = draft.doubts.filter((doubt) => !doubt.isSettled);
  /** The button that was pressed goes away: the focus goes to what is left of the doubts, or to the top. */
  const answer = async (edits: readonly DraftEdit[]) => {
    if (!(await edit(edits))) return;
    requestAnimationFrame(() => {
      const left = document.querySelector<HTMLElement>('#whole') ?? document.querySelector('h1');
      left?.focus({ preventScroll: true });
    });
  };
  return (
    <>
      <section class="card" aria-label={t.draftTitle}>
        <div class="row">
          <span class="clock">{t.measures(measureCount)}</span>
          <span class={doubtCount === 0 ? 'tag' : 'tag warn'}>
            {t.doubts}: {t.doubtCount(doubtCount)}
          </span>
        </div>
        {draft.title.length > 0 && <p class="said small">{draft.title.join('\n')}</p>}
        <dl class="facts small">
          <dt>{t.from}</dt>
          <dd>{t.source[draft.source]}</dd>
          <dt>{t.office}</dt>
          <dd>{draft.officeName || t.noOffice}</dd>
          <dt>{t.fiscalYear}</dt>
          <dd>{fiscalYear === null ? t.noYear : toThaiYear(fiscalYear)}</dd>
        </dl>
        {fiscalYear === null ? (
          <>
            <p class="note warn">{t.yearNeeded}</p>
            <YearForm draft={draft} isSending={isSending} edit={edit} />
          </>
        ) : (
          <details>
            <summary>{t.changeYear}</summary>
            <YearForm draft={draft} isSending={isSending} edit={edit} />
          </details>
        )}
      </section>
      {open.length > 0 && (
        <section class="card" aria-labelledby="whole">
          <h2 id="whole" tabIndex={-1}>
            {t.wholeDoubts}
          </h2>
          {open.map((doubt) => (
            <DoubtNote
              key={doubt.id}
              doubt={doubt}
              isSending={isSending}
              onEdit={(edits) => void answer(edits)}
            />
          ))}
        </section>
      )}
    </>
  );
}

function YearForm({ draft, isSending, edit }: DraftHeadProps) {
  const [year, setYear] = useState(draft.fiscalYear === null ? '' : toThaiYear(draft.fiscalYear));
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const fiscalYear = readYear(year);
    setIsWrong(!fiscalYear);
    if (fiscalYear && !isSending) void edit([{ kind: 'year', fiscalYear }]);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={t.year}
        inputMode="numeric"
        value={year}
        onChange={setYear}
        wrong={isWrong ? t.yearWrong : undefined}
      />
      <SendButton label={t.setYear} isSending={isSending} isStrong={false} />
    </form>
  );
}
