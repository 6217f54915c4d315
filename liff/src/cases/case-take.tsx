import { useState } from 'preact/hooks';
import type { CaseView } from '../../../shared/complaints/case-api.ts';
import type { Data } from '../api/use-data.ts';
import { SendButton } from '../ui/send-button.tsx';
import { casesText as t } from './text.ts';
import { useCaseWrite } from './use-case-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

/** The button by which an officer becomes the one who is asked about the case. */
export function CaseTake({ view, data }: { readonly view: CaseView; readonly data: Data<CaseView> }) {
  const [done, setDone] = useState<string>();
  const write = useCaseWrite(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await write.write('assignee', {})) setDone(t.taken);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      {!view.mine && <SendButton label={t.take} isSending={write.isSending} isStrong={!view.assigneeName} />}
      <WriteOutcome write={write} done={done} />
    </form>
  );
}
