import { useState } from 'preact/hooks';
import type { Accepted } from '../../../../shared/measures/draft-api.ts';
import type { RouteParams } from '../../routing/match-route.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AcceptForm } from './accept-form.tsx';
import { AcceptedPage } from './accepted-page.tsx';
import { AddForm } from './add-form.tsx';
import { DraftHead } from './draft-head.tsx';
import { DraftMeasureCard } from './draft-measure.tsx';
import { planText as t } from './text.ts';
import { type PlanDraft, type Shown, usePlanDraft } from './use-plan-draft.ts';

const SHOWN: readonly Shown[] = ['doubtful', 'all'];

/** A plan as it was understood: a person looks through it, corrects it and accepts it. */
export function DraftScreen({ params }: { readonly params: RouteParams }) {
  const id = params['id'] ?? '';
  const plan = usePlanDraft(id);
  const [accepted, setAccepted] = useState<Accepted>();
  const { head } = plan;
  if (accepted) return <AcceptedPage accepted={accepted} />;
  return (
    <Page title={t.draftTitle} back={{ to: '/measures/plan', label: t.toStart }}>
      {head && <DraftHead key={head.fiscalYear} draft={head} isSending={plan.isSending} edit={plan.edit} />}
      <Measures plan={plan} />
      {head && (
        <>
          <AddForm draftId={id} isSending={plan.isSending} edit={plan.edit} />
          <AcceptForm
            draft={head}
            isBusy={plan.isSending}
            onOvertaken={plan.overtaken}
            onAccepted={setAccepted}
          />
        </>
      )}
      <Outcome plan={plan} />
    </Page>
  );
}

/** What became of the last edit, above the thumb wherever one is on the page. */
function Outcome({ plan }: { readonly plan: PlanDraft }) {
  return (
    <div class="at-thumb" aria-live="polite">
      {plan.isSaved && <p class="unseen">{t.saved}</p>}
      {plan.wasChanged && <p class="note warn">{t.changedByOther}</p>}
      {plan.failure && <FailureNote failure={plan.failure} />}
    </div>
  );
}

function Measures({ plan }: { readonly plan: PlanDraft }) {
  const { head, shown, listed, next, previous } = plan;
  return (
    <section class="stack" id="measures" aria-label={t.showLabel}>
      <Tabs
        label={t.showLabel}
        options={SHOWN}
        value={shown}
        names={t.show}
        onChange={(one) => plan.show(one)}
      />
      <Loaded data={plan.data} cards={3}>
        {(draft) => (
          <>
            {listed.length === 0 && (
              <div class="note good">
                <p>{shown === 'doubtful' ? t.noneDoubtful : t.noneAtAll}</p>
                {shown === 'doubtful' && (
                  <button type="button" class="button" onClick={() => plan.show('all')}>
                    {t.seeAll}
                  </button>
                )}
              </div>
            )}
            {listed.map((one) => (
              <DraftMeasureCard
                key={one.measure.key}
                draft={head ?? draft}
                listed={one}
                isBrief={shown === 'doubtful'}
                isSending={plan.isSending}
                edit={plan.edit}
              />
            ))}
          </>
        )}
      </Loaded>
      {(next || previous) && (
        <nav class="pair" aria-label={t.pagesLabel}>
          {previous && (
            <button type="button" class="button" onClick={previous}>
              {t.previous}
            </button>
          )}
          {next && (
            <button type="button" class="button" onClick={next}>
              {t.next}
            </button>
          )}
        </nav>
      )}
    </section>
  );
}
