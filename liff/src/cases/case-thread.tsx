import { useState } from 'preact/hooks';
import type { CaseView } from '../../../shared/complaints/case-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import type { Day } from '../../../shared/thai/days.ts';
import type { Data } from '../api/use-data.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { SendButton } from '../ui/send-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CaseFileItem } from './case-file.tsx';
import { casesText as t } from './text.ts';
import { useCaseWrite } from './use-case-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

/** What the office and the complainant wrote to each other, and the place to write. */
export function CaseThread({ view, data }: { readonly view: CaseView; readonly data: Data<CaseView> }) {
  const [text, setText, forget] = useDraft(`case-message/${view.id}`, '', 'window');
  const [done, setDone] = useState<string>();
  const write = useCaseWrite(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    setDone(undefined);
    if (text.trim() === '' || !(await write.write('messages', { text }))) return;
    forget();
    setDone(t.sent);
  };
  return (
    <section class="card" aria-labelledby="thread">
      <h2 id="thread">{t.thread}</h2>
      <p class="faint small">{t.threadHint}</p>
      {view.thread.length === 0 && <p>{t.noThread}</p>}
      {view.thread.map((one) => (
        <article key={one.id} class={one.from === 'officer' ? 'letter ours' : 'letter'}>
          <p class="faint small">
            {t.from[one.from]} · {formatDay(one.day as Day, 'short')}
          </p>
          {one.texts.map((said, n) => (
            <p key={n} class="said">
              {said}
            </p>
          ))}
          {one.attachments.map((file) => (
            <CaseFileItem key={file.id} caseId={view.id} file={file} />
          ))}
        </article>
      ))}
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t.message}
          hint={t.messageHint}
          lines="many"
          value={text}
          onChange={setText}
          maxLength={view.maxMessageLength}
          wrong={write.failure?.field === 'text' ? write.failure.sentence : undefined}
        />
        <WriteOutcome write={write} done={done} />
        <SendButton label={t.sendMessage} isSending={write.isSending} />
      </form>
    </section>
  );
}
