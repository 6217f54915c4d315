import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import type { Counted } from '../../functions/costs/counted.ts';
import { FLOW_NAMES } from '../../functions/costs/flow-names.ts';
import { times } from '../../functions/costs/operations.ts';
import { quickFolder } from '../faults/quick-folder.ts';
import { countFlow, FLOWS, rounded } from './costs/count-flow.ts';
import { askForBudget, talkInGroup } from './costs/flows.ts';

const openStore = () => openEmbeddedStore({ path: join(quickFolder('prongsai-costs-'), 'office.db') });
let found: Counted;

beforeAll(async () => {
  const all: [string, object][] = [];
  for (const name of FLOW_NAMES) all.push([name, rounded(await countFlow(FLOWS[name], openStore))]);
  found = Object.fromEntries(all) as unknown as Counted;
}, 120_000);

it('every flow costs the operations that counted.json says, no more and no fewer', async () => {
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(
    '../../functions/costs/counted.json',
  );
});

it('an idle day reads less than a third of what Firestore gives away', () => {
  for (const day of [found.workingDay, found.weekendDay]) expect(day.reads).toBeLessThan(50_000 / 3);
});

it.each([
  ['talkInGroup', talkInGroup],
  ['askForBudget', askForBudget],
] as const)(
  'a thousand times %s cost a thousand times the reads, writes and deletes of one',
  async (name, run) => {
    const thousand = await countFlow(
      {
        run: async (office) => {
          for (let n = 0; n < 1_000; n += 1) await run(office);
        },
      },
      openStore,
    );
    const { reads, writes, deletes, webhookCalls } = times(1_000, found[name]);
    expect(thousand).toMatchObject({ reads, writes, deletes, webhookCalls });
  },
  60_000,
);
