import { useState } from 'preact/hooks';
import type { GiftView } from '../../../shared/notices/gift-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Data } from '../api/use-data.ts';
import { useSend } from '../api/use-send.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { SendButton } from '../ui/send-button.tsx';
import { useFirstWrong } from '../ui/use-first-wrong.ts';
import { contentOfGift, draftOfGift, fieldOfGift, type GiftDraft, type GiftWrong } from './gift-draft.ts';
import { GiftFacts } from './gift-facts.tsx';
import { GiftFields } from './gift-fields.tsx';
import { giftsText as t } from './text.ts';

interface GiftFormProps {
  /** Under which name the draft is kept. */
  readonly name: string;
  readonly start: GiftDraft;
  /** The entry that is corrected, as it stands on the server. */
  readonly entry?: GiftView;
  readonly data?: Data<GiftView>;
  readonly onDone: (gift: GiftView) => void;
}

/** The form of one gift. When somebody else corrected the entry first, both stand there and the person chooses (G7). */
export function GiftForm({ name, start, entry, data, onDone }: GiftFormProps) {
  const [draft, setDraft, forget, wasKept] = useDraft(`gift/${name}`, start, 'phone');
  const [found, setFound] = useState<GiftWrong>({});
  const { send, isSending, failure, clear } = useSend<GiftView>();
  useFirstWrong(found);
  const isOvertaken = entry !== undefined && draft.rev !== undefined && entry.rev !== draft.rev;
  const submit = async (event: Event) => {
    event.preventDefault();
    const { content, wrong } = contentOfGift(draft);
    setFound(wrong);
    if (!content) return;
    const answer = await (entry
      ? send(`/gifts/${encodeURIComponent(entry.id)}`, { rev: entry.rev, content })
      : send('/gifts', { content }));
    if (answer instanceof ApiFailure) {
      const field = fieldOfGift(answer.field);
      if (field) setFound({ [field]: answer.sentence });
      if (answer.code === 'changed') await data?.reload();
      return;
    }
    if (!answer) return;
    forget();
    onDone(answer);
  };
  const useNewest = () => {
    clear();
    forget();
    if (entry) setDraft(draftOfGift(entry));
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      {wasKept && !isOvertaken && (
        <div class="note">
          <p>{t.kept}</p>
          <button type="button" class="button" onClick={entry ? useNewest : forget}>
            {t.startOver}
          </button>
        </div>
      )}
      <GiftFields draft={draft} setDraft={setDraft} wrong={found} />
      <div class="stack" aria-live="polite">
        {failure && failure.code !== 'changed' && <FailureNote failure={failure} />}
        {Object.keys(found).length > 0 && <p class="note bad">{t.fixFirst}</p>}
        {isOvertaken && entry && (
          <>
            <p class="note warn">{t.changed}</p>
            <GiftFacts gift={entry} />
            <button type="button" class="button" onClick={useNewest}>
              {t.useNewest}
            </button>
            <p class="small">{t.changedHint}</p>
          </>
        )}
      </div>
      <SendButton label={entry ? t.saveChange : t.save} isSending={isSending} />
    </form>
  );
}
