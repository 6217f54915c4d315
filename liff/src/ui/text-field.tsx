import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly maxLength?: number;
  /** One line of text, or several. */
  readonly lines?: 'one' | 'few' | 'many';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url';
  readonly isRequired?: boolean;
  readonly name?: string;
}

/** A labelled field. What is wrong with it stands below it and is said with it. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    wrong,
    maxLength,
    lines = 'one',
    inputMode,
    isRequired,
    name,
  } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const shared = {
    id,
    ...(name === undefined ? {} : { name }),
    value,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(isRequired ? { required: true } : {}),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
    ...(described === '' ? {} : { 'aria-describedby': described }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="faint small">
          {hint}
        </p>
      )}
      {lines !== 'one' ? (
        <textarea
          {...shared}
          {...(lines === 'few' ? { class: 'few' } : {})}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          autocomplete="off"
          inputMode={inputMode ?? 'text'}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {wrong && (
        <p id={`${id}-wrong`} class="wrong small">
          {wrong}
        </p>
      )}
    </div>
  );
}
