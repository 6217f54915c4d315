import type { Dashboard } from '../../../../shared/measures/dashboard-api.ts';
import { formatPercent } from '../../../../shared/thai/percent.ts';
import { PercentBar } from './percent-bar.tsx';
import { dashboardText as t } from './text.ts';

const STATES = ['done', 'inProgress', 'notStarted', 'unknown'] as const;

/** The one figure the plan is judged by, and what it is made of. */
export function Overall({ progress }: { readonly progress: Dashboard['progress'] }) {
  const { percentHundredths, counts, planned, warnings } = progress;
  return (
    <section class="card" aria-labelledby="overall">
      <h2 id="overall">{t.progress}</h2>
      {percentHundredths === null ? (
        <p class="faint">{t.noPercent}</p>
      ) : (
        <p class="figure">
          <span class="faint small">{t.percent} </span>
          <strong>{formatPercent(percentHundredths)}</strong>
        </p>
      )}
      <PercentBar hundredths={percentHundredths} />
      <p class="faint small">{t.ofMeasures(planned)}</p>
      <dl class="counts">
        {STATES.map((state) => (
          <div key={state}>
            <dt class="faint small">{t.counts[state]}</dt>
            <dd>{counts[state]}</dd>
          </div>
        ))}
      </dl>
      {warnings.map((warning) => (
        <p key={warning} class="note warn small">
          {warning}
        </p>
      ))}
    </section>
  );
}
