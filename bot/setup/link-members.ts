import { menuAlias } from '../../shared/menus/menu-alias.ts';
import { menuOwnerOf } from '../people/menu-work.ts';
import { membersIn } from '../people/read-people.ts';
import type { Member } from '../people/records.ts';
import type { Store, Stored } from '../store/store.ts';
import type { AppliedMenus } from './apply-menus.ts';
import type { LineAccount } from './line-account.ts';
import { must } from './setup-stopped.ts';

/**
 * Gives every member the menu of their role, and everybody whose membership ended the default. Who looks at the citizen's side
 * of the own menu chose that and keeps it. Returns how many links were changed. @throws SetupStopped when LINE fails.
 */
export async function linkMembers(
  account: LineAccount,
  store: Store,
  applied: AppliedMenus,
): Promise<number> {
  let changes = 0;
  for (const member of await membersIn(store, 'active')) {
    if (await linkOne(account, member, applied)) changes += 1;
  }
  for (const member of await membersIn(store, 'removed')) {
    if (await linkOne(account, member, applied)) changes += 1;
  }
  return changes;
}

async function linkOne(
  account: LineAccount,
  member: Stored<Member>,
  applied: AppliedMenus,
): Promise<boolean> {
  const { ids, old } = applied;
  const owner = menuOwnerOf(member.data);
  const linked = must(await account.menuOf(member.id), 'members');
  if (owner === 'citizen') {
    const ours = new Set([...ids.values(), ...old.map(({ id }) => id)]);
    if (linked === undefined || !ours.has(linked)) return false;
    must(await account.unlinkMenu(member.id), 'members');
    return true;
  }
  const own = ids.get(menuAlias({ owner, side: 'own' })) ?? '';
  if (linked === own || linked === ids.get(menuAlias({ owner, side: 'citizen' }))) return false;
  must(await account.linkMenu(member.id, own), 'members');
  return true;
}
