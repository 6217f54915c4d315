import { dayOf } from '../../../shared/thai/days.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { momentText } from '../ui/moment.ts';
import { TimeField } from '../ui/time-field.tsx';
import type { ComposePartProps } from './compose-part.ts';
import { composeText as t } from './compose-text.ts';

/** When it is sent. */
export function ComposeWhen({ draft, setDraft, form, view, wrong }: ComposePartProps) {
  const keepAtMs = view?.status === 'scheduled' ? view.sendAtMs : undefined;
  const options = [
    ...(keepAtMs === undefined ? [] : [{ id: 'keep' as const, label: t.keepAt(momentText(keepAtMs)) }]),
    { id: 'now' as const, label: t.whens.now },
    { id: 'at' as const, label: t.whens.at },
  ];
  return (
    <section class="card">
      <ChoiceField
        label={t.when}
        options={options}
        value={draft.when}
        onChange={(when) => setDraft({ ...draft, when })}
      />
      {draft.when === 'now' && <p class="faint small">{t.nowHint}</p>}
      {draft.when === 'at' && (
        <>
          <DayField
            label={t.day}
            value={draft.day}
            min={dayOf(Date.now())}
            onChange={(day) => setDraft({ ...draft, day })}
            wrong={wrong.day}
          />
          <TimeField
            label={t.time}
            value={draft.time}
            onChange={(time) => setDraft({ ...draft, time })}
            wrong={wrong.time}
          />
        </>
      )}
      <p class="faint small">{form.quietText}</p>
    </section>
  );
}
