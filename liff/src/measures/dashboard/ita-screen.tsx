import { useState } from 'preact/hooks';
import type { ItaView } from '../../../../shared/measures/dashboard-api.ts';
import type { Data } from '../../api/use-data.ts';
import { useData } from '../../api/use-data.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import type { RouteParams } from '../../routing/match-route.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toThaiYear } from '../thai-year.ts';
import { bodyOf, type ItaProblems, type TypedIndicator, type TypedIta, typedOf } from './ita-draft.ts';
import { ItaIndicator } from './ita-indicator.tsx';
import { SaveOutcome } from './save-outcome.tsx';
import { dashboardText as t } from './text.ts';
import { useSave } from './use-save.ts';

const NEW: TypedIndicator = { was: null, name: '', instrument: 'OIT', score: '', measureIds: [] };
/** As many as the server keeps. */
const INDICATORS_MAX = 30;

/** The scores that a year's plan answers. */
export function ItaScreen({ params }: { readonly params: RouteParams }) {
  const year = Number(params['year']);
  const data = useData<ItaView>(`/measures/ita?year=${year}`);
  return (
    <Page title={t.itaTitle} back={{ to: '/dashboard', label: t.toDashboard }}>
      <Loaded data={data} cards={3}>
        {(view) => <ItaForm view={view} data={data} />}
      </Loaded>
    </Page>
  );
}

function ItaForm({ view, data }: { readonly view: ItaView; readonly data: Data<ItaView> }) {
  const [kept, setTyped, forget] = useDraft<TypedIta | null>(`ita/${view.fiscalYear}`, null, 'phone');
  const [wasKept] = useState(kept !== null);
  const typed = kept ?? typedOf(view);
  const [problems, setProblems] = useState<ItaProblems>({});
  const save = useSave('/measures/ita', data);
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = bodyOf(typed, view);
    setProblems('problems' in read ? read.problems : {});
    if ('body' in read && (await save.save(read.body))) forget();
  };
  const change = (typedNow: TypedIta) => {
    save.clear();
    setTyped(typedNow);
  };
  const { indicators } = typed;
  const put = (at: number, one: TypedIndicator) =>
    change({ ...typed, indicators: indicators.map((old, n) => (n === at ? one : old)) });
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <p class="faint">{t.itaLead(toThaiYear(view.fiscalYear))}</p>
      {wasKept && kept && (
        <div class="note">
          <p>{t.typedBefore}</p>
          <button type="button" class="button" onClick={forget}>
            {t.startOver}
          </button>
        </div>
      )}
      <TextField
        label={t.scoredYear}
        inputMode="numeric"
        value={typed.scoredYear}
        onChange={(scoredYear) => change({ ...typed, scoredYear })}
        wrong={problems['scoredYear']}
      />
      <TextField
        label={t.weakBelow}
        inputMode="decimal"
        value={typed.weakBelow}
        onChange={(weakBelow) => change({ ...typed, weakBelow })}
        wrong={problems['weakBelow']}
      />
      <p class="faint small">{t.scoreHint}</p>
      {indicators.map((one, at) => (
        <ItaIndicator
          key={`${at}/${one.was}`}
          year={view.fiscalYear}
          typed={one}
          stored={view.indicators.find(({ name }) => name === one.was)}
          wrongScore={problems[`score.${at}`]}
          wrongName={problems[`name.${at}`]}
          onChange={(now) => put(at, now)}
          onRemove={() => change({ ...typed, indicators: indicators.filter((_, n) => n !== at) })}
        />
      ))}
      {indicators.length < INDICATORS_MAX && (
        <button
          type="button"
          class="button"
          onClick={() => change({ ...typed, indicators: [...indicators, NEW] })}
        >
          {t.addIndicator}
        </button>
      )}
      <SaveOutcome save={save} hasProblems={Object.keys(problems).length > 0} />
      <SendButton label={t.save} isSending={save.isSending} />
    </form>
  );
}
