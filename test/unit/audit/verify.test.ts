import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditHash, auditId, headId, laneOf, linkEntries } from '../../../bot/audit/chain.ts';
import {
  AUDIT_GENESIS,
  AUDIT_HEAD_ID,
  AUDIT_LANES,
  type AuditEntry,
  type AuditRecord,
  auditHeads,
  auditRecords,
} from '../../../bot/audit/records.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { prepareAudit } from '../../../bot/commit/apply-audit.ts';
import { ref, type Store, type Transaction } from '../../../bot/store/store.ts';
import { cpuTimeMs } from '../../fixtures/cpu-time.ts';
import { openTempStore, type TempStore } from '../webhook/temp-store.ts';

const LENGTH = 8;
const entryOf = (n: number): AuditEntry => ({
  actor: n % 2 ? { kind: 'program' } : { kind: 'member', userId: `U${n}` },
  action: `people.did-${n}`,
  subject: `subject-${n}`,
  detail: { n, word: 'คำ', yes: n % 3 === 0 },
});

describe('the audit chain (G8)', () => {
  let temp: TempStore;
  let chain: readonly AuditRecord[] = [];
  beforeAll(async () => {
    temp = await openTempStore();
  });
  afterAll(() => temp.close());
  beforeEach(async () => {
    const linked = linkEntries(
      AUDIT_GENESIS,
      Array.from({ length: LENGTH }, (_, n) => entryOf(n)),
      1_000,
    );
    chain = linked.records;
    await temp.store.transact(async (tx) => {
      for (let seq = 0; seq <= LENGTH + 3; seq += 1) tx.remove(ref(auditRecords, auditId(seq)));
      for (const record of chain) tx.set(ref(auditRecords, auditId(record.seq)), record);
      tx.set(ref(auditHeads, AUDIT_HEAD_ID), linked.head);
    });
  });

  const put = (seq: number, record: object) =>
    temp.store.transact(async (tx) => tx.set(ref(auditRecords, auditId(seq)), record as AuditRecord));
  const at = (seq: number): AuditRecord => {
    const record = chain[seq - 1];
    if (!record) throw new RangeError(`no entry ${seq}`);
    return record;
  };
  const verdict = () => verifyAudit(temp.store);
  const anySeq = fc.integer({ min: 1, max: LENGTH });

  it('is whole as it was written, and says how long it is', async () => {
    expect(await verdict()).toEqual({ kind: 'whole', entries: LENGTH, headHash: at(LENGTH).hash });
  });

  it('is whole when many transactions append to it at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        temp.store.transact(async (tx) => (await prepareAudit(tx, [entryOf(n), entryOf(n + 1)], n))()),
      ),
    );
    expect(await verdict()).toMatchObject({ kind: 'whole', entries: LENGTH + 60 });
    await temp.store.transact(async (tx) => {
      for (let seq = LENGTH + 1; seq <= LENGTH + 60; seq += 1) tx.remove(ref(auditRecords, auditId(seq)));
    });
  });

  it('is whole while the office is at work and entries come between the heads and the page', async () => {
    let appends = 3;
    const append = async () => {
      appends -= 1;
      await temp.store.transact(async (tx) => (await prepareAudit(tx, [entryOf(appends)], appends))());
    };
    const atWork: Store = {
      ...temp.store,
      query: async (query) => {
        const found = await temp.store.query(query);
        if (appends > 0) await append();
        return found;
      },
    };
    // One came after the first heads, one after the page, one after the last heads.
    expect(await verifyAudit(atWork)).toMatchObject({ kind: 'whole', entries: LENGTH + 1 });
  });

  it('shows any change of any field of any entry', async () => {
    const other = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const field = fc.constantFrom(
      'actor',
      'action',
      'subject',
      'detail',
      'seq',
      'atMs',
      'previousHash',
      'hash',
      'added',
    );
    await fc.assert(
      fc.asyncProperty(anySeq, field, other, async (seq, name, value) => {
        const before = at(seq);
        fc.pre(
          JSON.stringify((before as unknown as Record<string, unknown>)[name]) !== JSON.stringify(value),
        );
        await put(seq, { ...before, [name]: value });
        expect((await verdict()).kind).toBe('broken');
        await put(seq, before);
      }),
      { numRuns: 150 },
    );
    expect((await verdict()).kind).toBe('whole');
  });

  it('shows a changed amount, a changed actor and a field that was taken out', async () => {
    const { detail, actor, subject, ...rest } = at(3);
    for (const changed of [
      { ...rest, subject, actor, detail: { ...detail, n: 999 } },
      { ...rest, subject, detail, actor: { kind: 'member', userId: 'U999' } },
      { ...rest, actor, detail },
    ]) {
      await put(3, changed);
      expect(await verdict()).toEqual({ kind: 'broken', seq: 3, problem: 'changed' });
    }
  });

  it('shows a change whose hash was made anew: the next entry, or the head, no longer fits', async () => {
    await fc.assert(
      fc.asyncProperty(anySeq, async (seq) => {
        const { hash: _hash, ...rest } = at(seq);
        const forged = { ...rest, subject: 'somebody else' };
        await put(seq, { ...forged, hash: auditHash(forged) });
        const problem = seq === LENGTH ? { seq, problem: 'head' } : { seq: seq + 1, problem: 'unlinked' };
        expect(await verdict()).toEqual({ kind: 'broken', ...problem });
        await put(seq, at(seq));
      }),
      { numRuns: LENGTH * 2 },
    );
  });

  it('shows a removed entry, and names the first one that is missing', async () => {
    for (let seq = 1; seq < LENGTH; seq += 1) {
      await temp.store.transact(async (tx) => tx.remove(ref(auditRecords, auditId(seq))));
      expect(await verdict()).toEqual({ kind: 'broken', seq, problem: 'missing' });
      await put(seq, at(seq));
    }
  });

  it('shows that the end was cut off, whole as the rest may be', async () => {
    for (let seq = LENGTH; seq >= 1; seq -= 1) {
      await temp.store.transact(async (tx) => tx.remove(ref(auditRecords, auditId(seq))));
      expect(await verdict()).toEqual({ kind: 'broken', seq: seq - 1, problem: 'head' });
    }
  });

  it('shows an inserted entry and one appended without the head', async () => {
    await put(LENGTH + 1, { ...at(4), seq: 4 });
    expect((await verdict()).kind).toBe('broken');
    const [appended] = linkEntries({ seq: LENGTH, hash: at(LENGTH).hash }, [entryOf(99)], 2_000).records;
    await put(LENGTH + 1, appended ?? {});
    expect(await verdict()).toEqual({ kind: 'broken', seq: LENGTH + 1, problem: 'head' });
  });

  it('shows two entries that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(anySeq, anySeq, async (a, b) => {
        fc.pre(a !== b);
        await put(a, { ...at(b), seq: a });
        await put(b, { ...at(a), seq: b });
        expect((await verdict()).kind).toBe('broken');
        await put(a, at(a));
        await put(b, at(b));
      }),
      { numRuns: 20 },
    );
  });

  it('is whole when nothing happened yet', async () => {
    const empty = await openTempStore();
    expect(await verifyAudit(empty.store)).toEqual({
      kind: 'whole',
      entries: 0,
      headHash: AUDIT_GENESIS.hash,
    });
    await empty.close();
  });
});

describe('audit chains side by side', () => {
  const LANES = [0, 3, 15];
  let temp: TempStore;
  beforeEach(async () => {
    temp = await openTempStore();
    for (let n = 0; n < 9; n += 1)
      await temp.store.transact(async (tx) =>
        (await prepareAudit(tx, [entryOf(n)], 1_000 + n, LANES[n % LANES.length]))(),
      );
  });
  afterEach(() => temp.close());
  const change = (work: (tx: Transaction) => void) => temp.store.transact(async (tx) => work(tx));
  const third = (lane: number) => ref(auditRecords, auditId(3, lane));

  it('are whole together, and end in another hash when any of them goes on', async () => {
    const before = await verifyAudit(temp.store);
    expect(before).toMatchObject({ kind: 'whole', entries: 9 });
    await temp.store.transact(async (tx) => (await prepareAudit(tx, [entryOf(9)], 2_000, 3))());
    const after = await verifyAudit(temp.store);
    expect(after).toMatchObject({ kind: 'whole', entries: 10 });
    expect(after).not.toMatchObject({ headHash: before.kind === 'whole' ? before.headHash : '' });
  });

  it.each([3, 15])('show what was done to chain %i, by its number', async (lane) => {
    const record = (await temp.store.get(third(lane)))?.data ?? expect.fail('no entry');
    await change((tx) => tx.set(third(lane), { ...record, subject: 'somebody else' }));
    expect(await verifyAudit(temp.store)).toEqual({ kind: 'broken', lane, seq: 3, problem: 'changed' });
    await change((tx) => tx.remove(third(lane)));
    expect(await verifyAudit(temp.store)).toEqual({ kind: 'broken', lane, seq: 2, problem: 'head' });
    await change((tx) => tx.remove(ref(auditRecords, auditId(1, lane))));
    expect(await verifyAudit(temp.store)).toEqual({ kind: 'broken', lane, seq: 1, problem: 'missing' });
  });

  it('show an entry that was taken from one chain into another, and a chain that nobody began', async () => {
    const record = (await temp.store.get(third(3)))?.data ?? expect.fail('no entry');
    await change((tx) => tx.set(third(15), record));
    expect(await verifyAudit(temp.store)).toMatchObject({ kind: 'broken', lane: 15, seq: 3 });
    const other = (await temp.store.get(third(0)))?.data ?? expect.fail('no entry');
    await change((tx) => {
      tx.remove(third(15));
      tx.set(ref(auditRecords, auditId(1, 99)), { ...other, seq: 1, lane: 99 });
    });
    expect((await verifyAudit(temp.store)).kind).toBe('broken');
  });

  it('show a chain that is gone, with its head or without, by the hash in which all end', async () => {
    const before = await verifyAudit(temp.store);
    await change((tx) => {
      for (let seq = 1; seq <= 3; seq += 1) tx.remove(ref(auditRecords, auditId(seq, 15)));
    });
    expect(await verifyAudit(temp.store)).toMatchObject({ kind: 'broken', lane: 15, problem: 'head' });
    await change((tx) => tx.remove(ref(auditHeads, headId(15))));
    expect(await verifyAudit(temp.store)).not.toEqual(before);
  });

  it('take what happens on many occasions in about equal parts', () => {
    const counts = new Map<number, number>();
    for (let n = 0; n < 1_600; n += 1) {
      const lane = laneOf(`event-${n}`);
      counts.set(lane, (counts.get(lane) ?? 0) + 1);
    }
    expect(counts.size).toBe(AUDIT_LANES);
    expect(Math.max(...counts.values())).toBeLessThan(160);
  });
});

it('checks ten thousand entries in a few seconds', async () => {
  const temp = await openTempStore();
  const { records, head } = linkEntries(
    AUDIT_GENESIS,
    Array.from({ length: 10_000 }, (_, n) => entryOf(n)),
    1_000,
  );
  for (let from = 0; from < records.length; from += 1_000) {
    await temp.store.transact(async (tx) => {
      for (const record of records.slice(from, from + 1_000))
        tx.set(ref(auditRecords, auditId(record.seq)), record);
      tx.set(ref(auditHeads, AUDIT_HEAD_ID), head);
    });
  }
  const startedAt = cpuTimeMs();
  expect(await verifyAudit(temp.store)).toMatchObject({ kind: 'whole', entries: 10_000 });
  expect(cpuTimeMs() - startedAt).toBeLessThan(10_000);
  await temp.close();
});
