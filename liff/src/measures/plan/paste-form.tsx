import { useState } from 'preact/hooks';
import type { DraftView } from '../../../../shared/measures/draft-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { useSend } from '../../api/use-send.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type CopiedTable, cleanTable } from './clean-table.ts';
import { readYear } from './read-year.ts';
import { ReadingNote } from './reading-note.tsx';
import { planText as t } from './text.ts';

/** As the server allows: more is sent as a file. */
const PASTED_UNITS_MAX = 80_000;

interface Pasted {
  readonly text: string;
  /** Stands in place of the text when a table was copied with its cells. */
  readonly table?: CopiedTable;
  readonly year: string;
}
const EMPTY: Pasted = { text: '', year: '' };

/** A table that is pasted. What was pasted stays on the phone until it was read. */
export function PasteForm({ onRead }: { readonly onRead: (draft: DraftView) => void }) {
  const [pasted, setPasted, forget] = useDraft<Pasted>('plan-pasted', EMPTY, 'phone');
  const [wrong, setWrong] = useState<{ text?: string; year?: string }>({});
  const { send, isSending, failure } = useSend<DraftView>();
  const takeTable = (event: ClipboardEvent) => {
    const table = cleanTable(event.clipboardData?.getData('text/html') ?? '');
    if (!table) return;
    event.preventDefault();
    setPasted({ ...pasted, table });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const text = pasted.table?.html ?? pasted.text;
    const fiscalYear = readYear(pasted.year);
    const found = { ...textProblem(text), ...(fiscalYear === undefined ? { year: t.yearWrong } : {}) };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const draft = await send('/measures/drafts', {
      kind: 'pasted',
      text,
      ...(fiscalYear === null ? {} : { fiscalYear }),
    });
    if (!draft || draft instanceof ApiFailure) return;
    forget();
    onRead(draft);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)} onPaste={takeTable}>
      {pasted.table ? (
        <div class="note good" role="status">
          <p>{t.pastedTable(pasted.table.tables, pasted.table.rows)}</p>
          {wrong.text && <p class="wrong">{wrong.text}</p>}
          <button
            type="button"
            class="button"
            onClick={() => {
              setPasted({ text: '', year: pasted.year });
              setWrong({});
            }}
          >
            {t.pasteAgain}
          </button>
        </div>
      ) : (
        <TextField
          label={t.paste}
          hint={t.pasteHint}
          lines="many"
          value={pasted.text}
          onChange={(text) => setPasted({ ...pasted, text })}
          wrong={wrong.text}
        />
      )}
      <TextField
        label={t.year}
        hint={t.yearHint}
        inputMode="numeric"
        value={pasted.year}
        onChange={(year) => setPasted({ ...pasted, year })}
        wrong={wrong.year}
      />
      <ReadingNote isReading={isSending} />
      {failure && <FailureNote failure={failure} />}
      <SendButton label={t.readPaste} isSending={isSending} />
    </form>
  );
}

function textProblem(text: string): { text?: string } {
  if (text.trim() === '') return { text: t.pasteMissing };
  return text.length > PASTED_UNITS_MAX ? { text: t.pasteTooLong } : {};
}
