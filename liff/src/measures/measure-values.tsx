import type { MeasureValues as Values } from '../../../shared/measures/measure-api.ts';
import { measuresText as t } from './text.ts';

const TEXTS = ['result', 'outcome', 'followUp', 'obstacle', 'suggestion', 'note'] as const;

/** What was reported, field by field; nothing for fields nobody filled. */
export function MeasureValues({ values }: { readonly values: Values }) {
  const filled = TEXTS.filter((field) => values[field] !== '');
  if (filled.length === 0) return <p class="faint">{t.nothingYet}</p>;
  return (
    <>
      {filled.map((field) => (
        <div key={field} class="answer">
          <h3>{t.fields[field]}</h3>
          <p class="said">{values[field]}</p>
        </div>
      ))}
    </>
  );
}
