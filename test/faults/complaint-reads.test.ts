import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CaseLine, caseLines, subId } from '../../bot/complaints/records.ts';
import { OFFICE_CLOSED } from '../../bot/complaints/settings.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { ref, type Store } from '../../bot/store/store.ts';
import { CASE_RANDOM_DIGITS, makeCaseNumber } from '../../shared/complaints/case-number.ts';
import { DEFAULT_DEADLINE_RULES } from '../../shared/complaints/deadlines.ts';
import { openCase } from '../../shared/complaints/open-case.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { openComplaintWorld, WORLD_START_MS } from './complaint-world.ts';
import { countingStore } from './counting-store.ts';

const SIZES = [100, 10_000, 100_000];
const TODAY = dayOf(WORLD_START_MS);
const PER_TRANSACTION = 2_000;

async function fill(store: Store, memberId: string, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += PER_TRANSACTION) {
    await store.transact(async (tx) => {
      for (let n = start; n < Math.min(start + PER_TRANSACTION, to); n += 1) {
        const clear = openCase(
          {
            number: makeCaseNumber(TODAY, String(n % 100_000).padStart(CASE_RANDOM_DIGITS, '0')),
            category: 'procurement',
            receivedDay: TODAY,
            readerIds: [memberId],
            filledCount: 3,
            attachmentCount: 0,
          },
          DEFAULT_DEADLINE_RULES,
          OFFICE_CLOSED,
        );
        const line: CaseLine = {
          memberId,
          caseId: `case-${n}`,
          isOpen: true,
          clear,
          rev: 1,
          dueDay: clear.dueDay,
        };
        tx.set(ref(caseLines, subId(memberId, line.caseId)), line);
      }
    });
  }
}

it('the list of cases and a case cost the same number of reads at 100, 10,000 and 100,000 cases', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-reads-'));
  const counted = countingStore(await openEmbeddedStore({ path: join(folder, 'office.db') }));
  const world = await openComplaintWorld({ seed: 1, store: counted.store });
  try {
    const costs: number[][] = [];
    let filled = 0;
    for (const size of SIZES) {
      await fill(counted.store, world.officer.id, filled, size);
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
