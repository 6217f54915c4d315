import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import { liveOnBudget } from '../faults/budget-lives.ts';
import { liveOnComplaints } from '../faults/complaint-lives.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

/** Lives of each kind; the embedded store lives through thousands of the same seeds (test/faults). `SEED=n` replays one. */
const SEEDS = { budget: 5, complaints: 2 };
const LIMIT_MS = 300_000;

let emulator: FirestoreEmulator;
beforeAll(async () => {
  emulator = await startFirestoreEmulator();
}, 90_000);
afterAll(() => emulator?.stop());

async function emptyStore(): Promise<Store> {
  await emulator.clear();
  return openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });
}

async function liveThrough(count: number, live: (seed: number, store: Store) => Promise<readonly string[]>) {
  const only = process.env['SEED'];
  const seeds = only === undefined ? Array.from({ length: count }, (_, n) => n + 1) : [Number(only)];
  const failures: string[] = [];
  for (const seed of seeds) {
    const broken = await live(seed, await emptyStore());
    if (broken.length > 0) failures.push(`SEED=${seed}: ${broken.join('; ')}`);
  }
  return failures;
}

it(
  `keeps G1, G5, G8 and G12 on Firestore in ${SEEDS.budget} seeded lives with crashes, redelivery, disorder and LINE failing`,
  async () => expect(await liveThrough(SEEDS.budget, liveOnBudget)).toEqual([]),
  LIMIT_MS,
);

it(
  `keeps G1, G2, G4 and G8 on Firestore in ${SEEDS.complaints} seeded lives of citizens who complain through the same storm`,
  async () => {
    let filed = 0;
    const failures = await liveThrough(SEEDS.complaints, async (seed, store) => {
      const life = await liveOnComplaints(seed, store);
      filed += life.filed;
      return life.broken;
    });
    expect(failures).toEqual([]);
    // A storm in which nobody files proves nothing.
    expect(filed).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
