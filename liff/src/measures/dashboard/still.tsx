import type { Dashboard } from '../../../../shared/measures/dashboard-api.ts';
import { formatDay } from '../../../../shared/thai/dates.ts';
import type { Day } from '../../../../shared/thai/days.ts';
import { Link } from '../../routing/link.tsx';
import { FirstFew } from './first-few.tsx';
import { dashboardText as t } from './text.ts';

interface StillProps {
  readonly year: number;
  readonly dashboard: Pick<Dashboard, 'still' | 'stillDays'>;
}

/** What nobody reported on for too long, the longest first. */
export function Still({ year, dashboard: { still, stillDays } }: StillProps) {
  return (
    <section class="card" aria-labelledby="still">
      <h2 id="still">{t.still}</h2>
      <p class="faint small">{t.stillHint(stillDays)}</p>
      {still.length === 0 && <p class="note good">{t.noStill}</p>}
      <FirstFew all={still}>
        {(shown) =>
          shown.length > 0 && (
            <ul class="ruled">
              {shown.map(({ id, title, units, daysStill, reportedDay, statusLabel }) => (
                <li key={id}>
                  <Link to={`/measures/${year}/${id}`}>{title}</Link>
                  <p class="wrong small">{t.stillFor(daysStill)}</p>
                  <p class="faint small">
                    {[
                      units.filter(Boolean).join(', ') || t.unnamed,
                      statusLabel,
                      reportedDay === null
                        ? t.neverReported
                        : t.reported(formatDay(reportedDay as Day, 'short')),
                    ].join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </FirstFew>
    </section>
  );
}
