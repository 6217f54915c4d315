import { useId, useRef, useState } from 'preact/hooks';
import type { DraftEdit, DraftView } from '../../../../shared/measures/draft-api.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { DoubtNote } from './doubt-note.tsx';
import { MatchForm } from './match-form.tsx';
import { MeasureFacts } from './measure-facts.tsx';
import { MeasureForm, type Typed } from './measure-form.tsx';
import { planText as t } from './text.ts';
import type { ListedMeasure } from './use-plan-draft.ts';

const UNTOUCHED: Typed = {};
/** From this many doubts on, one button answers them all. */
const MANY_DOUBTS = 3;
/** As many edits as the server takes at once. */
const EDITS_MAX = 50;

interface DraftMeasureProps {
  readonly draft: DraftView;
  readonly listed: ListedMeasure;
  /** The doubts are what counts: the rest waits behind a line. */
  readonly isBrief: boolean;
  readonly isSending: boolean;
  readonly edit: (edits: readonly DraftEdit[]) => Promise<boolean>;
}

/** One measure of a draft: its doubts first, then what was understood, and the form to correct it. */
export function DraftMeasureCard({
  draft,
  listed: { measure, isSettled },
  isBrief,
  isSending,
  edit,
}: DraftMeasureProps) {
  const id = useId();
  const [typed, setTyped, forget] = useDraft<Typed>(
    `plan-edit/${draft.id}/${measure.key}`,
    UNTOUCHED,
    'phone',
  );
  const [wasKept] = useState(typed !== UNTOUCHED);
  const [mode, setMode] = useState<'read' | 'edit' | 'remove'>(wasKept ? 'edit' : 'read');
  const open = measure.doubts.filter((doubt) => !doubt.isSettled);
  const settled = measure.doubts.length - open.length;
  const title = useRef<HTMLHeadingElement>(null);
  /** The button that was pressed goes away: the focus stays with the measure. */
  const toTitle = () => requestAnimationFrame(() => title.current?.focus({ preventScroll: true }));
  const send = async (edits: readonly DraftEdit[]) => {
    if (await edit(edits)) toTitle();
  };
  const heading = (
    <h2 id={id} class="said" tabIndex={-1} ref={title}>
      {measure.number !== '' && <span class="faint">{measure.number} </span>}
      {measure.title || t.unnamed}
    </h2>
  );
  if (isSettled) {
    return (
      <article class="card" aria-labelledby={id}>
        {heading}
        <p class="good-ink small">{t.settledNow}</p>
      </article>
    );
  }
  const save = async (edits: readonly DraftEdit[]) => {
    if (!(await edit(edits))) return;
    forget();
    setMode('read');
    toTitle();
  };
  return (
    <article class="card" aria-labelledby={id}>
      {measure.sections.length > 0 && <p class="faint small">{measure.sections.join(' › ')}</p>}
      {heading}
      {open.map((doubt) => (
        <DoubtNote
          key={doubt.id}
          doubt={doubt}
          measureKey={measure.key}
          isSending={isSending}
          onEdit={(edits) => void send(edits)}
        />
      ))}
      {open.length >= MANY_DOUBTS && (
        <button
          type="button"
          class="button"
          aria-disabled={isSending}
          onClick={() =>
            isSending ||
            void send(
              open
                .slice(0, EDITS_MAX)
                .map((doubt) => ({ kind: 'settle', key: measure.key, doubt: doubt.id })),
            )
          }
        >
          {t.keepAll(Math.min(open.length, EDITS_MAX))}
        </button>
      )}
      {settled > 0 && <p class="good-ink small">{t.seen(settled)}</p>}
      {mode === 'edit' ? (
        <MeasureForm
          measure={measure}
          typed={typed}
          wasKept={wasKept}
          isSending={isSending}
          onType={setTyped}
          onSave={(edits) => void save(edits)}
          onCancel={() => {
            forget();
            setMode('read');
          }}
        />
      ) : (
        <>
          {isBrief ? (
            <details>
              <summary>{t.whole}</summary>
              <MeasureFacts measure={measure} />
            </details>
          ) : (
            <MeasureFacts measure={measure} />
          )}
          {draft.hasPlan && (
            <MatchForm
              key={measure.match?.id ?? ''}
              measure={measure}
              missing={draft.missing}
              isSending={isSending}
              onEdit={(edits) => void send(edits)}
            />
          )}
        </>
      )}
      {mode === 'read' && (
        <div class="pair">
          <button type="button" class="button" aria-describedby={id} onClick={() => setMode('edit')}>
            {t.edit}
          </button>
          <button type="button" class="button plain" aria-describedby={id} onClick={() => setMode('remove')}>
            {t.remove}
          </button>
        </div>
      )}
      {mode === 'remove' && (
        <div class="note warn" role="alert">
          <p>{t.removeSure}</p>
          <div class="pair">
            <button
              type="button"
              class="button"
              aria-disabled={isSending}
              onClick={() => isSending || void send([{ kind: 'remove', key: measure.key }])}
            >
              {t.removeYes}
            </button>
            <button type="button" class="button plain" onClick={() => setMode('read')}>
              {t.cancel}
            </button>
          </div>
        </div>
      )}
    </article>
  );
}
