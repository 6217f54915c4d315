import type { CaseView } from '../../../shared/complaints/case-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { useData } from '../api/use-data.ts';
import type { RouteParams } from '../routing/match-route.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { CaseAnswers } from './case-answers.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseFiles } from './case-files.tsx';
import { CaseSteps } from './case-steps.tsx';
import { CaseTake } from './case-take.tsx';
import { CaseThread } from './case-thread.tsx';
import { casesText as t } from './text.ts';

/** One case, opened for an officer: what was told, what was said since, and what can be done. */
export function CaseScreen({ params }: { readonly params: RouteParams }) {
  const data = useData<CaseView>(`/cases/${encodeURIComponent(params['id'] ?? '')}`);
  const title = data.value ? t.number(data.value.number) : t.title;
  return (
    <Page title={title} back={{ to: '/cases', label: t.toList }}>
      <Loaded data={data} cards={3}>
        {(view) => (
          <>
            <section class="card">
              <p>{view.categoryLabel}</p>
              <CaseFacts summary={view} />
              <CaseTake view={view} data={data} />
            </section>
            <CaseAnswers view={view} />
            <CaseFiles view={view} />
            <CaseThread view={view} data={data} />
            <CaseSteps view={view} data={data} />
            <section class="card">
              <details>
                <summary>{t.history}</summary>
                <ol class="stack tight">
                  {view.history.map(({ day, text }, n) => (
                    <li key={n} class="row">
                      <span>{text}</span>
                      <span class="faint small">{formatDay(day as Day, 'short')}</span>
                    </li>
                  ))}
                </ol>
              </details>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
