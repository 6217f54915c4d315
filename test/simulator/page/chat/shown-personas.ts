import type { SimDemo, SimUser } from '../../protocol.ts';

/**
 * The people offered as personas: those the demo names, in its order, and whoever is selected by address; all
 * users without a demo. Members who only fill a group stay out of the way.
 */
export function shownPersonas(
  users: readonly SimUser[],
  demo: Pick<SimDemo, 'personas'> | undefined,
  selectedId: string | undefined,
): readonly SimUser[] {
  const named = demo?.personas?.flatMap(({ userId }) => users.filter((user) => user.id === userId)) ?? [];
  if (named.length === 0) return users;
  const isNamed = named.some((user) => user.id === selectedId);
  return isNamed ? named : [...named, ...users.filter((user) => user.id === selectedId)];
}
