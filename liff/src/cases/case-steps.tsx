import { useState } from 'preact/hooks';
import type { CaseStep, CaseView } from '../../../shared/complaints/case-api.ts';
import type { Data } from '../api/use-data.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { SendButton } from '../ui/send-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CaseExtend } from './case-extend.tsx';
import { casesText as t } from './text.ts';
import { useCaseWrite } from './use-case-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

/** Where the case can go from here. A step is chosen first and confirmed after, with words where the complainant needs some. */
export function CaseSteps({ view, data }: { readonly view: CaseView; readonly data: Data<CaseView> }) {
  const [chosen, setChosen] = useState<CaseStep['to']>();
  const [done, setDone] = useState<string>();
  const step = view.steps.find(({ to }) => to === chosen);
  return (
    <section class="card" aria-labelledby="steps">
      <h2 id="steps">{t.steps}</h2>
      <div aria-live="polite">{done && <p class="note good">{done}</p>}</div>
      {view.steps.length === 0 && <p class="faint">{t.noSteps}</p>}
      {step ? (
        <StepForm
          key={step.to}
          step={step}
          view={view}
          data={data}
          onCancel={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            setDone(t.moved(step.label));
          }}
        />
      ) : (
        view.steps.map(({ to, label }) => (
          <button
            key={to}
            type="button"
            class="button"
            onClick={() => {
              setDone(undefined);
              setChosen(to);
            }}
          >
            {label}
          </button>
        ))
      )}
      {view.mayExtend && !step && <CaseExtend key={view.dueDay} view={view} data={data} onDone={setDone} />}
    </section>
  );
}

interface StepFormProps {
  readonly step: CaseStep;
  readonly view: CaseView;
  readonly data: Data<CaseView>;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

function StepForm({ step, view, data, onCancel, onDone }: StepFormProps) {
  const [reason, setReason, forget] = useDraft(`case-move/${view.id}/${step.to}`, '', 'window');
  const [isMissing, setIsMissing] = useState(false);
  const write = useCaseWrite(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    const said = reason.trim();
    setIsMissing(step.needsReason && said === '');
    if (step.needsReason && said === '') return;
    if (!(await write.write('moves', { to: step.to, ...(said === '' ? {} : { reason: said }) }))) return;
    forget();
    onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <h3>{step.label}</h3>
      {step.needsReason && (
        <TextField
          label={t.reason}
          hint={t.reasonHint}
          lines="many"
          value={reason}
          onChange={setReason}
          wrong={isMissing ? t.reasonMissing : undefined}
        />
      )}
      <WriteOutcome write={write} />
      <SendButton label={t.confirm(step.label)} isSending={write.isSending} />
      <button type="button" class="button plain" onClick={onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}
