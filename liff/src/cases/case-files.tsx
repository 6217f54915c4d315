import type { CaseView } from '../../../shared/complaints/case-api.ts';
import { CaseFileItem } from './case-file.tsx';
import { casesText as t } from './text.ts';

/** What came with the complaint. */
export function CaseFiles({ view }: { readonly view: CaseView }) {
  if (view.attachments.length === 0) return null;
  const kinds = new Set(view.attachments.map(({ kind }) => kind));
  return (
    <section class="card" aria-labelledby="files">
      <h2 id="files">{t.files}</h2>
      {kinds.has('image') && <p class="faint small">{t.safeCopy}</p>}
      {kinds.has('file') && <p class="faint small">{t.fileWarning}</p>}
      {view.attachments.map((file) => (
        <CaseFileItem key={file.id} caseId={view.id} file={file} />
      ))}
    </section>
  );
}
