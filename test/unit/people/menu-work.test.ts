import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workRows } from '../../../bot/jobs/records.ts';
import type { WorkHandler } from '../../../bot/jobs/work.ts';
import { runWork } from '../../../bot/jobs/work.ts';
import { sweep } from '../../../bot/outbox/sweep.ts';
import { showMenu, showMenuWork } from '../../../bot/people/menu-work.ts';
import { members } from '../../../bot/people/records.ts';
import { ref } from '../../../bot/store/store.ts';
import type { MenuKey } from '../../../shared/menus/menu.ts';
import type { Role } from '../../../shared/people/roles.ts';
import { seedMenus } from '../../simulator/seed-menus.ts';
import { MINUTE_MS, type OutboxUnderTest, openOutbox } from '../outbox/outbox-under-test.ts';

/** More ticks than any back-off needs. */
const TICKS = 30;

describe('the work that shows a person the menu of the role', () => {
  let outbox: OutboxUnderTest;
  let handler: WorkHandler;
  let idOf: (key: MenuKey) => string;
  beforeEach(async () => {
    outbox = await openOutbox();
    handler = showMenuWork(outbox.deps);
    idOf = seedMenus(outbox.simulator);
  });
  afterEach(() => outbox.close());

  const userId = () => outbox.staff.id;
  const own = (role: Role) => idOf({ owner: role, side: 'own' });
  const linked = () => outbox.simulator.platform.richMenus.linkedTo(userId());
  const becomes = (roles: readonly Role[], status: 'active' | 'removed' = 'active') =>
    outbox.deps.store.transact(async (tx) =>
      tx.set(ref(members, userId()), { name: 'ปิติ', unit: 'กองช่าง', roles, status, joinedAtMs: 0 }),
    );
  const ask = async (id: string) =>
    outbox.commit(await outbox.occasion(userId()), { work: [showMenu(id, userId())] });
  const tickOn = async () => {
    for (let tick = 0; tick < TICKS; tick += 1) {
      outbox.clock.nowMs += 2 * MINUTE_MS;
      await sweep([handler], outbox.deps);
    }
  };
  const waiting = () => outbox.deps.store.count({ collection: workRows });

  it('links the menu of the first role, and gives the default back when the membership ends', async () => {
    await becomes(['staff', 'officer']);
    await ask('a');
    await runWork('menu-a', [handler], outbox.deps);
    expect(linked()).toBe(own('officer'));
    await becomes([], 'removed');
    await ask('b');
    await runWork('menu-b', [handler], outbox.deps);
    expect(linked()).toBeUndefined();
    expect(await waiting()).toBe(0);
  });

  it('names nobody in its row', async () => {
    await becomes(['staff']);
    await ask('a');
    const row = await outbox.deps.store.get(ref(workRows, 'menu-a'));
    expect(JSON.stringify(row)).not.toContain(userId());
  });

  it('does nothing, and does not come back, as long as nobody has set up menus', async () => {
    outbox.simulator.platform.richMenus.removeAlias('prongsai-staff');
    await becomes(['staff']);
    await ask('a');
    await runWork('menu-a', [handler], outbox.deps);
    expect(linked()).toBeUndefined();
    expect(await waiting()).toBe(0);
  });

  it.each([
    ['answers 500', { status: 500, message: 'broken' }],
    ['breaks the connection', { cut: true }],
    ['limits the rate', { status: 429, message: 'The API rate limit has been exceeded. Try again later.' }],
    ['takes the link and says 500', { acceptedThen: 500 }],
  ] as const)('links in the end when LINE %s three times', async (_what, answer) => {
    outbox.faults([{ path: '/v2/bot/', times: 3, answer }]);
    await becomes(['finance']);
    await ask('a');
    await tickOn();
    expect(linked()).toBe(own('finance'));
    expect(await waiting()).toBe(0);
  });

  it('takes the new menu when the old one was removed between looking it up and linking it', async () => {
    const { richMenus } = outbox.simulator.platform;
    const old = own('finance');
    const line = {
      ...outbox.deps.line,
      menuBehind: async (alias: string) => {
        const found = await outbox.deps.line.menuBehind(alias);
        // What a setup does meanwhile.
        if (richMenus.get(old)) {
          richMenus.remove(old);
          seedMenus(outbox.simulator);
        }
        return found;
      },
    };
    handler = showMenuWork({ line, store: outbox.deps.store });
    await becomes(['finance']);
    await ask('a');
    await tickOn();
    expect(linked()).toBe(own('finance'));
    expect(linked()).not.toBe(old);
  });

  it('looks again when the roles changed while it was linking, so that the last change wins', async () => {
    await becomes(['officer']);
    const line = {
      ...outbox.deps.line,
      linkMenu: async (id: string, menuId: string) => {
        const result = await outbox.deps.line.linkMenu(id, menuId);
        await becomes([], 'removed');
        return result;
      },
    };
    handler = showMenuWork({ line, store: outbox.deps.store });
    await ask('a');
    await runWork('menu-a', [handler], outbox.deps);
    expect(linked()).toBe(own('officer'));
    await tickOn();
    expect(linked()).toBeUndefined();
    expect(await waiting()).toBe(0);
  });
});
