import { expect, it } from 'vitest';
import { brokenComplaintPromises } from './complaint-promises.ts';
import { file, tell } from './complaint-story.ts';
import { openComplaintWorld } from './complaint-world.ts';

const HOUR_MS = 60 * 60 * 1000;
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);
const SCAN = { name: 'a.pdf', kind: 'file' as const, bytes: PDF };

it('a complaint filed before a weekend comes whole to its readers after it', async () => {
  const world = await openComplaintWorld({ seed: 1 });
  try {
    // From Wednesday 09.00 to Friday 17.00, after the last batch of the week.
    await world.pass(56 * HOUR_MS);
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เรื่องวันศุกร์'], files: [SCAN] });
    const code = await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    for (let hour = 0; hour < 66; hour += 6) await world.pass(6 * HOUR_MS);
    await world.settle();
    expect(await brokenComplaintPromises(world, [{ code }])).toEqual([]);
  } finally {
    await world.close();
  }
});

it('a draft taken up again on the next day, and the next, is filed whole', async () => {
  const world = await openComplaintWorld({ seed: 2 });
  try {
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เขียนวันแรก'], files: [SCAN] });
    for (let day = 0; day < 3; day += 1) {
      for (let hour = 0; hour < 20; hour += 4) await world.pass(4 * HOUR_MS);
      await world.says(citizen, 'กลับมา');
      await world.presses(citizen, 'ทำต่อ');
    }
    const code = await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    for (let hour = 0; hour < 90; hour += 6) await world.pass(6 * HOUR_MS);
    await world.settle();
    expect(await brokenComplaintPromises(world, [{ code }])).toEqual([]);
  } finally {
    await world.close();
  }
});
