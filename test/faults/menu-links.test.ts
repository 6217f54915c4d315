import { expect, it } from 'vitest';
import { inviteId } from '../../bot/people/codes.ts';
import { invites, members } from '../../bot/people/records.ts';
import { ref } from '../../bot/store/store.ts';
import { seedMenus } from '../simulator/seed-menus.ts';
import { Fate } from './crash.ts';
import { openWorld, type World } from './world.ts';

const CODE = '1234567890';

/** A citizen registers as an officer, and the admin takes back what the finance officer may do. */
async function live(world: World): Promise<{ readonly officer: string }> {
  const { simulator, store, admin, finance } = world;
  const officer = await simulator.phones.addUser({ name: 'อรุณ', follows: true });
  await store.transact(async (tx) =>
    tx.set(ref(invites, inviteId(CODE)), {
      name: 'อรุณ',
      unit: 'สำนักปลัด',
      roles: ['officer'],
      invitedBy: admin.id,
      expiresAtMs: world.now() + 60_000_000,
    }),
  );
  await world.act(() => simulator.keyboard.text(officer.id, officer.id, `ลงทะเบียน ${CODE}`));
  await world.act(() =>
    simulator.keyboard.postback(admin.id, admin.id, { data: `people/remove-yes?id=${finance.id}` }),
  );
  await world.settle();
  return { officer: officer.id };
}

/** What is wrong in the end: each person sees the menu of what the store says they may do. */
async function run(fate: Fate): Promise<readonly string[]> {
  const world = await openWorld({ seed: 3, fate });
  try {
    const idOf = seedMenus(world.simulator);
    const { richMenus } = world.simulator.platform;
    richMenus.link(world.finance.id, idOf({ owner: 'finance', side: 'own' }));
    const { officer } = await live(world);
    const wrong: string[] = [];
    for (const [userId, owner] of [
      [officer, 'officer'],
      [world.finance.id, 'finance'],
    ] as const) {
      const isMember = (await world.store.get(ref(members, userId)))?.data.status === 'active';
      const expected = isMember ? idOf({ owner, side: 'own' }) : undefined;
      if (richMenus.linkedTo(userId) !== expected) wrong.push(`${owner}: member ${isMember}`);
    }
    return wrong;
  } finally {
    await world.close();
  }
}

it('shows everybody the menu of their role in the end, wherever the program crashed', async () => {
  const calm = new Fate(() => false);
  expect(await run(calm)).toEqual([]);
  expect(calm.calls).toBeGreaterThan(10);
  const failures: string[] = [];
  for (let end = 1; end <= calm.calls; end += 1) {
    const wrong = await run(new Fate((call) => call === end));
    if (wrong.length > 0) failures.push(`call ${end}: ${wrong.join('; ')}`);
  }
  expect(failures).toEqual([]);
});
