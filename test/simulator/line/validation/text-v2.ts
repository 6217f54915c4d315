import { byType, isObject, object, type Properties, required } from './object-checks.ts';
import type { Check, Report } from './report.ts';
import { matching, text } from './value-checks.ts';

const SUBSTITUTIONS_MAX = 100;
const MENTIONS_MAX = 20;
const EMOJI_MAX = 20;
const KEY_FORM = /^[0-9A-Za-z_]{1,20}$/;
const ID_MAX = 100;

const type = required(text({ max: 20 }));

const substitute = byType({
  mention: object({
    type,
    mentionee: required(
      byType({
        user: object({
          type,
          userId: required(matching(/^U[0-9a-f]{32}$/, 'invalid userId')),
        }),
        all: object({ type }),
      }),
    ),
  }),
  emoji: object({
    type,
    productId: required(text({ max: ID_MAX })),
    emojiId: required(text({ max: ID_MAX })),
  }),
});

/** `substitution` of a text message (v2): keys, kinds and how many ("Text message (v2)"). */
export const substitution: Check = (value, property, report) => {
  if (!isObject(value)) return report.add(property, 'must be an object');
  const entries = Object.entries(value);
  if (entries.length > SUBSTITUTIONS_MAX)
    report.add(property, `Size must be between 0 and ${SUBSTITUTIONS_MAX}`);
  for (const [key, inner] of entries) {
    if (!KEY_FORM.test(key)) report.add(`${property}.${key}`, 'invalid key');
    substitute(inner, `${property}.${key}`, report);
  }
  const count = (kind: string) =>
    entries.filter(([, inner]) => isObject(inner) && inner['type'] === kind).length;
  if (count('mention') > MENTIONS_MAX) report.add(property, `at most ${MENTIONS_MAX} mentions`);
  if (count('emoji') > EMOJI_MAX) report.add(property, `at most ${EMOJI_MAX} emojis`);
};

/** Every `{key}` in the text has a substitution; braces stand in pairs, doubled ones for themselves. */
export function bracesMatch(message: Properties, property: string, report: Report): void {
  const words = message['text'];
  if (typeof words !== 'string') return;
  const known = isObject(message['substitution']) ? message['substitution'] : {};
  const rest = words
    .replaceAll('{{', '')
    .replaceAll('}}', '')
    .replace(/\{([^{}]*)\}/g, (_, key: string) => {
      if (!Object.hasOwn(known, key)) report.add(`${property}.text`, `no substitution for {${key}}`);
      return '';
    });
  if (/[{}]/.test(rest)) report.add(`${property}.text`, 'braces must be in pairs');
}
