import { useId } from 'preact/hooks';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly wrong?: string | undefined;
  /** Short ones stand side by side. */
  readonly isPaired?: boolean;
}

/** One of a few. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, options, value, onChange, wrong, isPaired } = props;
  const id = useId();
  return (
    <fieldset class="field" {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}>
      <legend>{label}</legend>
      <div class={isPaired ? 'pair' : 'stack tight'}>
        {options.map((option) => (
          <label key={option.id} class="choice">
            <input
              type="radio"
              name={id}
              checked={option.id === value}
              {...(wrong ? { 'aria-invalid': true as const } : {})}
              onChange={() => onChange(option.id)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {wrong && (
        <p id={`${id}-wrong`} class="wrong small">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
