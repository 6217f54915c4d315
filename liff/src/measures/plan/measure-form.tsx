import { useState } from 'preact/hooks';
import type { DraftEdit, DraftMeasure, EditableField } from '../../../../shared/measures/draft-api.ts';
import { STATUS_WORDS } from '../../../../shared/measures/status-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldText } from './field-text.ts';
import { FIELD_NAMES, planText as t } from './text.ts';

/** What was typed over, by field; fields that nobody touched are not in it. */
export type Typed = { readonly [field in EditableField]?: string };

const ONE_LINE: ReadonlySet<EditableField> = new Set(['period', 'budgetSet', 'budgetUsed']);
const HINTS: { readonly [field in EditableField]?: string } = {
  steps: t.linesHint,
  units: t.linesHint,
  budgetSet: t.budgetHint,
  budgetUsed: t.budgetHint,
};
const FIELDS = Object.keys(FIELD_NAMES) as EditableField[];
/** The fields of a plan; what follows them tells of its results and its place. */
const FIRST = FIELDS.slice(0, 1 + FIELDS.indexOf('status'));
const FURTHER = FIELDS.slice(FIRST.length);
const STATUSES = ['', ...Object.values(STATUS_WORDS)].map((value) => ({ value, label: value || t.noStatus }));

interface MeasureFormProps {
  readonly measure: DraftMeasure;
  readonly typed: Typed;
  readonly wasKept: boolean;
  readonly isSending: boolean;
  readonly onType: (typed: Typed) => void;
  readonly onSave: (edits: readonly DraftEdit[]) => void;
  readonly onCancel: () => void;
}

/** Every field of a measure, as text. Only what was changed is sent. */
export function MeasureForm(props: MeasureFormProps) {
  const { measure, typed, wasKept, isSending, onType, onSave, onCancel } = props;
  const [wrong, setWrong] = useState<string>();
  const submit = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const changed = FIELDS.filter(
      (field) => (typed[field] ?? fieldText(measure, field)) !== fieldText(measure, field),
    );
    const title = typed.title ?? measure.title;
    setWrong(title.trim() === '' ? t.titleMissing : undefined);
    if (title.trim() === '') return;
    if (changed.length === 0) return onCancel();
    onSave(
      changed.map((field) => ({ kind: 'set', key: measure.key, field, text: typed[field] ?? '' }) as const),
    );
  };
  const field = (name: EditableField) => {
    const value = typed[name] ?? fieldText(measure, name);
    const onChange = (text: string) => onType({ ...typed, [name]: text });
    if (name === 'status') {
      return (
        <Choice key={name} label={FIELD_NAMES.status} value={value} options={STATUSES} onChange={onChange} />
      );
    }
    return (
      <TextField
        key={name}
        label={FIELD_NAMES[name]}
        hint={HINTS[name]}
        lines={ONE_LINE.has(name) ? 'one' : 'many'}
        value={value}
        onChange={onChange}
        wrong={name === 'title' ? wrong : undefined}
      />
    );
  };
  return (
    <form class="stack short-fields" onSubmit={submit}>
      {wasKept && <p class="note">{t.typedBefore}</p>}
      <p class="faint small">{t.dashHint}</p>
      {FIRST.map(field)}
      <details open={FURTHER.some((name) => typed[name] !== undefined)}>
        <summary>{t.more}</summary>
        <div class="stack">{FURTHER.map(field)}</div>
      </details>
      <SendButton label={t.save} isSending={isSending} />
      <button type="button" class="button plain" onClick={onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}
