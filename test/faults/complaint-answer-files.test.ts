import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCaseOpener } from '../../bot/complaints/case-content.ts';
import { caseThread, pieces } from '../../bot/complaints/records.ts';
import { importPrivateKey } from '../../bot/sealing/opening/private-key.ts';
import { wholeDatabase } from '../unit/linkage/whole-database.ts';
import { keptFiles } from './complaint-files.ts';
import { markedFiles } from './complaint-marked-files.ts';
import { file, tell } from './complaint-story.ts';
import { openComplaintWorld } from './complaint-world.ts';

const HOUR_MS = 60 * 60 * 1000;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

it('what is attached to an answer comes into the case under other names and bytes, and opens there', async () => {
  const world = await openComplaintWorld({ seed: 1 });
  try {
    const citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เกิดเรื่อง'] });
    const code = await file(world, citizen);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.pass(HOUR_MS);
    await world.settle();
    const other = await world.person('อีกบัญชี');
    await world.says(other, `ติดตาม ${code}`);
    await world.presses(other, 'ตอบหรือส่งเพิ่ม');
    await world.says(other, 'มีหลักฐานเพิ่ม');
    const attached = await markedFiles('ZQXANSWERFILES');
    for (const one of attached) await world.sends(other, one);
    const draft = new Map(world.files);
    expect(draft.size).toBe(attached.length);
    const waiting = await world.store.query({ collection: pieces, limit: 100 });
    expect(waiting.flatMap(({ data }) => data.fileName ?? []).sort()).toEqual([...draft.keys()].sort());

    await world.presses(other, 'ส่งให้เจ้าหน้าที่');
    expect(world.shows(other, 1)).toContain('ส่งให้เจ้าหน้าที่แล้ว');
    await world.settle();

    const [entry] = await world.store.query({ collection: caseThread, limit: 10 });
    if (!entry) throw new Error('no answer in the thread');
    expect([...world.files.keys()].sort()).toEqual([...entry.data.fileNames].sort());
    const known = new Set([...draft.values()].map(({ bytes }) => sha256(bytes)));
    expect([...world.files.values()].filter(({ bytes }) => known.has(sha256(bytes)))).toEqual([]);
    const everything = JSON.stringify([...wholeDatabase(world.path).values()]);
    expect([...draft.keys()].filter((name) => everything.includes(name))).toEqual([]);
    expect(await world.store.count({ collection: pieces })).toBe(0);

    const ring = [await importPrivateKey(world.privateBytes)];
    const files = keptFiles(new Map(world.files), world.now);
    const opener = createCaseOpener(async () => ring, world.store, files);
    const n = Number(entry.id.slice(entry.data.caseId.length + 1));
    const opened = await opener.thread(entry.data.caseId, n, entry.data);
    expect(opened.texts.map(({ text }) => text)).toEqual(['มีหลักฐานเพิ่ม']);
    const bytes = await Promise.all(opened.files.map((one) => opener.bytes(one)));
    expect(bytes.map((one) => one?.length)).toEqual(opened.files.map((one) => one.file.sizeBytes));
    expect(bytes[1]?.toString()).toContain('%PDF-1.4');
  } finally {
    await world.close();
  }
});
