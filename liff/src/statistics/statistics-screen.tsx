import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { StatisticsView } from '../../../shared/complaints/statistics-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { useData } from '../api/use-data.ts';
import { DownloadCard } from '../ui/download-card.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { StatisticsTables } from './statistics-tables.tsx';
import { statisticsText as t } from './text.ts';

type Kind = StatisticsView['period']['kind'];
const KINDS: readonly Kind[] = ['month', 'half', 'year'];

/** How many complaints came and what became of them, without a word of any. */
export function StatisticsScreen() {
  const [kind, setKind] = useState<Kind>('half');
  const [end, setEnd] = useState<string>();
  const query = `period=${kind}${end === undefined ? '' : `&end=${end}`}`;
  const data = useData<StatisticsView>(`/statistics/complaints?${query}`);
  const choose = (one: Kind) => {
    setEnd(undefined);
    setKind(one);
  };
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Tabs label={t.kindsLabel} options={KINDS} value={kind} names={t.kinds} onChange={choose} />
      <Loaded data={data} cards={2}>
        {(view) => (
          <>
            <Figures view={view} />
            <div class="pair">
              <button type="button" class="button" onClick={() => setEnd(view.previousEnd)}>
                {t.before}
              </button>
              {view.nextEnd !== undefined && (
                <button type="button" class="button" onClick={() => setEnd(view.nextEnd)}>
                  {t.after}
                </button>
              )}
            </div>
            <StatisticsTables view={view} />
            <DownloadCard
              text={t}
              kind="complaint-statistics"
              input={{ period: kind, end: view.period.last }}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Figures({ view }: { readonly view: StatisticsView }) {
  const rows: readonly (readonly [string, string])[] = [
    [t.finished, t.cases(view.finished)],
    [t.inProgress, t.cases(view.inProgress)],
    ...(view.answers
      ? ([
          [t.onTime, t.cases(view.answers.onTime)],
          [t.late, t.cases(view.answers.late)],
        ] as const)
      : []),
    ...(view.averageDays === undefined ? [] : ([[t.averageDays, view.averageDays]] as const)),
  ];
  return (
    <section class="card" aria-labelledby="period">
      <h2 id="period">{view.period.name}</h2>
      <p class="faint small">{t.asOf(formatDay(view.asOf as Day, 'long'))}</p>
      {view.none !== undefined ? (
        <p class="large">{view.none}</p>
      ) : (
        <>
          <p>
            <span class="large">{t.cases(view.received)}</span> <span class="faint">{t.received}</span>
          </p>
          <dl class="facts">
            {rows.map(([label, text]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
