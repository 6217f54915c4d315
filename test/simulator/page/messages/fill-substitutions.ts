import type { TextSubstitution } from './line-message.ts';

const PLACEHOLDER = /\{\{|\}\}|\{([0-9A-Za-z_]{1,20})\}/g;

/**
 * The text of a `textV2` message with mentions by name and LINE's own emoji as a plain sign; `{{` and `}}` are
 * LINE's escapes. A placeholder without a substitution stays as it is.
 */
export function fillSubstitutions(
  text: string,
  substitution: Readonly<Record<string, TextSubstitution | undefined>>,
  nameOf: (userId: string) => string,
): string {
  return text.replace(PLACEHOLDER, (whole, key: string | undefined) => {
    if (key === undefined) return whole.slice(1);
    const value = substitution[key];
    if (value?.type === 'emoji') return '☺';
    if (value?.type !== 'mention') return whole;
    const userId = value.mentionee?.userId;
    return userId === undefined ? '@All' : `@${nameOf(userId)}`;
  });
}
