import type { Budget } from '../../../../shared/measures/api-pieces.ts';
import type { Dashboard } from '../../../../shared/measures/dashboard-api.ts';
import { formatBaht, formatMoney, satang } from '../../../../shared/thai/money.ts';
import { formatPercent, percentHundredths } from '../../../../shared/thai/percent.ts';
import { Link } from '../../routing/link.tsx';
import { FirstFew } from './first-few.tsx';
import { PercentBar } from './percent-bar.tsx';
import { dashboardText as t } from './text.ts';

interface SpendingProps {
  readonly year: number;
  readonly spending: Dashboard['spending'];
}

/** What was set and used, in all and by measure. A dash, an empty cell and an amount are told apart. */
export function Spending({ year, spending }: SpendingProps) {
  const { setSatang, usedSatang, measures } = spending;
  if (measures.length === 0) {
    return (
      <section class="card" aria-labelledby="spending">
        <h2 id="spending">{t.spending}</h2>
        <p class="faint">{t.noSpending}</p>
      </section>
    );
  }
  const share = percentHundredths(usedSatang, setSatang);
  return (
    <section class="card" aria-labelledby="spending">
      <h2 id="spending">{t.spending}</h2>
      <dl class="facts">
        <dt>{t.set}</dt>
        <dd>{formatBaht(satang(setSatang))}</dd>
        <dt>{t.used}</dt>
        <dd>{formatBaht(satang(usedSatang))}</dd>
        <dt>{t.percent}</dt>
        <dd>{formatPercent(share)}</dd>
      </dl>
      <PercentBar hundredths={share} />
      <details>
        <summary>{t.perMeasure(measures.length)}</summary>
        <FirstFew all={measures}>
          {(shown) => (
            <ul class="ruled small">
              {shown.map(({ id, title, budgetSet, budgetUsed }) => (
                <li key={id}>
                  <Link to={`/measures/${year}/${id}`}>{title}</Link>
                  <dl class="facts">
                    <dt>{t.set}</dt>
                    <dd>
                      <Money budget={budgetSet} />
                    </dd>
                    <dt>{t.used}</dt>
                    <dd>
                      <Money budget={budgetUsed} />
                    </dd>
                  </dl>
                </li>
              ))}
            </ul>
          )}
        </FirstFew>
      </details>
    </section>
  );
}

function Money({ budget }: { readonly budget: Budget }) {
  if (budget.kind === 'amount') return <>{formatMoney(satang(budget.amountSatang))}</>;
  return budget.printed === '' ? <span class="faint empty">{t.empty}</span> : budget.printed;
}
