import type { MeasureView } from '../../../shared/measures/measure-api.ts';
import { budgetText } from './budget-text.ts';
import { measuresText as t } from './text.ts';

/** What the plan says of a measure. */
export function MeasurePlan({ view }: { readonly view: MeasureView }) {
  const units = view.units.map(({ unit, section }) => (section === null ? unit : `${unit} (${section})`));
  const facts: readonly (readonly [string, string])[] = [
    [t.units, units.join(', ')],
    [t.period, view.period],
    [t.dimension, view.dimension],
    [t.mission, view.mission],
    [t.indicator, view.indicator],
    [t.budgetSet, budgetText(view.budgetSet)],
    [t.budgetUsed, budgetText(view.budgetUsed)],
  ];
  return (
    <section class="card" aria-labelledby="plan">
      <h2 id="plan">{t.plan}</h2>
      {view.parts.length > 0 && (
        <ul class="points">
          {view.parts.map(({ mark, text }, n) => (
            <li key={n}>
              {mark} {text}
            </li>
          ))}
        </ul>
      )}
      <dl class="pairs">
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {view.steps.length > 0 && (
        <details>
          <summary>{t.steps}</summary>
          <ol class="stack tight">
            {view.steps.map(({ mark, text, units: own }, n) => (
              <li key={n}>
                {mark} {text}
                {own && <span class="faint small"> ({own.map(({ unit }) => unit).join(', ')})</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
