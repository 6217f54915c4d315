import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { markedFiles } from './complaint-marked-files.ts';
import { file, tell } from './complaint-story.ts';
import { type ComplaintWorld, openComplaintWorld } from './complaint-world.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What a crash between writing a file and its row leaves, in each folder. */
function leave(world: ComplaintWorld): readonly string[] {
  const names = [
    `pieces/${randomUUID()}.bin`,
    `cases/${randomUUID()}-0.bin`,
    `threads/${randomUUID()}-0-${randomUUID()}.bin`,
  ];
  for (const name of names) world.files.set(name, { bytes: Buffer.from('x'), atMs: world.now() });
  return names;
}

it('a file that no row names goes after a day; those of drafts, complaints that wait, cases and answers stay', async () => {
  const world = await openComplaintWorld({ seed: 1 });
  try {
    const attached = await markedFiles('ZQXORPHAN');
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เรื่องแรก'], files: attached });
    const code = await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.pass(HOUR_MS);
    await world.settle();
    const other = await world.person('อีกบัญชี');
    await world.says(other, `ติดตาม ${code}`);
    await world.presses(other, 'ตอบหรือส่งเพิ่ม');
    for (const one of attached) await world.sends(other, one);
    await world.presses(other, 'ส่งให้เจ้าหน้าที่');
    // From Wednesday to Saturday: what is filed now waits until Monday, longer than a day.
    await world.pass(72 * HOUR_MS);
    const waiting = await world.person('ผู้ร้องวันเสาร์');
    await tell(world, waiting, { texts: ['เรื่องที่สอง'], files: attached });
    await file(world, waiting);
    await world.presses(waiting, 'บันทึกรหัสแล้ว');
    await world.settle();
    const named = [...world.files.keys()].sort();
    expect(new Set(named.map((name) => name.split('/')[0]))).toEqual(new Set(['pieces', 'cases', 'threads']));

    const orphans = leave(world);
    await world.pass(23 * HOUR_MS);
    expect(orphans.filter((name) => world.files.has(name))).toEqual(orphans);
    await world.pass(2 * HOUR_MS);
    expect([...world.files.keys()].sort()).toEqual(named);
  } finally {
    await world.close();
  }
});

it('a copy of an answer whose sending was lost in a crash goes after a day', async () => {
  const world = await openComplaintWorld({ seed: 2 });
  try {
    const orphans = leave(world);
    await world.pass(HOUR_MS);
    expect(orphans.every((name) => world.files.has(name))).toBe(true);
    await world.pass(25 * HOUR_MS);
    expect(world.files.size).toBe(0);
  } finally {
    await world.close();
  }
});
