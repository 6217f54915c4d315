import { useState } from 'preact/hooks';
import type { DraftEdit } from '../../../../shared/measures/draft-api.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { planText as t } from './text.ts';

interface AddFormProps {
  readonly draftId: string;
  readonly isSending: boolean;
  readonly edit: (edits: readonly DraftEdit[]) => Promise<boolean>;
}

/** A measure that the reading missed. */
export function AddForm({ draftId, isSending, edit }: AddFormProps) {
  const [title, setTitle, forget] = useDraft(`plan-add/${draftId}`, '', 'phone');
  const [said, setSaid] = useState<'missing' | 'added'>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setSaid(title.trim() === '' ? 'missing' : undefined);
    if (title.trim() === '' || !(await edit([{ kind: 'add', title: title.trim() }]))) return;
    forget();
    setSaid('added');
  };
  return (
    <details class="card">
      <summary>{t.add}</summary>
      <form class="stack short-fields" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t.addTitle}
          lines="many"
          value={title}
          onChange={setTitle}
          wrong={said === 'missing' ? t.titleMissing : undefined}
        />
        <div role="status">{said === 'added' && <p class="note good">{t.added}</p>}</div>
        <SendButton label={t.addButton} isSending={isSending} isStrong={false} />
      </form>
    </details>
  );
}
