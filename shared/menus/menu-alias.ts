import type { MenuKey } from './menu.ts';

/** Begins the alias and the name of every rich menu the program made; whatever begins otherwise is never touched. */
export const MENU_PREFIX = 'prongsai-';

/**
 * The name under which LINE keeps the newest version of a menu (Messaging API reference, "Rich menu alias": at most 32 of
 * `a-z0-9_-`). It stays when the menu is replaced, so the program asks LINE for it instead of remembering ids.
 */
export function menuAlias({ owner, side }: MenuKey): string {
  return `${MENU_PREFIX}${owner}${side === 'own' ? '' : '-citizen'}`;
}
