import type { MenuAction, MenuKey } from './menu.ts';
import { menuAlias } from './menu-alias.ts';
import { menuRows } from './menus.ts';
import { type Bounds, MENU_SIZE, tilesOf } from './tiles.ts';

/** What the bar under the chat says; LINE allows 14 characters. */
const BAR_TEXTS = { citizen: 'เมนูประชาชน', work: 'เมนูงาน' } as const;
/** Comes back as a postback when somebody changed sides; no feature has this name, so it has no effect. */
const SWITCHED = 'menus/switched';

/** An action of a rich menu as LINE takes it ("Action objects"). */
export type RichMenuAction =
  | { readonly type: 'message'; readonly label: string; readonly text: string }
  | { readonly type: 'uri'; readonly label: string; readonly uri: string }
  | {
      readonly type: 'richmenuswitch';
      readonly label: string;
      readonly richMenuAliasId: string;
      readonly data: string;
    };

/** A rich menu as LINE takes it ("Rich menu object"), without its name. */
export interface RichMenu {
  readonly size: { readonly width: number; readonly height: number };
  readonly selected: boolean;
  readonly chatBarText: string;
  readonly areas: readonly { readonly bounds: Bounds; readonly action: RichMenuAction }[];
}

/** The menu as LINE is told of it. `pageUrl` gives the address of a page of the mini-app, undefined where there is none. */
export function richMenuOf(key: MenuKey, pageUrl: (path: string) => string | undefined): RichMenu {
  return {
    size: MENU_SIZE,
    selected: true,
    chatBarText: key.owner === 'citizen' || key.side === 'citizen' ? BAR_TEXTS.citizen : BAR_TEXTS.work,
    areas: tilesOf(menuRows(key)).map(({ bounds, area }) => ({
      bounds,
      action: actionOf(area.label, area.action, key, pageUrl),
    })),
  };
}

function actionOf(
  label: string,
  action: MenuAction,
  key: MenuKey,
  pageUrl: (path: string) => string | undefined,
): RichMenuAction {
  if (action.kind === 'other-side') {
    const other: MenuKey = { owner: key.owner, side: key.side === 'own' ? 'citizen' : 'own' };
    return { type: 'richmenuswitch', label, richMenuAliasId: menuAlias(other), data: SWITCHED };
  }
  const uri = action.kind === 'page' ? pageUrl(action.path) : undefined;
  return uri ? { type: 'uri', label, uri } : { type: 'message', label, text: action.says };
}
