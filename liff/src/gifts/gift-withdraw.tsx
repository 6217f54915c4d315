import { useState } from 'preact/hooks';
import type { GiftList, GiftView } from '../../../shared/notices/gift-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useSend } from '../api/use-send.ts';
import { goTo } from '../routing/location.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { SendButton } from '../ui/send-button.tsx';
import { giftsText as t } from './text.ts';

/** Takes an entry out of the register, after one question. */
export function GiftWithdraw({ view }: { readonly view: GiftView }) {
  const [isAsking, setIsAsking] = useState(false);
  const { send, isSending, failure } = useSend<GiftList>();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isAsking) return setIsAsking(true);
    const after = await send(`/gifts/${encodeURIComponent(view.id)}/withdraw`, { rev: view.rev });
    if (after && !(after instanceof ApiFailure)) goTo('/gifts');
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <div aria-live="polite">{failure && <FailureNote failure={failure} />}</div>
      {isAsking ? (
        <>
          <p class="note warn" role="alert">
            {t.withdrawAsk}
          </p>
          <SendButton label={t.withdrawYes} isSending={isSending} />
          <button type="button" class="button plain" onClick={() => setIsAsking(false)}>
            {t.withdrawNo}
          </button>
        </>
      ) : (
        <SendButton label={t.withdraw} isSending={false} isStrong={false} />
      )}
    </form>
  );
}
