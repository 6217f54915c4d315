interface Mentionee {
  readonly index: number;
  readonly length: number;
  readonly type: 'user' | 'all';
  readonly userId?: string;
  readonly isSelf?: boolean;
}

/** "Message event", text: at most 20 mentions. */
const MENTIONS_MAX = 20;

/**
 * The `mention` property of a group text in which people are named with `@name`. Positions are UTF-16 units.
 * LINE marks what the writer picked from a list; here every `@` before a known name counts as picked.
 */
export function mentionsIn(
  text: string,
  people: readonly {
    readonly id: string;
    readonly name: string;
    readonly isBot: boolean;
  }[],
): { readonly mentionees: readonly Mentionee[] } | undefined {
  const byLength = [...people].sort((left, right) => right.name.length - left.name.length);
  const mentionees: Mentionee[] = [];
  for (
    let at = text.indexOf('@');
    at >= 0 && mentionees.length < MENTIONS_MAX;
    at = text.indexOf('@', at + 1)
  ) {
    const rest = text.slice(at + 1);
    const person = byLength.find(({ name }) => name !== '' && rest.startsWith(name));
    if (person !== undefined) {
      const place = { index: at, length: person.name.length + 1 };
      mentionees.push({
        ...place,
        type: 'user',
        userId: person.id,
        isSelf: person.isBot,
      });
    } else if (rest.startsWith('All')) {
      mentionees.push({ index: at, length: 'All'.length + 1, type: 'all' });
    }
  }
  return mentionees.length > 0 ? { mentionees } : undefined;
}
