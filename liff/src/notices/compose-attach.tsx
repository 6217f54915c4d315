import {
  DOCUMENT_BYTES_MAX,
  NOTICE_LINK_LABEL_UNITS_MAX,
  NOTICE_LINK_UNITS_MAX,
  PICTURE_BYTES_MAX,
  PICTURE_SIDE_MAX,
} from '../../../shared/notices/notice-limits.ts';
import { FileField } from '../files/file-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ComposePartProps } from './compose-part.ts';
import { composeText as t } from './compose-text.ts';

const LINKS = (['none', 'url', 'document'] as const).map((id) => ({ id, label: t.links[id] }));

/** A picture, and what the card's button opens. */
export function ComposeAttach({ draft, setDraft, wrong }: ComposePartProps) {
  return (
    <section class="card" aria-labelledby="attach">
      <h2 id="attach">{t.attach}</h2>
      <FileField
        what={t.picture}
        label={t.addPicture}
        hint={t.pictureHint}
        accept="image/*"
        path="/notices/pictures"
        maxBytes={PICTURE_BYTES_MAX}
        sideMax={PICTURE_SIDE_MAX}
        value={draft.picture}
        onChange={(picture) => setDraft({ ...draft, picture })}
      />
      {wrong.picture && <p class="wrong small">{wrong.picture}</p>}
      <ChoiceField
        label={t.link}
        options={LINKS}
        value={draft.link}
        onChange={(link) => setDraft({ ...draft, link })}
      />
      {draft.link === 'url' && (
        <TextField
          label={t.url}
          hint={t.urlHint}
          inputMode="url"
          value={draft.url}
          maxLength={NOTICE_LINK_UNITS_MAX}
          onChange={(url) => setDraft({ ...draft, url })}
          wrong={wrong.url}
        />
      )}
      {draft.link === 'document' && (
        <>
          <FileField
            what={t.document}
            label={t.addDocument}
            hint={t.documentHint}
            accept="application/pdf"
            path="/notices/documents"
            maxBytes={DOCUMENT_BYTES_MAX}
            value={draft.document}
            onChange={(document) => setDraft({ ...draft, document })}
          />
          {wrong.document && <p class="wrong small">{wrong.document}</p>}
        </>
      )}
      {draft.link !== 'none' && (
        <TextField
          label={t.linkLabel}
          hint={t.linkLabelHint}
          value={draft.linkLabel}
          maxLength={NOTICE_LINK_LABEL_UNITS_MAX}
          onChange={(linkLabel) => setDraft({ ...draft, linkLabel })}
          wrong={wrong.linkLabel}
        />
      )}
    </section>
  );
}
