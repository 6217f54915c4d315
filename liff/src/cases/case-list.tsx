import { useState } from 'preact/hooks';
import type { CaseList, CaseSummary } from '../../../shared/complaints/case-api.ts';
import { useData } from '../api/use-data.ts';
import { Link } from '../routing/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { CaseFacts } from './case-facts.tsx';
import { casesText as t } from './text.ts';

type View = 'open' | 'all';
const VIEWS: readonly View[] = ['open', 'all'];

/** The officer's cases, the most urgent first. */
export function CaseListScreen() {
  const [view, setView] = useState<View>('open');
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <fieldset class="tabs">
        <legend class="unseen">{t.viewsLabel}</legend>
        {VIEWS.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>
            {t.views[one]}
          </button>
        ))}
      </fieldset>
      <Pages key={view} view={view} />
    </Page>
  );
}

/** The pages of the list that were asked for, one below the other. */
function Pages({ view }: { readonly view: View }) {
  const [earlier, setEarlier] = useState<readonly CaseSummary[]>([]);
  const [after, setAfter] = useState<string>();
  const data = useData<CaseList>(
    `/cases?view=${view}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`,
  );
  const next = data.value?.next;
  const shown = [...earlier, ...(data.value?.cases ?? [])];
  return (
    <>
      {shown.length > 0 && (
        <ul class="stack">
          {shown.map((one) => (
            <li key={one.id}>
              <Line summary={one} />
            </li>
          ))}
        </ul>
      )}
      <Loaded data={data} cards={shown.length > 0 ? 1 : 3}>
        {() =>
          shown.length === 0 && (
            <div class="note">
              <p>{view === 'open' ? t.noneOpen : t.noneAtAll}</p>
              {view === 'open' && <p class="faint small">{t.noneOpenHint}</p>}
            </div>
          )
        }
      </Loaded>
      {next !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            setEarlier(shown);
            setAfter(next);
          }}
        >
          {t.more}
        </button>
      )}
    </>
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
