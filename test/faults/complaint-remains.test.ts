import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { caseParts, cases, pieces } from '../../bot/complaints/records.ts';
import { replyRows } from '../../bot/outbox/records.ts';
import { conversations } from '../../bot/webhook/records.ts';
import type { SimUser } from '../simulator/protocol.ts';
import { markedFiles } from './complaint-marked-files.ts';
import { file, tell } from './complaint-story.ts';
import { type Secret, tracesIn } from './complaint-traces.ts';
import { type ComplaintWorld, openComplaintWorld } from './complaint-world.ts';

const HOUR_MS = 60 * 60 * 1000;
/** The store empties its log a second after the last write; a busy machine may take longer. */
const PATIENCE = { timeout: 15_000, interval: 100 };

/** Everything stored of a draft, by which a thief could tell later that it became a case. */
async function remainsOf({ store }: ComplaintWorld): Promise<readonly Secret[]> {
  const drafts = await store.query({ collection: pieces, limit: 100 });
  const talks = await store.query({ collection: conversations, limit: 100 });
  const answers = await store.query({ collection: replyRows, limit: 100 });
  return [
    ...drafts.flatMap(({ id, data }) => [
      { name: 'id of a piece', text: id },
      { name: 'ciphertext of a piece', text: data.sealed.ct.slice(0, 60) },
      { name: 'key of a piece', text: data.sealed.enc.slice(2, 60) },
      ...(data.fileName ? [{ name: 'file of a draft', text: data.fileName }] : []),
    ]),
    // Its name stays until the next day: that somebody talks to the account is not what is hidden here.
    ...talks.map(({ data }) => ({ name: 'conversation', text: JSON.stringify(data).slice(10, 120) })),
    ...answers.map(({ data }) => ({ name: 'answer', text: data.closedReply.slice(0, 60) })),
  ];
}

/** Whether a text lies as it is in the database file, or in its write-ahead log. */
function lying(path: string, secrets: readonly Secret[]): readonly string[] {
  return [path, `${path}-wal`].flatMap((one) => {
    const bytes = existsSync(one) ? readFileSync(one) : Buffer.alloc(0);
    return secrets
      .filter(({ text }) => bytes.includes(text))
      .map(({ name }) => `${name} in ${one === path ? 'the database' : 'the log'}`);
  });
}

describe('what lies in the files of the store once a complaint was filed and released', () => {
  let world: ComplaintWorld;
  let citizen: SimUser;
  let remains: readonly Secret[];

  beforeEach(async () => {
    world = await openComplaintWorld({ seed: 1 });
    citizen = await world.person('ผู้ร้อง');
    await tell(world, citizen, { texts: ['เกิดเรื่อง'], files: await markedFiles('ZQXREMAINS') });
    remains = await remainsOf(world);
    await file(world, citizen);
    remains = [...remains, ...(await remainsOf(world))];
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.pass(HOUR_MS);
    await world.settle();
  });
  afterEach(() => world.close());

  it('is looked through with eyes that see: right after the last write the log still holds the draft', () => {
    expect(remains.length).toBeGreaterThan(15);
    expect(lying(world.path, remains).filter((one) => one.endsWith('the log')).length).toBeGreaterThan(10);
  });

  it('is nothing of the draft, the conversation and the person, a moment later, with the store still open', async () => {
    await vi.waitFor(() => expect(statSync(`${world.path}-wal`).size).toBe(0), PATIENCE);
    expect(await world.store.count({ collection: cases })).toBe(1);
    expect(await world.store.count({ collection: caseParts })).toBeGreaterThan(0);
    expect(lying(world.path, remains)).toEqual([]);
    const person = [
      { name: 'user id', text: citizen.id },
      { name: 'user id without U', text: citizen.id.slice(1) },
    ];
    expect(tracesIn('the database', readFileSync(world.path), person)).toEqual([]);
    // Whose file it is can be told, so the look-up works: an officer stands in it.
    expect(lying(world.path, [{ name: 'officer', text: world.officer.id }])).toEqual([
      'officer in the database',
    ]);
  }, 30_000);
});
