import { useId } from 'preact/hooks';
import { formatDay } from '../../../../shared/thai/dates.ts';
import { dayOf, parseDay } from '../../../../shared/thai/days.ts';
import { measuresText as t } from '../text.ts';

interface DayFieldProps {
  /** 'YYYY-MM-DD', or '' for today. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** When it was done. The phone's own calendar may show ค.ศ., so the day stands below it in พ.ศ. */
export function DayField({ value, onChange }: DayFieldProps) {
  const id = useId();
  const day = parseDay(value) ?? dayOf(Date.now());
  return (
    <div class="field">
      <label for={id}>{t.fields.day}</label>
      <input
        id={id}
        type="date"
        max={dayOf(Date.now())}
        value={value}
        aria-describedby={`${id}-said`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-said`} class="faint small">
        {formatDay(day, 'long')}
        {value === '' && ` · ${t.hints.day}`}
      </p>
    </div>
  );
}
