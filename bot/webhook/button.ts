import type { ButtonPress } from './event.ts';

/** LINE's limit on postback data, UTF-16 units (Messaging API reference, "Postback action"). */
export const MAX_BUTTON_DATA = 300;
const ADDRESS = /^([a-z][a-z-]*)\/([a-z][a-z-]*)$/;

/**
 * Writes the data of a button. Buttons of a conversation carry `rev`, the revision they were shown at.
 * @throws RangeError when it would exceed LINE's limit: a programming error, found by the card tests.
 */
export function buttonData(
  feature: string,
  action: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  const text = query.size > 0 ? `${feature}/${action}?${query}` : `${feature}/${action}`;
  if (text.length > MAX_BUTTON_DATA) throw new RangeError(`button data of ${feature}/${action} is too long`);
  return text;
}

/** Reads the data of a button; undefined when this program never wrote it. */
export function parseButtonData(data: string, picked?: string): ButtonPress | undefined {
  const [address = '', query = ''] = data.split('?', 2);
  const [, feature, action] = ADDRESS.exec(address) ?? [];
  if (feature === undefined || action === undefined || data.length > MAX_BUTTON_DATA) return undefined;
  const values = Object.fromEntries(new URLSearchParams(query));
  return {
    feature,
    action,
    values,
    ...(picked === undefined ? {} : { picked }),
  };
}
