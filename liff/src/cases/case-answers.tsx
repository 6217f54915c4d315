import type { CaseView } from '../../../shared/complaints/case-api.ts';
import { casesText as t } from './text.ts';

/** What the complainant told, question by question, and what is still missing. */
export function CaseAnswers({ view }: { readonly view: CaseView }) {
  return (
    <section class="card" aria-labelledby="told">
      <h2 id="told">{t.told}</h2>
      {view.answers.length === 0 && <p class="faint">{t.emptyTold}</p>}
      {view.answers.map(({ field, label, texts }) => (
        <div key={field} class="answer">
          <h3>{label}</h3>
          {texts.map((text, n) => (
            <p key={n} class="said">
              {text}
            </p>
          ))}
        </div>
      ))}
      {view.missing.length > 0 && (
        <div class="note warn small">
          <p>{t.missing}</p>
          <ul>
            {view.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
