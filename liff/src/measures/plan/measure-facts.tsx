import type { Budget } from '../../../../shared/measures/api-pieces.ts';
import type { DraftMeasure, EditableField } from '../../../../shared/measures/draft-api.ts';
import { formatBaht, satang } from '../../../../shared/thai/money.ts';
import { fieldText } from './field-text.ts';
import { FIELD_NAMES, planText as t } from './text.ts';

/** What stands beside its name on a phone. */
const SHORT_UNITS = 40;
const FIRST: readonly EditableField[] = ['steps', 'units', 'period', 'budgetSet', 'budgetUsed', 'status'];
const FURTHER: readonly EditableField[] = [
  'result',
  'outcome',
  'followUp',
  'obstacle',
  'suggestion',
  'dimension',
  'mission',
  'subtask',
  'indicator',
  'note',
];

/** One measure as it was understood. A printed dash and an empty cell are told apart. */
export function MeasureFacts({ measure }: { readonly measure: DraftMeasure }) {
  return (
    <>
      {measure.parts.length > 0 && <p class="said small">{fieldText(measure, 'title')}</p>}
      <Fields measure={measure} fields={FIRST} />
      <details>
        <summary>{t.more}</summary>
        <Fields measure={measure} fields={FURTHER} />
      </details>
    </>
  );
}

function Fields({
  measure,
  fields,
}: {
  readonly measure: DraftMeasure;
  readonly fields: readonly EditableField[];
}) {
  return (
    <dl class="told small">
      {fields.map((field) => (
        <div key={field} class={isLong(measure, field) ? 'long' : undefined}>
          <dt>{FIELD_NAMES[field]}</dt>
          <dd class="said">
            <Value measure={measure} field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isLong(measure: DraftMeasure, field: EditableField): boolean {
  return fieldText(measure, field).length > SHORT_UNITS;
}

function Value({ measure, field }: { readonly measure: DraftMeasure; readonly field: EditableField }) {
  if (field === 'budgetSet' || field === 'budgetUsed') return <Words text={budgetWords(measure[field])} />;
  const text = fieldText(measure, field);
  if (field === 'status' && text === '') {
    return <Words text={measure.statusPrinted} empty={t.noStatus} />;
  }
  if (field === 'units' && measure.units.length > 0) return <>{unitWords(measure)}</>;
  return (
    <>
      <Words text={text} />
      {field === 'period' && text !== '' && text !== '-' && (
        <span class="faint">
          {'\n'}
          {measure.periodRead === '' ? t.noMonths : t.months(measure.periodRead)}
        </span>
      )}
    </>
  );
}

function Words({ text, empty = t.empty }: { readonly text: string; readonly empty?: string }) {
  return text === '' ? <span class="faint empty">{empty}</span> : text;
}

function budgetWords(budget: Budget): string {
  return budget.kind === 'amount' ? formatBaht(satang(budget.amountSatang)) : budget.printed;
}

function unitWords({ units }: DraftMeasure): string {
  return units.map(({ unit, section }) => (section === null ? unit : `${unit} (${section})`)).join('\n');
}
