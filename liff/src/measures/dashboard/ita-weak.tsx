import type { ItaView } from '../../../../shared/measures/dashboard-api.ts';
import { formatPercent } from '../../../../shared/thai/percent.ts';
import { Link } from '../../routing/link.tsx';
import { toThaiYear } from '../thai-year.ts';
import { PercentBar } from './percent-bar.tsx';
import { dashboardText as t } from './text.ts';

type Indicator = ItaView['indicators'][number];

/** The indicators below the line, the weakest first, with the measures that answer them. */
export function ItaWeak({ ita, mayEnter }: { readonly ita: ItaView; readonly mayEnter: boolean }) {
  const { indicators, weakBelowHundredths, scoredYear, fiscalYear } = ita;
  const limit = formatPercent(weakBelowHundredths);
  const scored = indicators.some(({ scoreHundredths }) => scoreHundredths !== null);
  const weak = indicators
    .filter(({ isWeak }) => isWeak)
    .sort((a, b) => (a.scoreHundredths ?? 0) - (b.scoreHundredths ?? 0));
  return (
    <section class="card" aria-labelledby="ita">
      <h2 id="ita">{t.ita}</h2>
      {scored && <p class="faint small">{t.itaOf(toThaiYear(scoredYear), limit)}</p>}
      {!scored && <p class="note">{t.noScores}</p>}
      {scored && weak.length === 0 && <p class="note good">{t.noneWeak(limit)}</p>}
      {weak.length > 0 && (
        <ul class="ruled">
          {weak.map((one) => (
            <li key={one.name}>
              <Weak indicator={one} year={fiscalYear} />
            </li>
          ))}
        </ul>
      )}
      {scored && (
        <details>
          <summary>{t.allScores}</summary>
          <Scores indicators={indicators} />
        </details>
      )}
      {mayEnter && (
        <Link to={`/dashboard/ita/${fiscalYear}`} class="button">
          {t.enterScores}
        </Link>
      )}
    </section>
  );
}

function Weak({ indicator, year }: { readonly indicator: Indicator; readonly year: number }) {
  const { name, instrument, scoreHundredths, measures } = indicator;
  return (
    <>
      <div class="row">
        <strong>
          {name} <span class="faint small">{instrument}</span>
        </strong>
        <span class="wrong">
          <span class="unseen">{t.score} </span>
          {formatPercent(scoreHundredths)}
        </span>
      </div>
      <PercentBar hundredths={scoreHundredths} isWeak />
      {measures.length === 0 ? (
        <p class="note warn small">{t.unanswered}</p>
      ) : (
        <>
          <p class="faint small">{t.answeredBy}</p>
          <ul class="points small">
            {measures.map(({ id, title, statusLabel }) => (
              <li key={id}>
                <Link to={`/measures/${year}/${id}`}>{title}</Link> <span class="faint">{statusLabel}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Scores({ indicators }: { readonly indicators: readonly Indicator[] }) {
  return (
    <table class="bars">
      <thead>
        <tr>
          <th scope="col">{t.indicator}</th>
          <th scope="col">{t.score}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map(({ name, instrument, scoreHundredths, isWeak }) => (
          <tr key={name}>
            <th scope="row">
              {name} <span class="faint small">{instrument}</span>
              <PercentBar hundredths={scoreHundredths} isWeak={isWeak} />
            </th>
            <td>{scoreHundredths === null ? t.noScore : formatPercent(scoreHundredths)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
