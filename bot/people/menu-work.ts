import type { MenuOwner } from '../../shared/menus/menu.ts';
import { menuAlias } from '../../shared/menus/menu-alias.ts';
import { menuRoleOf } from '../../shared/menus/menu-role.ts';
import type { WorkRequest } from '../commit/outcome.ts';
import type { WorkHandler, WorkResult } from '../jobs/work.ts';
import type { Line } from '../line/line.ts';
import { ref, type Store, type Transaction } from '../store/store.ts';
import type { Member } from './records.ts';
import { members } from './records.ts';

/** Name of the work that shows a person the rich menu of their role. */
export const SHOW_MENU = 'people.menu';

/** To be part of every outcome that changes what a person may do. `occasionId` makes it one of its own, as an event id does. */
export function showMenu(occasionId: string, userId: string): WorkRequest {
  return { id: `menu-${occasionId}`, name: SHOW_MENU, args: { userId } };
}

/** Whose menu a person sees: that of the first role, or the citizens'. */
export function menuOwnerOf(member: Member | undefined): MenuOwner {
  return (member?.status === 'active' && menuRoleOf(member.roles)) || 'citizen';
}

/**
 * Links the rich menu of a person's role, or gives the default back. What the person may do is read when the work runs, so it
 * can be late or doubled; if it changed meanwhile, the work is asked for again. Without menus on LINE nothing is done:
 * `line:setup` makes them and links everybody.
 */
export function showMenuWork({ line, store }: { readonly line: Line; readonly store: Store }): WorkHandler {
  return {
    name: SHOW_MENU,
    feature: 'people',
    run: async (work) => {
      const userId = String(work.args['userId']);
      const owner = menuOwnerOf((await store.get(ref(members, userId)))?.data);
      const shown = await show(line, userId, owner);
      return shown === 'again' ? { kind: 'again' } : checked(userId, owner);
    },
    // Everything is in reach by typing too, and the next `line:setup` links what is missing.
    giveUp: () => ({}),
  };
}

async function show(line: Line, userId: string, owner: MenuOwner): Promise<'done' | 'again'> {
  if (owner === 'citizen') return (await line.unlinkMenu(userId)) === 'unknown' ? 'again' : 'done';
  const menu = await line.menuBehind(menuAlias({ owner, side: 'own' }));
  if (menu.kind === 'none') return 'done';
  // A menu that was just replaced is refused; at the next try the alias names the new one.
  return menu.kind === 'menu' && (await line.linkMenu(userId, menu.id)) === 'done' ? 'done' : 'again';
}

/** Two pieces of work for one person may pass each other; whoever is done last looks again. */
function checked(userId: string, shown: MenuOwner): WorkResult {
  return {
    kind: 'done',
    decide: async ({ tx, random }) =>
      (await ownerNow(tx, userId)) === shown ? {} : { work: [showMenu(random.uuid(), userId)] },
  };
}

async function ownerNow(tx: Pick<Transaction, 'get'>, userId: string): Promise<MenuOwner> {
  return menuOwnerOf((await tx.get(ref(members, userId)))?.data);
}
