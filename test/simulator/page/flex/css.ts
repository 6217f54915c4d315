/** Inline styles as the renderer builds them: values always carry their unit. */
export type Css = Record<string, string>;

/** Keeps the entries that have a value, so that a missing property falls back to the style sheet. */
export function css(entries: Readonly<Record<string, string | undefined>>): Css {
  const kept: Css = {};
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) kept[name] = value;
  return kept;
}
