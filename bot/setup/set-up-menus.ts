import { applyMenus, removeOldMenus } from './apply-menus.ts';
import type { Finding } from './finding.ts';
import { linkMembers } from './link-members.ts';
import { plannedMenus } from './planned-menus.ts';
import type { SetupDeps } from './setup-deps.ts';
import { SetupStopped } from './setup-stopped.ts';
import { setupText as t } from './text.ts';

/** Rich menus, aliases, the default, everybody's link, and the end of menus that were replaced: in this order. */
export async function setUpMenus({ settings, account, store }: SetupDeps): Promise<readonly Finding[]> {
  const { LIFF_ID: liffId } = settings;
  const pageUrl = (path: string) => (liffId ? `https://liff.line.me/${liffId}/${path}` : undefined);
  try {
    const applied = await applyMenus(account, plannedMenus(pageUrl));
    const linked = store ? await linkMembers(account, store, applied) : 0;
    await removeOldMenus(account, applied.old);
    const changed = applied.changes + applied.old.length;
    return [
      changed > 0
        ? { level: 'done', text: t.menusMade(applied.ids.size) }
        : { level: 'good', text: t.menusRight(applied.ids.size) },
      linked > 0 ? { level: 'done', text: t.linked(linked) } : { level: 'good', text: t.linkedAlready },
    ];
  } catch (error) {
    if (!(error instanceof SetupStopped)) throw error;
    return [{ level: 'bad', text: t.lineFailed(t.steps[error.step], error.status) }];
  }
}
