import { useState } from 'preact/hooks';
import type { NoticeView } from '../../../shared/notices/notice-api.ts';
import type { Data } from '../api/use-data.ts';
import { SendButton } from '../ui/send-button.tsx';
import { noticesText as t } from './text.ts';
import { useNoticeWrite } from './use-notice-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface NoticeCancelProps {
  readonly view: NoticeView;
  readonly data: Data<NoticeView>;
}

/** Stops what has not been sent yet, after one question: there is no way back but to write it anew. */
export function NoticeCancel({ view, data }: NoticeCancelProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [done, setDone] = useState<string>();
  const write = useNoticeWrite(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isAsking) return setIsAsking(true);
    const after = await write.write('cancel');
    setIsAsking(false);
    if (after) setDone(t.cancelled);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <WriteOutcome write={write} done={done} />
      {view.mayCancel &&
        (isAsking ? (
          <>
            <p class="note warn" role="alert">
              {t.cancelAsk}
            </p>
            <SendButton label={t.cancelYes} isSending={write.isSending} />
            <button type="button" class="button plain" onClick={() => setIsAsking(false)}>
              {t.cancelNo}
            </button>
          </>
        ) : (
          <SendButton label={t.cancel} isSending={false} isStrong={false} />
        ))}
    </form>
  );
}
