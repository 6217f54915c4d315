import { useState } from 'preact/hooks';
import type { DraftView } from '../../../../shared/measures/draft-api.ts';
import { goTo } from '../../routing/location.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CopyForm } from './copy-form.tsx';
import { FileForm } from './file-form.tsx';
import { OpenDraftList } from './open-draft-list.tsx';
import { PasteForm } from './paste-form.tsx';
import { planText as t } from './text.ts';

type Way = keyof typeof t.ways;
const WAYS: readonly Way[] = ['file', 'paste', 'copy'];
const FORMS = { file: FileForm, paste: PasteForm, copy: CopyForm };

/** Where a plan begins: with a file, a pasted table, or the plan of another year. */
export function PlanStartScreen() {
  const [way, setWay] = useState<Way>('file');
  const open = ({ id }: DraftView) => goTo(`/measures/plan/${id}`);
  const Form = FORMS[way];
  return (
    <Page title={t.title} back={{ to: '/', label: t.back }}>
      <p class="faint">{t.lead}</p>
      <Tabs label={t.waysLabel} options={WAYS} value={way} names={t.ways} onChange={setWay} />
      <section class="card" aria-label={t.ways[way]}>
        <Form onRead={open} />
      </section>
      <OpenDraftList />
    </Page>
  );
}
