import { useState } from 'preact/hooks';
import type { NoticeView } from '../../../shared/notices/notice-api.ts';
import type { Data } from '../api/use-data.ts';
import { SendButton } from '../ui/send-button.tsx';
import { noticesText as t } from './text.ts';
import { useNoticeWrite } from './use-notice-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface NoticeAckProps {
  readonly view: NoticeView;
  readonly data: Data<NoticeView>;
}

/** How many have acknowledged, and the reader's own รับทราบ. */
export function NoticeAck({ view, data }: NoticeAckProps) {
  const [done, setDone] = useState<string>();
  const write = useNoticeWrite(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await write.write('acknowledge')) setDone(t.ackDone);
  };
  return (
    <section class="card" aria-labelledby="acks">
      <h2 id="acks">{t.ackTitle}</h2>
      <p class="large">{t.ackOf(view.ackCount, view.memberCount)}</p>
      <progress max={Math.max(1, view.memberCount)} value={view.ackCount} aria-labelledby="acks" />
      <p class="faint small">{t.ackHint}</p>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        {view.acknowledged ? (
          !done && <p class="note good">{t.acked}</p>
        ) : (
          <SendButton label={t.ack} isSending={write.isSending} />
        )}
        <WriteOutcome write={write} done={done} />
      </form>
    </section>
  );
}
