import { createHash } from 'node:crypto';
import type { MenuKey } from '../../shared/menus/menu.ts';
import { MENU_PREFIX, menuAlias } from '../../shared/menus/menu-alias.ts';
import { menuPicture } from '../../shared/menus/menu-picture.ts';
import { MENU_KEYS } from '../../shared/menus/menus.ts';
import { type RichMenu, richMenuOf } from '../../shared/menus/rich-menu.ts';

/** Characters of the hash in a name: enough that two versions never share one. */
const HASH_LENGTH = 12;

/** A menu as it should stand on LINE. */
export interface PlannedMenu {
  readonly key: MenuKey;
  readonly alias: string;
  /** Alias and a hash of the menu and its drawing: the same name means that nothing changed. */
  readonly name: string;
  readonly menu: RichMenu;
  readonly svg: string;
}

/** Every menu of the program. The hash covers the drawing and not the PNG made of it, which other versions of tools change. */
export function plannedMenus(pageUrl: (path: string) => string | undefined): readonly PlannedMenu[] {
  return MENU_KEYS.map((key) => {
    const menu = richMenuOf(key, pageUrl);
    const svg = menuPicture(key);
    const hash = createHash('sha256').update(JSON.stringify(menu)).update(svg).digest('hex');
    const alias = menuAlias(key);
    return { key, alias, name: `${alias} ${hash.slice(0, HASH_LENGTH)}`, menu, svg };
  });
}

/** Whether a name or an alias on LINE is one of the program's own. */
export function isOurs(name: string): boolean {
  return name.startsWith(MENU_PREFIX);
}
