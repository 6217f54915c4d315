import type { Accepted } from '../../../../shared/measures/draft-api.ts';
import { Link } from '../../routing/link.tsx';
import { Page } from '../../ui/page.tsx';
import { toThaiYear } from '../thai-year.ts';
import { planText as t } from './text.ts';

/** What became of the plan. */
export function AcceptedPage({ accepted }: { readonly accepted: Accepted }) {
  return (
    <Page title={t.acceptedTitle(toThaiYear(accepted.fiscalYear))} back={{ to: '/', label: t.back }}>
      <section class="card" role="status">
        <dl class="facts">
          <dt>{t.acceptedAdded}</dt>
          <dd>{t.measures(accepted.added)}</dd>
          <dt>{t.acceptedKept}</dt>
          <dd>{t.measures(accepted.kept)}</dd>
          <dt>{t.acceptedRetired}</dt>
          <dd>{t.measures(accepted.retired)}</dd>
        </dl>
      </section>
      <Link to="/measures" class="button strong">
        {t.toMeasures}
      </Link>
      <Link to="/dashboard" class="button">
        {t.toDashboard}
      </Link>
    </Page>
  );
}
