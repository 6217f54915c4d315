import { useState } from 'preact/hooks';
import type { MeasureChanged, MeasureView } from '../../../shared/measures/measure-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Data } from '../api/use-data.ts';
import { useSend } from '../api/use-send.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { SendButton } from '../ui/send-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { measuresText as t } from './text.ts';

interface ReassignFormProps {
  readonly view: MeasureView;
  readonly data: Data<MeasureView>;
}

/** Gives a measure to other units. Whoever belongs to them may report from then on. */
export function ReassignForm({ view, data }: ReassignFormProps) {
  const [text, setText] = useState(() => view.units.map(({ unit }) => unit).join('\n'));
  const [wrong, setWrong] = useState<string>();
  const [done, setDone] = useState(false);
  const { send, isSending, failure } = useSend<MeasureView>();
  const wasChanged = failure?.code === 'changed';
  const submit = async (event: Event) => {
    event.preventDefault();
    setDone(false);
    const names = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
    setWrong(names.length === 0 ? t.reassignMissing : undefined);
    if (names.length === 0) return;
    // A unit that stays keeps the งาน the plan names in it.
    const units = names.map((unit) => view.units.find((one) => one.unit === unit) ?? { unit, section: null });
    const answer = await send(`/measures/${view.fiscalYear}/${view.id}/units`, { rev: view.rev, units });
    if (answer instanceof ApiFailure) {
      const current = answer.current as MeasureChanged | undefined;
      if (current) data.replace(current.now);
    } else if (answer) {
      data.replace(answer);
      setDone(true);
    }
  };
  return (
    <section class="card">
      <details>
        <summary>{t.reassign}</summary>
        <form class="stack" onSubmit={(event) => void submit(event)}>
          <TextField
            label={t.units}
            hint={t.reassignHint}
            lines="many"
            value={text}
            onChange={setText}
            wrong={wrong}
          />
          <div aria-live="polite">
            {wasChanged && <p class="note warn">{t.changedByOther}</p>}
            {failure && !wasChanged && <FailureNote failure={failure} />}
            {done && <p class="note good">{t.reassigned}</p>}
          </div>
          <SendButton label={t.reassignSend} isSending={isSending} />
        </form>
      </details>
    </section>
  );
}
