import { useId } from 'preact/hooks';

interface TimeFieldProps {
  readonly label: string;
  /** 'HH:MM', or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: string | undefined;
}

/** A time of day, chosen with the phone's own clock. */
export function TimeField({ label, value, onChange, wrong }: TimeFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="time"
        value={value}
        {...(wrong ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-wrong` } : {})}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {wrong && (
        <p id={`${id}-wrong`} class="wrong small">
          {wrong}
        </p>
      )}
    </div>
  );
}
