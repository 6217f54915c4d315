import type { LineAccount, MenuOnLine } from './line-account.ts';
import { menuPng } from './menu-png.ts';
import { isOurs, type PlannedMenu } from './planned-menus.ts';
import { isThere, must } from './setup-stopped.ts';

/** Ids of the menus now on LINE, by alias, and how many changes were made. */
export interface AppliedMenus {
  readonly ids: ReadonlyMap<string, string>;
  readonly changes: number;
  /** What {@link removeOldMenus} may take away once nobody looks at it. */
  readonly old: readonly MenuOnLine[];
}

/**
 * Brings the menus, their aliases and the default on LINE to what is planned. Does only what is missing, in an order in which
 * every stop leaves a working account: the new menu is complete before an alias names it. @throws SetupStopped when LINE
 * fails; the next run goes on from there.
 */
export async function applyMenus(
  account: LineAccount,
  planned: readonly PlannedMenu[],
): Promise<AppliedMenus> {
  const onLine = must(await account.menus(), 'menus') ?? [];
  const aliases = must(await account.aliases(), 'aliases') ?? new Map<string, string>();
  const ids = new Map<string, string>();
  let changes = 0;
  for (const plan of planned) {
    const named = aliases.get(plan.alias);
    const same = onLine.filter(({ name }) => name === plan.name);
    // LINE gives an alias to menus with a picture only: a menu that has its alias is complete.
    const complete = same.find(({ id }) => id === named);
    const id = complete?.id ?? (await completed(account, plan, same[0]?.id));
    ids.set(plan.alias, id);
    if (complete) continue;
    const change = named === undefined ? account.createAlias : account.updateAlias;
    must(await change(plan.alias, id), 'aliases');
    changes += 1;
  }
  const first = ids.get(planned[0]?.alias ?? '') ?? '';
  if (must(await account.defaultMenu(), 'default') !== first) {
    must(await account.setDefaultMenu(first), 'default');
    changes += 1;
  }
  for (const alias of aliases.keys()) {
    if (!isOurs(alias) || ids.has(alias)) continue;
    must(await account.removeAlias(alias), 'aliases');
    changes += 1;
  }
  const current = new Set(ids.values());
  return { ids, changes, old: onLine.filter(({ id, name }) => isOurs(name) && !current.has(id)) };
}

/** Removes menus that were replaced. To be done last: who still looks at one falls back to the default. */
export async function removeOldMenus(account: LineAccount, old: readonly MenuOnLine[]): Promise<void> {
  for (const { id } of old) must(await account.removeMenu(id), 'menus');
}

/** The id of the menu with its picture; made, or completed where an earlier run stopped between the two. */
async function completed(
  account: LineAccount,
  plan: PlannedMenu,
  begun: string | undefined,
): Promise<string> {
  const id = begun ?? must(await account.createMenu({ ...plan.menu, name: plan.name }), 'menus') ?? '';
  if (begun !== undefined && isThere(await account.picture(begun), 'pictures')) return begun;
  must(await account.setPicture(id, await menuPng(plan.svg)), 'pictures');
  return id;
}
