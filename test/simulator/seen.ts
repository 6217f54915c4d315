import type { SimMessage } from './protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Something a person can tap. */
export interface Tappable {
  readonly label: string;
  readonly action: Fields;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function walk(value: unknown, visit: (fields: Fields) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (isFields(value)) {
    visit(value);
    for (const one of Object.values(value)) walk(one, visit);
  }
}

/** Everything a message of the account shows, as lines of text: what a person reads. */
export function textOf(message: SimMessage): string {
  if (message.content.kind !== 'bot') return message.content.kind === 'text' ? message.content.text : '';
  const lines: string[] = [];
  walk(message.content.message, (fields) => {
    if (fields['type'] === 'text' && typeof fields['text'] === 'string') lines.push(fields['text']);
    if (fields['type'] === 'button' && isFields(fields['action']))
      lines.push(`[${String(fields['action']['label'])}]`);
  });
  return lines.join('\n');
}

/** Everything in a message that can be tapped: buttons, boxes and quick replies. */
export function tappablesOf(message: SimMessage): readonly Tappable[] {
  if (message.content.kind !== 'bot') return [];
  const found: Tappable[] = [];
  walk(message.content.message, (fields) => {
    const action = fields['action'];
    if (isFields(action) && typeof action['label'] === 'string')
      found.push({ label: action['label'], action });
  });
  return found;
}
