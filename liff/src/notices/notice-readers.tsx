import { useState } from 'preact/hooks';
import type { NoticeView, NoticeReaders as Readers } from '../../../shared/notices/notice-api.ts';
import { type Data, useData } from '../api/use-data.ts';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment.ts';
import { SendButton } from '../ui/send-button.tsx';
import { noticesText as t } from './text.ts';
import { useNoticeWrite } from './use-notice-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface NoticeReadersProps {
  readonly view: NoticeView;
  readonly data: Data<NoticeView>;
}

/** Who has not acknowledged, by name; read only when an admin asks. */
export function NoticeReaders({ view, data }: NoticeReadersProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section class="card" aria-labelledby="readers">
      <h2 id="readers">{t.readers}</h2>
      <p class="faint small">{t.readersHint}</p>
      {isOpen ? (
        <Names key={view.ackCount} view={view} data={data} />
      ) : (
        <button type="button" class="button" onClick={() => setIsOpen(true)}>
          {t.showReaders}
        </button>
      )}
    </section>
  );
}

function Names({ view, data }: NoticeReadersProps) {
  const readers = useData<Readers>(`/notices/${encodeURIComponent(view.id)}/readers`);
  const [done, setDone] = useState<string>();
  const write = useNoticeWrite(data);
  const remind = async (event: Event) => {
    event.preventDefault();
    if (!(await write.write('remind'))) return;
    setDone(t.reminded);
    await readers.reload();
  };
  return (
    <Loaded data={readers}>
      {({ notYet, acknowledged }) => (
        <>
          <h3>{notYet.length === 0 ? t.everybody : t.notYet(notYet.length)}</h3>
          <ul class="stack tight">
            {notYet.map(({ name, unit, reminderLabel }, n) => (
              <li key={n} class="row">
                <span>
                  {name} <span class="faint small">{unit}</span>
                </span>
                <span class="faint small">{reminderLabel}</span>
              </li>
            ))}
          </ul>
          {notYet.some(({ reminder }) => reminder === 'none') && (
            <form class="stack" onSubmit={(event) => void remind(event)}>
              <p class="faint small">{t.remindHint}</p>
              <SendButton label={t.remind} isSending={write.isSending} isStrong={false} />
            </form>
          )}
          <WriteOutcome write={write} done={done} />
          {acknowledged.length > 0 && (
            <details>
              <summary>{t.done(acknowledged.length)}</summary>
              <ul class="stack tight">
                {acknowledged.map(({ name, unit, atMs }, n) => (
                  <li key={n} class="row">
                    <span>
                      {name} <span class="faint small">{unit}</span>
                    </span>
                    <span class="faint small">{momentText(atMs)}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Loaded>
  );
}
