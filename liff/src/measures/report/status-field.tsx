import { useId } from 'preact/hooks';
import { measuresText as t } from '../text.ts';

const STATUSES = ['not-started', 'in-progress', 'done'] as const;

interface StatusFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** How the measure stands: three large answers, one below the other. */
export function StatusField({ value, onChange }: StatusFieldProps) {
  const name = useId();
  return (
    <fieldset class="stack tight">
      <legend>{t.fields.status}</legend>
      {STATUSES.map((one) => (
        <label key={one} class="option">
          <input
            type="radio"
            name={name}
            value={one}
            checked={value === one}
            onChange={() => onChange(one)}
          />
          {t.status[one]}
        </label>
      ))}
    </fieldset>
  );
}
