import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { withKind } from './compose-draft.ts';
import type { ComposePartProps } from './compose-part.ts';
import { composeText as t } from './compose-text.ts';

/** Kind, title and text. A kind brings its own words where none of the person's would be lost. */
export function ComposeWords({ draft, setDraft, form, view, wrong }: ComposePartProps) {
  const kind = form.kinds.find(({ id }) => id === draft.kind);
  const isOut = view?.status === 'posted';
  const isTemplate = form.kinds.some(({ title, text }) => title === draft.title && text === draft.text);
  const isEmpty = draft.title.trim() === '' && draft.text.trim() === '';
  const mayReplace = isTemplate || isEmpty;
  const isOwn = kind !== undefined && (draft.title !== kind.title || draft.text !== kind.text);
  return (
    <section class="card" aria-labelledby="what">
      <h2 id="what">{t.what}</h2>
      {!isOut && (
        <>
          <Choice
            label={t.kind}
            options={form.kinds.map(({ id, label }) => ({ value: id, label }))}
            value={draft.kind}
            hint={kind?.hint}
            onChange={(id) => {
              const next = form.kinds.find((one) => one.id === id);
              setDraft(mayReplace ? withKind(draft, next, Date.now()) : { ...draft, kind: id });
            }}
          />
          {isOwn && (
            <div class="stack tight">
              <button
                type="button"
                class="button plain"
                onClick={() => setDraft(withKind(draft, kind, Date.now()))}
              >
                {t.useTemplate}
              </button>
              {!isEmpty && <p class="faint small">{t.templateHint}</p>}
            </div>
          )}
        </>
      )}
      <TextField
        label={t.title}
        lines="few"
        value={draft.title}
        maxLength={form.titleMax}
        onChange={(title) => setDraft({ ...draft, title: title.replace(/\n/g, ' ') })}
        wrong={wrong.title}
      />
      <TextField
        label={t.text}
        lines="many"
        value={draft.text}
        maxLength={form.textMax}
        hint={t.textLeft(draft.text.length, form.textMax)}
        onChange={(text) => setDraft({ ...draft, text })}
        wrong={wrong.text}
      />
    </section>
  );
}
