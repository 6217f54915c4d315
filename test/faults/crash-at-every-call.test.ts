import { expect, it } from 'vitest';
import { tappablesOf } from '../simulator/seen.ts';
import { brokenPromises } from './budget-promises.ts';
import { Fate } from './crash.ts';
import { spendingCsv } from './spending-csv.ts';
import { openWorld, type World } from './world.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Presses the newest button with this label, if there is one: after a crash it may not have been shown. */
async function press(world: World, label: string): Promise<boolean> {
  const { finance, simulator } = world;
  const messages = [...simulator.phones.read(finance.id, finance.id, 0)].reverse();
  const action = messages.flatMap(tappablesOf).find((one) => one.label === label)?.action;
  if (!action) return false;
  await world.act(() =>
    simulator.keyboard.postback(finance.id, finance.id, { data: String(action['data']) }),
  );
  return true;
}

/** A finance officer uploads and confirms twice, people talk in the group, time passes. */
async function liveThrough(world: World): Promise<void> {
  const { simulator, finance, staff, group } = world;
  for (const baht of [111_000, 222_000]) {
    await world.act(() =>
      simulator.keyboard.file(finance.id, finance.id, {
        kind: 'file',
        fileName: 'budget.csv',
        contentType: 'text/csv',
        bytes: spendingCsv(baht),
      }),
    );
    await world.settle();
    await press(world, 'ยืนยัน');
    await world.pass(HOUR_MS / 4);
    await world.act(() => simulator.keyboard.text(group.id, staff.id, 'ขอบคุณครับ'));
    await world.settle();
  }
}

async function run(
  fate: Fate,
  pushAfterMs: number,
): Promise<{ broken: readonly string[]; confirmed: number }> {
  const world = await openWorld({ seed: 1, fate, pushAfterMs });
  try {
    await liveThrough(world);
    const broken = await brokenPromises(world);
    const years = world.simulator.phones.read(world.finance.id, world.finance.id, 0).length;
    return { broken, confirmed: years };
  } finally {
    await world.close();
  }
}

for (const [name, pushAfterMs] of [
  ['pushed at once', 0],
  ['riding on an answer', 10 * HOUR_MS],
] as const) {
  it(`keeps G1, G5, G8 and G12 when it crashes at any store or LINE call of an upload, a confirmation and a post ${name}`, async () => {
    const calm = new Fate(() => false);
    expect((await run(calm, pushAfterMs)).broken).toEqual([]);
    expect(calm.calls).toBeGreaterThan(100);
    const failures: string[] = [];
    for (let end = 1; end <= calm.calls; end += 1) {
      const { broken } = await run(new Fate((call) => call === end), pushAfterMs);
      if (broken.length > 0) failures.push(`call ${end}: ${broken.join('; ')}`);
    }
    expect(failures).toEqual([]);
  }, 300_000);
}
