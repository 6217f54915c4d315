import { useId } from 'preact/hooks';

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly value: T;
  /** What each choice is called, in order. */
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function OneOf<T extends string>({ label, value, options, onChange }: OneOfProps<T>) {
  const name = useId();
  return (
    <fieldset class="one-of">
      <legend>{label}</legend>
      {(Object.keys(options) as T[]).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          <span>{options[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
