import { useId } from 'preact/hooks';
import { parseDay } from '../../../shared/thai/days.ts';
import { weekdayText } from './moment.ts';

interface DayFieldProps {
  readonly label: string;
  /** 'YYYY-MM-DD', or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly min?: string;
  readonly max?: string;
}

/** A day, chosen with the phone's own calendar. Phones show years of either era, so the day is said below in พ.ศ. */
export function DayField({ label, value, onChange, hint, wrong, min, max }: DayFieldProps) {
  const id = useId();
  const day = parseDay(value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="faint small">
          {hint}
        </p>
      )}
      <input
        id={id}
        type="date"
        value={value}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(wrong ? { 'aria-invalid': true as const } : {})}
        aria-describedby={`${id}-hint ${id}-said ${id}-wrong`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-said`} class="small">
        {day && weekdayText(day)}
      </p>
      {wrong && (
        <p id={`${id}-wrong`} class="wrong small">
          {wrong}
        </p>
      )}
    </div>
  );
}
