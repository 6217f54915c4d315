import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { openComplaintWorld } from './complaint-world.ts';
import { counting } from './counting-store.ts';
import { fillCaseLines } from './many-cases.ts';

const SIZES = [100, 10_000, 100_000];

it('the list of cases and a case cost the same number of reads at 100, 10,000 and 100,000 cases', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-reads-'));
  const counted = counting(await openEmbeddedStore({ path: join(folder, 'office.db') }));
  const world = await openComplaintWorld({ seed: 1, store: counted.store });
  try {
    const costs: number[][] = [];
    let filled = 0;
    for (const size of SIZES) {
      await fillCaseLines(counted.store, { memberId: world.officer.id, from: filled, to: size });
      filled = size;
      const cost = async (doIt: () => Promise<unknown>) => {
        counted.reads = 0;
        await doIt();
        return counted.reads;
      };
      const list = await cost(() => world.says(world.officer, 'เรื่อง'));
      expect(world.shows(world.officer, 1)).toContain('เรื่องที่ 2569-');
      costs.push([list, await cost(() => world.presses(world.officer, 'รับผิดชอบเรื่องนี้'))]);
    }
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
