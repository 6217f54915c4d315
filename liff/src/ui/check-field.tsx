interface CheckFieldProps {
  readonly label: string;
  readonly about?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Yes or no. */
export function CheckField({ label, about, value, onChange, isDisabled = false }: CheckFieldProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="stack tight">
        {label}
        {about && <span class="faint small">{about}</span>}
      </span>
    </label>
  );
}
