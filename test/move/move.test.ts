import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { AUDIT_HEAD_ID, auditHeads } from '../../bot/audit/records.ts';
import { allCollections } from '../../bot/collections.ts';
import { caseLines } from '../../bot/complaints/records.ts';
import type { RefusalReason } from '../../bot/move/move.ts';
import { moveOffice } from '../../bot/move/move-office.ts';
import { notHere, stayHere } from '../../bot/move/stay.ts';
import { posts } from '../../bot/outbox/records.ts';
import { type Collection, ref } from '../../bot/store/store.ts';
import { conversations } from '../../bot/webhook/records.ts';
import { Fate } from '../faults/crash.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import { moveBetween, moveThroughInterruptions } from './interrupted-move.ts';
import { fillLargeOffice } from './large-office.ts';
import { officeFacts } from './office-facts.ts';
import { Places } from './places.ts';

const LARGE = { caseLines: 1_000, measures: 50, auditEntries: 400, files: 60 };
/** The collections that {@link fillLargeOffice} fills: reading fifty empty ones at every end would prove no more. */
const FILLED = ['audit', 'auditHead', 'caseLines', 'caseTallies', 'cases', 'measures', 'posts'];
const collections = allCollections.filter(({ name }) => FILLED.includes(name));
const SMALL = { caseLines: 150, measures: 5, auditEntries: 3, files: 4 };
const places = new Places();
afterEach(() => places.close());

const refusal = (reason: RefusalReason) => expect.objectContaining({ name: 'MoveRefused', reason });

describe('a move', () => {
  it('carries an office of 1,000 lines there and back, interrupted at random calls, and nothing is lost, doubled or changed', async () => {
    const [home, away, again] = [await places.open(), await places.open(), await places.open()];
    await fillLargeOffice(home, LARGE);
    const before = await officeFacts(home);
    const draws = new SeededRandom(20_261);
    const fate = new Fate(() => draws.chance(0.004));
    const there = await moveThroughInterruptions(home, away, fate);
    expect(await officeFacts(away)).toEqual(before);
    const back = await moveThroughInterruptions(away, again, fate);
    expect(await officeFacts(again)).toEqual(before);
    expect(there.starts + back.starts).toBeGreaterThan(6);
    expect(back.moved).toMatchObject({
      files: LARGE.files,
      filesLeft: 0,
      audit: { kind: 'whole', entries: 400 },
    });
    expect(await notHere(home.store)).toBe('moved-away');
    expect(await notHere(away.store)).toBe('moved-away');
    expect(await notHere(again.store)).toBeUndefined();
  }, 180_000);

  it('goes on from every single call at which it was ended', async () => {
    const home = await places.open();
    await fillLargeOffice(home, SMALL);
    const before = await officeFacts(home);
    const counting = new Fate(() => false);
    await moveThroughInterruptions(home, await places.open(), counting, { collections });
    await stayHere(home.store);
    for (let end = 1; end <= counting.calls; end += 1) {
      const target = await places.open();
      const { starts } = await moveThroughInterruptions(home, target, new Fate((call) => call === end), {
        collections,
      });
      expect(starts).toBe(2);
      expect(await officeFacts(target), `ended at call ${end}`).toEqual(before);
      await stayHere(home.store);
    }
  }, 180_000);

  it('refuses a target that keeps anything, and leaves it as it was', async () => {
    for (const spoil of ['document', 'file'] as const) {
      const [home, target] = [await places.open(), await places.open()];
      await fillLargeOffice(home, SMALL);
      if (spoil === 'file') await target.files?.put('cases/x.bin', Buffer.from('x'));
      else
        await target.store.transact(async (tx) =>
          tx.set(ref(caseLines as Collection<object>, 'x'), { a: 1 }),
        );
      const before = await officeFacts(target);
      await expect(moveOffice(moveBetween(home, target))).rejects.toEqual(refusal('target-not-empty'));
      expect(await officeFacts(target)).toEqual(before);
      expect(await notHere(home.store)).toBeUndefined();
    }
  });

  it('refuses to go on when the office worked in between', async () => {
    const [home, target] = [await places.open(), await places.open()];
    await fillLargeOffice(home, SMALL);
    await interrupt(home, target);
    expect(await notHere(target.store)).toBe('half-moved');
    await home.store.transact(async (tx) => tx.set(ref(auditHeads, AUDIT_HEAD_ID), { seq: 4, hash: 'f' }));
    await expect(moveOffice(moveBetween(home, target))).rejects.toEqual(refusal('source-changed'));
  });

  it('finds a document that changed at the source after it was carried, and a stranger at the target', async () => {
    for (const place of ['source', 'target'] as const) {
      const [home, target] = [await places.open(), await places.open()];
      await fillLargeOffice(home, SMALL);
      await interrupt(home, target);
      const { store } = place === 'source' ? home : target;
      await store.transact(async (tx) =>
        tx.set(ref(caseLines as Collection<object>, 'U-officer-case-0'), { a: 1 }),
      );
      await expect(moveOffice(moveBetween(home, target))).rejects.toEqual(refusal('differs'));
      expect(await notHere(home.store)).toBeUndefined();
    }
  });

  it('takes a document that is already there when it is the same, and refuses another one under its id', async () => {
    for (const isSame of [true, false]) {
      const [home, target] = [await places.open(), await places.open()];
      await fillLargeOffice(home, SMALL);
      await interrupt(home, target);
      const [post] = await home.store.query({ collection: posts, limit: 1 });
      if (!post) throw new Error('no post');
      const data = isSame ? post.data : { ...post.data, kind: 'other' };
      await target.store.transact(async (tx) => tx.create(ref(posts, post.id), data));
      const moving = moveOffice(moveBetween(home, target));
      if (isSame) expect((await moving).isNew).toBe(true);
      else await expect(moving).rejects.toEqual(refusal('differs'));
    }
  });

  it('does not leave files behind unasked, and carries them later when there is a place', async () => {
    const [home, { store, files }] = [await places.open(), await places.open()];
    await fillLargeOffice(home, SMALL);
    await expect(moveOffice(moveBetween(home, { store }))).rejects.toEqual(refusal('no-place-for-files'));
    const without = await moveOffice(moveBetween(home, { store }, { withoutFiles: true }));
    expect(without).toMatchObject({ files: 0, filesLeft: 4 });
    if (!files) throw new Error('no files');
    expect(await moveOffice(moveBetween(home, { store, files }))).toMatchObject({ isNew: false, files: 4 });
    expect(await files.names({ limit: 10 })).toEqual(await home.files?.names({ limit: 10 }));
  });

  it('refuses an empty source, one that has left and one that never wholly arrived', async () => {
    const [empty, home, target, third] = [
      await places.open(),
      await places.open(),
      await places.open(),
      await places.open(),
    ];
    await expect(moveOffice(moveBetween(empty, target))).rejects.toEqual(refusal('nothing-to-move'));
    await fillLargeOffice(home, SMALL);
    await interrupt(home, target);
    await expect(moveOffice(moveBetween(target, third))).rejects.toEqual(refusal('source-unfinished'));
    await moveOffice(moveBetween(home, target));
    expect(await moveOffice(moveBetween(home, target))).toMatchObject({ isNew: false });
    await expect(moveOffice(moveBetween(home, third))).rejects.toEqual(refusal('moved-away'));
  });
});

/** A move that ends once case lines have been carried and before posts are. */
async function interrupt(home: Parameters<typeof moveBetween>[0], target: typeof home): Promise<void> {
  const stop = new Error('stop');
  const progress = ({ name }: { name: string }) => {
    if (name === 'cases') throw stop;
  };
  await expect(moveOffice(moveBetween(home, target, { progress }))).rejects.toBe(stop);
}

it('every collection that the program declares is one that a move carries', () => {
  const root = new URL('../../bot/', import.meta.url);
  const declared = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('move/'))
    .flatMap((path) => [
      ...readFileSync(new URL(path, root), 'utf8').matchAll(/= collection<[^(]*>\(\s*'(\w+)'/g),
    ])
    .map(([, name]) => name);
  expect(declared).toContain(conversations.name);
  expect(declared.toSorted()).toEqual(allCollections.map(({ name }) => name).toSorted());
});
