import { useState } from 'preact/hooks';
import type { DraftView } from '../../../../shared/measures/draft-api.ts';
import { formatDay } from '../../../../shared/thai/dates.ts';
import { dayOf } from '../../../../shared/thai/days.ts';
import { Link } from '../../routing/link.tsx';
import { goTo } from '../../routing/location.ts';
import { Page } from '../../ui/page.tsx';
import { toThaiYear } from '../thai-year.ts';
import { CopyForm } from './copy-form.tsx';
import { FileForm } from './file-form.tsx';
import { type KeptDraft, useKeptDrafts } from './kept-drafts.ts';
import { PasteForm } from './paste-form.tsx';
import { planText as t } from './text.ts';

type Way = keyof typeof t.ways;
const WAYS: readonly Way[] = ['file', 'paste', 'copy'];
const FORMS = { file: FileForm, paste: PasteForm, copy: CopyForm };

/** Where a plan begins: with a file, a pasted table, or the plan of another year. */
export function PlanStartScreen() {
  const [way, setWay] = useState<Way>('file');
  const { drafts, keep } = useKeptDrafts();
  const open = (draft: DraftView) => {
    keep(draft);
    goTo(`/measures/plan/${draft.id}`);
  };
  const Form = FORMS[way];
  return (
    <Page title={t.title} back={{ to: '/', label: t.back }}>
      <p class="faint">{t.lead}</p>
      {drafts.length > 0 && <KeptList drafts={drafts} />}
      <fieldset class="tabs">
        <legend class="unseen">{t.waysLabel}</legend>
        {WAYS.map((one) => (
          <button key={one} type="button" aria-pressed={one === way} onClick={() => setWay(one)}>
            {t.ways[one]}
          </button>
        ))}
      </fieldset>
      <section class="card" aria-label={t.ways[way]}>
        <Form onRead={open} />
      </section>
    </Page>
  );
}

function KeptList({ drafts }: { readonly drafts: readonly KeptDraft[] }) {
  return (
    <section class="stack tight" aria-labelledby="kept">
      <h2 id="kept">{t.keptTitle}</h2>
      <ul class="stack">
        {drafts.map(({ id, fiscalYear, source, measureCount, expiresAtMs }) => (
          <li key={id}>
            <Link to={`/measures/plan/${id}`} class="card open-line">
              <strong>{fiscalYear === null ? t.noYearName : t.yearName(toThaiYear(fiscalYear))}</strong>
              <span class="faint small">
                {t.source[source]} · {t.measures(measureCount)} ·{' '}
                {t.keptUntil(formatDay(dayOf(expiresAtMs), 'short'))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
