import type { MenuKey } from '../../shared/menus/menu.ts';
import { menuAlias } from '../../shared/menus/menu-alias.ts';
import { MENU_KEYS } from '../../shared/menus/menus.ts';
import type { Simulator } from './simulator.ts';

/** Puts every menu under its alias, as a setup would; the ids come back by owner and side. */
export function seedMenus({ platform }: Simulator): (key: MenuKey) => string {
  const { richMenus } = platform;
  for (const key of MENU_KEYS) {
    const id = richMenus.create({ name: menuAlias(key) }) ?? '';
    richMenus.setImage(id, { contentType: 'image/png', bytes: Buffer.alloc(1) });
    richMenus.setAlias(menuAlias(key), id);
  }
  return (key) => richMenus.alias(menuAlias(key)) ?? '';
}
