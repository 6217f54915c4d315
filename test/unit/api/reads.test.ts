import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../bot/store/embedded.ts';
import { CASES_PER_PAGE, caseListSchema, caseViewSchema } from '../../../shared/complaints/case-api.ts';
import { file, tell } from '../../faults/complaint-story.ts';
import { counting } from '../../faults/counting-store.ts';
import { fillCaseLines } from '../../faults/many-cases.ts';
import { quickFolder } from '../../faults/quick-folder.ts';
import { openApiWorld } from './api-world.ts';

const HOUR_MS = 60 * 60 * 1000;
const SIZES = [100, 100_000];

it('the list, its next page, a case and a message cost the same reads over HTTP at 100 and 100,000 cases', async () => {
  const folder = quickFolder('prongsai-api-reads-');
  const counted = counting(await openEmbeddedStore({ path: join(folder, 'office.db') }));
  const world = await openApiWorld({ store: counted.store });
  try {
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เกิดเรื่อง'] });
    await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.pass(HOUR_MS);
    await world.settle();
    const as = world.officer;
    const first = caseListSchema.parse((await world.call('/cases', { as })).json);
    const id = first.cases[0]?.id ?? '';
    const reads = async <T>(ask: () => Promise<T>): Promise<[number, T]> => {
      counted.reads = 0;
      const answer = await ask();
      return [counted.reads, answer];
    };

    const costs: number[][] = [];
    let filled = 0;
    for (const size of SIZES) {
      const assigneeIds = [world.officer.id, world.second.id];
      await fillCaseLines(counted.store, { memberId: as.id, from: filled, to: size, assigneeIds });
      filled = size;
      const [list, listed] = await reads(() => world.call('/cases', { as }));
      const page = caseListSchema.parse(listed.json);
      expect(page.cases.length).toBe(CASES_PER_PAGE);
      const [next, more] = await reads(() => world.call(`/cases?after=${page.next}`, { as }));
      expect(caseListSchema.parse(more.json).cases.length).toBeGreaterThan(CASES_PER_PAGE / 2);
      const [all] = await reads(() => world.call('/cases?view=all', { as }));
      const [one, opened] = await reads(() => world.call(`/cases/${id}`, { as }));
      const { rev } = caseViewSchema.parse(opened.json);
      const body = { rev, text: 'ขอข้อมูลเพิ่ม' };
      const [message, written] = await reads(() => world.call(`/cases/${id}/messages`, { as, body }));
      expect(written.status).toBe(200);
      costs.push([list, next, all, one, message]);
    }
    expect(costs[1]).toEqual(costs[0]);
    // Every figure was counted, and none hides a walk through the thread or the people.
    for (const cost of costs[0] ?? []) {
      expect(cost).toBeGreaterThan(2);
      expect(cost).toBeLessThan(25);
    }
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
