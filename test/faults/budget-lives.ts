import type { Store } from '../../bot/store/store.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import type { SimFaults } from '../simulator/protocol.ts';
import { tappablesOf } from '../simulator/seen.ts';
import { brokenPromises } from './budget-promises.ts';
import { Fate } from './crash.ts';
import { spendingCsv } from './spending-csv.ts';
import { openWorld, type World } from './world.ts';

const STEPS = { least: 6, most: 15 };
const CRASH_RATE = 0.03;
const MINUTE_MS = 60_000;

function faultsFor(seed: number): SimFaults {
  const send = ['/v2/bot/message/push', '/v2/bot/message/reply'];
  return {
    seed,
    webhook: { duplicateRate: 0.1, redeliverRate: 0.1, disorderRate: 0.1 },
    api: send.flatMap((path) => [
      { path, rate: 0.08, answer: { status: 500, message: 'Internal Server Error' } },
      { path, rate: 0.08, answer: { acceptedThen: 500 as const } },
      { path, rate: 0.08, answer: { acceptedThen: 'cut' as const } },
      {
        path,
        rate: 0.04,
        answer: { status: 429, message: 'The API rate limit has been exceeded. Try again later.' },
      },
    ]),
  };
}

interface Uploads {
  /** By the finance officer. */
  count: number;
  /** By somebody who may not: each leaves exactly one audit entry. */
  refused: number;
}

/** One act of a person, or time passing, drawn from the seed. */
async function step(world: World, draws: SeededRandom, uploads: Uploads): Promise<void> {
  const { simulator, finance, staff, group } = world;
  const kind = draws.next();
  if (kind < 0.1) {
    uploads.refused += 1;
    const file = {
      kind: 'file' as const,
      fileName: 'x.csv',
      contentType: 'text/csv',
      bytes: Buffer.from('x'),
    };
    await world.act(() => simulator.keyboard.file(staff.id, staff.id, file));
  } else if (kind < 0.3) {
    uploads.count += 1;
    const bytes = spendingCsv(10_000 + uploads.count);
    const file = { kind: 'file' as const, fileName: 'b.csv', contentType: 'text/csv', bytes };
    await world.act(() => simulator.keyboard.file(finance.id, finance.id, file));
  } else if (kind < 0.55) {
    const shown = [...simulator.phones.read(finance.id, finance.id, 0)].reverse().flatMap(tappablesOf);
    // Sometimes an old button, as people press what they still see.
    const confirms = shown.filter(({ label }) => label === 'ยืนยัน');
    const action = confirms[draws.chance(0.2) ? confirms.length - 1 : 0]?.action;
    if (action) {
      await world.act(() =>
        simulator.keyboard.postback(finance.id, finance.id, { data: String(action['data']) }),
      );
    }
  } else if (kind < 0.75) {
    await world.act(() => simulator.keyboard.text(group.id, staff.id, 'ครับ'));
  } else {
    await world.pass(Math.floor(draws.next() * 90) * MINUTE_MS);
  }
}

/**
 * One life of an office that publishes its spending, drawn from a seed, on a fresh embedded store or on the given empty one.
 * @returns the promises that it broke; none when all is well.
 */
export async function liveOnBudget(seed: number, store?: Store): Promise<readonly string[]> {
  const draws = new SeededRandom(seed * 7 + 3);
  const fate = new Fate(() => draws.chance(CRASH_RATE));
  const pushAfterMs = Math.floor(draws.next() * 3) * 30 * MINUTE_MS;
  const world = await openWorld({ seed, fate, pushAfterMs, ...(store ? { store } : {}) });
  try {
    world.simulator.platform.faults.set(faultsFor(seed));
    const uploads: Uploads = { count: 0, refused: 0 };
    const steps = STEPS.least + Math.floor(draws.next() * (STEPS.most - STEPS.least));
    for (let n = 0; n < steps; n += 1) await step(world, draws, uploads);
    await world.settle();
    // The storm is over; everything left behind must come to rest.
    world.simulator.platform.faults.set({});
    fate.spare();
    await world.settle();
    return await brokenPromises(world, uploads.refused);
  } finally {
    await world.close();
  }
}
