import type { MeasureView } from '../../../../shared/measures/measure-api.ts';
import { type Data, useData } from '../../api/use-data.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { Link } from '../../routing/link.tsx';
import type { RouteParams } from '../../routing/match-route.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { DueTag } from '../due-tag.tsx';
import { measuresText as t } from '../text.ts';
import { ConflictNote } from './conflict-note.tsx';
import { conflictsOf } from './report-conflicts.ts';
import { draftName, EMPTY_DRAFT } from './report-draft.ts';
import { ReportForm } from './report-form.tsx';
import { useReport } from './use-report.ts';

/** Reporting on one measure. */
export function ReportScreen({ params }: { readonly params: RouteParams }) {
  const { year = '', id = '' } = params;
  const data = useData<MeasureView>(`/measures/${year}/${id}`, { keep: true });
  return (
    <Page title={t.report} back={{ to: `/measures/${year}/${id}`, label: t.backToMeasure }}>
      <Loaded data={data} cards={3}>
        {(view) => <Reporting view={view} data={data} name={draftName(year, id)} />}
      </Loaded>
    </Page>
  );
}

interface ReportingProps {
  readonly view: MeasureView;
  readonly data: Data<MeasureView>;
  readonly name: string;
}

function Reporting({ view, data, name }: ReportingProps) {
  const [draft, setDraft, forget] = useDraft(name, EMPTY_DRAFT, 'phone');
  const report = useReport({ view, data, draft, setDraft, forget });
  if (report.isSent) {
    return (
      <>
        <div class="note good" role="status">
          <p>{t.sent}</p>
          <p>{view.title}</p>
        </div>
        <Link to={`/measures/${view.fiscalYear}/${view.id}`} class="button">
          {t.backToMeasure}
        </Link>
        <Link to="/measures" class="button strong">
          {t.toList}
        </Link>
      </>
    );
  }
  const cannot = view.isRetired ? t.retired : view.mayReport ? undefined : t.notMine;
  return (
    <>
      <section class="card">
        <strong>{view.title}</strong>
        <DueTag due={view.due} />
      </section>
      <ConflictNote view={view} draft={draft} setDraft={setDraft} />
      {cannot ? (
        <p class="note">{cannot}</p>
      ) : (
        <ReportForm
          view={view}
          draft={draft}
          setDraft={setDraft}
          report={report}
          hasConflict={conflictsOf(draft, view).length > 0}
        />
      )}
    </>
  );
}
