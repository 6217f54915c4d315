import { useState } from 'preact/hooks';
import type { CaseList, CaseSummary } from '../../../shared/complaints/case-api.ts';
import { Link } from '../routing/link.tsx';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { CaseFacts } from './case-facts.tsx';
import { casesText as t } from './text.ts';

type View = 'open' | 'all';
const VIEWS: readonly View[] = ['open', 'all'];

/** The officer's cases, the most urgent first. */
export function CaseListScreen() {
  const [view, setView] = useState<View>('open');
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Tabs label={t.viewsLabel} options={VIEWS} value={view} names={t.views} onChange={setView} />
      <PagedList<CaseList, CaseSummary>
        key={view}
        path={`/cases?view=${view}`}
        itemsOf={({ cases }) => cases}
        line={(one) => <Line summary={one} />}
        none={
          <div class="note">
            <p>{view === 'open' ? t.noneOpen : t.noneAtAll}</p>
            {view === 'open' && <p class="faint small">{t.noneOpenHint}</p>}
          </div>
        }
        more={t.more}
      />
    </Page>
  );
}

function Line({ summary }: { readonly summary: CaseSummary }) {
  return (
    <Link to={`/cases/${encodeURIComponent(summary.id)}`} class="card open-line">
      <div class="stack tight">
        <strong>{t.number(summary.number)}</strong>
        <span>{summary.categoryLabel}</span>
      </div>
      <CaseFacts summary={summary} />
    </Link>
  );
}
