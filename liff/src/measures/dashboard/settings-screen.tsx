import { useState } from 'preact/hooks';
import type { MeasureSettingsView } from '../../../../shared/measures/dashboard-api.ts';
import { type Data, useData } from '../../api/use-data.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { OneOf } from '../../ui/one-of.tsx';
import { Page } from '../../ui/page.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RoundFields } from './round-fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';
import { type SettingsProblems, settingsBody, type TypedSettings, typedSettings } from './settings-draft.ts';
import { dashboardText as t } from './text.ts';
import { useSave } from './use-save.ts';

/** The office's own rounds, reminders and formula. */
export function SettingsScreen() {
  const data = useData<MeasureSettingsView>('/measures/settings');
  return (
    <Page title={t.settingsTitle} back={{ to: '/dashboard', label: t.toDashboard }}>
      <Loaded data={data} cards={3}>
        {(view) => <SettingsForm view={view} data={data} />}
      </Loaded>
    </Page>
  );
}

interface SettingsFormProps {
  readonly view: MeasureSettingsView;
  readonly data: Data<MeasureSettingsView>;
}

function SettingsForm({ view, data }: SettingsFormProps) {
  const [kept, setTyped, forget] = useDraft<TypedSettings | null>('measure-settings', null, 'phone');
  const [wasKept] = useState(kept !== null);
  const stored = typedSettings(view);
  const typed = kept ?? stored;
  const [problems, setProblems] = useState<SettingsProblems>({});
  const save = useSave('/measures/settings', data);
  const change = (part: Partial<TypedSettings>) => {
    save.clear();
    setTyped({ ...typed, ...part });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = settingsBody(typed, view.rev);
    setProblems('problems' in read ? read.problems : {});
    if ('body' in read && (await save.save(read.body))) forget();
  };
  /** What stands, where somebody else changed it meanwhile. */
  const now = (field: 'reminderDays' | 'weight' | 'stillDays' | 'baseNumber') =>
    save.wasChanged && stored[field] !== typed[field] ? t.inSystem(stored[field] || t.bases.plan) : undefined;
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      {wasKept && kept && (
        <div class="note">
          <p>{t.typedBefore}</p>
          <button type="button" class="button" onClick={forget}>
            {t.startOver}
          </button>
        </div>
      )}
      <RoundFields
        rounds={typed.rounds}
        stored={save.wasChanged ? stored.rounds : undefined}
        problems={problems}
        onChange={(rounds) => change({ rounds })}
      />
      <section class="card">
        <TextField
          label={t.reminders}
          hint={now('reminderDays') ?? t.remindersHint}
          value={typed.reminderDays}
          onChange={(reminderDays) => change({ reminderDays })}
          wrong={problems['reminders']}
        />
        <TextField
          label={t.stillDays}
          hint={now('stillDays')}
          inputMode="numeric"
          value={typed.stillDays}
          onChange={(stillDays) => change({ stillDays })}
          wrong={problems['still']}
        />
      </section>
      <section class="card">
        <OneOf label={t.base} value={typed.base} options={t.bases} onChange={(base) => change({ base })} />
        {typed.base === 'number' && (
          <TextField
            label={t.baseNumber}
            hint={now('baseNumber')}
            inputMode="numeric"
            value={typed.baseNumber}
            onChange={(baseNumber) => change({ baseNumber })}
            wrong={problems['base']}
          />
        )}
        <TextField
          label={t.weight}
          hint={now('weight') ?? t.weightHint}
          inputMode="numeric"
          value={typed.weight}
          onChange={(weight) => change({ weight })}
          wrong={problems['weight']}
        />
      </section>
      <SaveOutcome save={save} hasProblems={Object.keys(problems).length > 0} />
      <SendButton label={t.save} isSending={save.isSending} />
    </form>
  );
}
