import type { MeasureView } from '../../../shared/measures/measure-api.ts';
import { useData } from '../api/use-data.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { Link } from '../routing/link.tsx';
import type { RouteParams } from '../routing/match-route.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { DueTag } from './due-tag.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { MeasureHistory } from './measure-history.tsx';
import { MeasurePlan } from './measure-plan.tsx';
import { MeasureProgress } from './measure-progress.tsx';
import { MeasureValues } from './measure-values.tsx';
import { ReassignForm } from './reassign-form.tsx';
import { draftName, EMPTY_DRAFT, isEmptyDraft } from './report/report-draft.ts';
import { measuresText as t } from './text.ts';

/** One measure: what is planned, how it stands, and all that was reported on it. */
export function MeasureScreen({ params }: { readonly params: RouteParams }) {
  const { year = '', id = '' } = params;
  const data = useData<MeasureView>(`/measures/${year}/${id}`, { keep: true });
  const [draft] = useDraft(draftName(year, id), EMPTY_DRAFT, 'phone');
  return (
    <Page title={data.value?.title ?? t.title} back={{ to: '/measures', label: t.toList }}>
      <Loaded data={data} cards={3}>
        {(view) => (
          <>
            <section class="card">
              <DueTag due={view.due} />
              <MeasureProgress measure={view} />
              {view.isRetired ? (
                <p class="faint">{t.retired}</p>
              ) : view.mayReport ? (
                <Link to={`/measures/${year}/${id}/report`} class="button strong">
                  {isEmptyDraft(draft) ? t.report : t.goOn}
                </Link>
              ) : (
                <p class="faint">{t.notMine}</p>
              )}
            </section>
            <section class="card" aria-labelledby="now">
              <h2 id="now">{t.now}</h2>
              <MeasureValues values={view.values} />
              {view.evidence.length > 0 && <h3>{t.evidence}</h3>}
              <EvidenceList evidence={view.evidence} />
            </section>
            <MeasurePlan view={view} />
            <MeasureHistory key={view.rev} view={view} />
            {view.mayReassign && <ReassignForm view={view} data={data} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
