import type { OpenDrafts } from '../../../../shared/measures/draft-api.ts';
import { formatDay } from '../../../../shared/thai/dates.ts';
import { dayOf } from '../../../../shared/thai/days.ts';
import { useData } from '../../api/use-data.ts';
import { Link } from '../../routing/link.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { toThaiYear } from '../thai-year.ts';
import { planText as t } from './text.ts';

/** Drafts that nobody accepted yet, whoever began them. Last on the page, so that nothing moves when they come. */
export function OpenDraftList() {
  const { value, failure, reload } = useData<OpenDrafts>('/measures/drafts');
  if (failure) return <FailureNote failure={failure} again={() => void reload()} />;
  if (!value || value.drafts.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="waiting">
      <h2 id="waiting">{t.keptTitle}</h2>
      <ul class="stack">
        {value.drafts.map(({ id, fiscalYear, source, measureCount, doubtCount, expiresAtMs }) => (
          <li key={id}>
            <Link to={`/measures/plan/${id}`} class="card open-line">
              <strong>{fiscalYear === null ? t.noYearName : t.yearName(toThaiYear(fiscalYear))}</strong>
              <span class="faint small">
                {t.source[source]} · {t.measures(measureCount)} · {t.doubts} {t.doubtCount(doubtCount)} ·{' '}
                {t.keptUntil(formatDay(dayOf(expiresAtMs), 'short'))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
