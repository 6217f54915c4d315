interface TabsProps<T extends string | number> {
  /** What is chosen between; said to who cannot see them. */
  readonly label: string;
  readonly options: readonly T[];
  /** Of the options, or none of them. */
  readonly value: string | number;
  /** What each is called. */
  readonly names: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** A few views of one screen, side by side, of which one is open. */
export function Tabs<T extends string | number>({ label, options, value, names, onChange }: TabsProps<T>) {
  return (
    <fieldset class="tabs">
      <legend class="unseen">{label}</legend>
      {options.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChange(one)}>
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
}
