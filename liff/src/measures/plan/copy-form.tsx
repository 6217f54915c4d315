import { useState } from 'preact/hooks';
import type { DraftView } from '../../../../shared/measures/draft-api.ts';
import type { MeasureList } from '../../../../shared/measures/measure-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { useData } from '../../api/use-data.ts';
import { useSend } from '../../api/use-send.ts';
import { Choice } from '../../ui/choice.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toThaiYear } from '../thai-year.ts';
import { readYear } from './read-year.ts';
import { ReadingNote } from './reading-note.tsx';
import { planText as t } from './text.ts';

interface CopyFormProps {
  readonly onRead: (draft: DraftView) => void;
}

/** The plan of one year as the start of another's. */
export function CopyForm({ onRead }: CopyFormProps) {
  const data = useData<MeasureList>('/measures?view=mine');
  return (
    <Loaded data={data}>
      {({ years }) =>
        years.length === 0 ? <p class="note">{t.copyNone}</p> : <YearsForm years={years} onRead={onRead} />
      }
    </Loaded>
  );
}

function YearsForm({ years, onRead }: CopyFormProps & { readonly years: readonly number[] }) {
  const [from, setFrom] = useState(String(years[0] ?? ''));
  const [to, setTo] = useState(toThaiYear((years[0] ?? 0) + 1));
  const [wrong, setWrong] = useState<string>();
  const { send, isSending, failure } = useSend<DraftView>();
  const submit = async (event: Event) => {
    event.preventDefault();
    const fiscalYear = readYear(to);
    const problem =
      fiscalYear === null
        ? t.yearMissing
        : fiscalYear === undefined
          ? t.yearWrong
          : fiscalYear === Number(from)
            ? t.copySame
            : undefined;
    setWrong(problem);
    if (problem !== undefined) return;
    const draft = await send('/measures/drafts', { kind: 'copy', from: Number(from), fiscalYear });
    if (draft && !(draft instanceof ApiFailure)) onRead(draft);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <p class="faint">{t.copyHint}</p>
      <Choice
        label={t.copyFrom}
        value={from}
        options={years.map((year) => ({ value: String(year), label: toThaiYear(year) }))}
        onChange={setFrom}
      />
      <TextField label={t.copyTo} inputMode="numeric" value={to} onChange={setTo} wrong={wrong} />
      <ReadingNote isReading={isSending} />
      {failure && <FailureNote failure={failure} />}
      <SendButton label={t.copy} isSending={isSending} />
    </form>
  );
}
