import { useState } from 'preact/hooks';
import type { MeasureView } from '../../../../shared/measures/measure-api.ts';
import { dayOf } from '../../../../shared/thai/days.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { measuresText as t } from '../text.ts';
import { PictureField } from './picture-field.tsx';
import { isEmptyDraft, type ReportDraft, type ReportField, typedValues, withTyped } from './report-draft.ts';
import { REPORT_TEXT_UNITS_MAX } from './report-limits.ts';
import type { Report } from './use-report.ts';

const STATUSES = ['not-started', 'in-progress', 'done'] as const;
const MAIN = ['result', 'outcome', 'obstacle', 'suggestion'] as const;
const FURTHER = ['followUp', 'note'] as const;

interface ReportFormProps {
  readonly view: MeasureView;
  readonly draft: ReportDraft;
  readonly setDraft: (draft: ReportDraft | ((before: ReportDraft) => ReportDraft)) => void;
  readonly report: Report;
  readonly hasConflict: boolean;
}

/** The one screen on which a measure is reported. What is typed is kept at every keystroke. */
export function ReportForm({ view, draft, setDraft, report, hasConflict }: ReportFormProps) {
  const [discarded, setDiscarded] = useState<ReportDraft>();
  const standing = typedValues(view.values);
  const shown = (field: ReportField) => draft.touched[field] ?? standing[field];
  const type = (field: ReportField) => (text: string) =>
    setDraft((before) => withTyped(before, field, text, view));
  const texts = (fields: readonly (typeof MAIN | typeof FURTHER)[number][]) =>
    fields.map((field) => (
      <TextField
        key={field}
        label={t.fields[field]}
        hint={field === 'result' ? t.hints.result : undefined}
        lines="many"
        value={shown(field)}
        onChange={type(field)}
        maxLength={REPORT_TEXT_UNITS_MAX}
      />
    ));
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void report.submit();
      }}
    >
      <ChoiceField
        label={t.fields.status}
        options={STATUSES.map((id) => ({ id, label: t.status[id] }))}
        value={STATUSES.find((id) => id === shown('status'))}
        onChange={type('status')}
      />
      {shown('status') === 'in-progress' && (
        <TextField
          label={t.fields.percent}
          hint={t.hints.percent}
          inputMode="numeric"
          value={shown('percent')}
          onChange={type('percent')}
          wrong={report.wrong.percent}
        />
      )}
      {texts(MAIN)}
      <TextField
        label={t.fields.budgetUsed}
        hint={t.hints.budgetUsed}
        inputMode="text"
        value={shown('budgetUsed')}
        onChange={type('budgetUsed')}
        wrong={report.wrong.budgetUsed}
      />
      <DayField
        label={t.fields.day}
        hint={t.hints.day}
        value={draft.day}
        max={dayOf(Date.now())}
        onChange={(day) => setDraft((before) => ({ ...before, day }))}
      />
      <PictureField
        view={view}
        pictures={draft.pictures}
        onChange={(change) => setDraft((before) => ({ ...before, pictures: change(before.pictures) }))}
      />
      <details>
        <summary>{t.moreFields}</summary>
        <div class="stack">
          <TextField
            label={t.fields.links}
            hint={t.hints.links}
            lines="many"
            value={draft.links}
            onChange={(links) => setDraft((before) => ({ ...before, links }))}
            wrong={report.wrong.links}
          />
          {texts(FURTHER)}
        </div>
      </details>
      <div aria-live="polite" class="stack">
        {report.wrong.form && <p class="note bad">{report.wrong.form}</p>}
        {report.failure && <FailureNote failure={report.failure} again={() => void report.submit()} />}
        {report.waitsForNetwork && <p class="note warn">{t.sendsItself}</p>}
        {!isEmptyDraft(draft) && <p class="faint small">{t.kept}</p>}
        {discarded && (
          <div class="note">
            <p>{t.discarded}</p>
            <button
              type="button"
              class="button"
              onClick={() => {
                setDraft(discarded);
                setDiscarded(undefined);
              }}
            >
              {t.undo}
            </button>
          </div>
        )}
      </div>
      {!hasConflict && <SendButton label={t.send} isSending={report.isSending} />}
      {!isEmptyDraft(draft) && (
        <button
          type="button"
          class="button plain"
          onClick={() => {
            setDiscarded(draft);
            setDraft((before) => ({ ...before, seen: null, touched: {}, day: '', pictures: [], links: '' }));
          }}
        >
          {t.discard}
        </button>
      )}
    </form>
  );
}
