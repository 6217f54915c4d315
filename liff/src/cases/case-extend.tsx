import { useState } from 'preact/hooks';
import type { CaseView } from '../../../shared/complaints/case-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { toArabicDigits } from '../../../shared/thai/digits.ts';
import type { Data } from '../api/use-data.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { SendButton } from '../ui/send-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { casesText as t } from './text.ts';
import { useCaseWrite } from './use-case-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

const EMPTY = { days: '', reason: '' };

interface CaseExtendProps {
  readonly view: CaseView;
  readonly data: Data<CaseView>;
  readonly onDone: (said: string) => void;
}

/** More time, with the reason that the complainant is told. */
export function CaseExtend({ view, data, onDone }: CaseExtendProps) {
  const [draft, setDraft, forget] = useDraft(`case-extend/${view.id}`, EMPTY, 'window');
  const [wrong, setWrong] = useState<{ days?: string; reason?: string }>({});
  const write = useCaseWrite(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    const days = Number(toArabicDigits(draft.days.trim()));
    const isCount = Number.isInteger(days) && days >= 1 && days <= view.extensionDaysMax;
    const found = {
      ...(isCount ? {} : { days: t.daysWrong(view.extensionDaysMax) }),
      ...(draft.reason.trim() === '' ? { reason: t.reasonMissing } : {}),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const after = await write.write('extensions', { days, reason: draft.reason.trim() });
    if (!after) return;
    forget();
    onDone(t.extended(formatDay(after.dueDay as Day, 'long')));
  };
  return (
    <details>
      <summary>{t.extend}</summary>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t.days}
          hint={t.daysHint(view.extensionDaysMax)}
          inputMode="numeric"
          value={draft.days}
          onChange={(days) => setDraft({ ...draft, days })}
          wrong={wrong.days}
        />
        <TextField
          label={t.extendReason}
          lines="many"
          value={draft.reason}
          onChange={(reason) => setDraft({ ...draft, reason })}
          wrong={wrong.reason}
        />
        <WriteOutcome write={write} />
        <SendButton label={t.confirm(t.extend)} isSending={write.isSending} isStrong={false} />
      </form>
    </details>
  );
}
