import { MAX_PAGE, type Store, type Stored } from '../store/store.ts';
import { auditHash, auditId, endOf } from './chain.ts';
import { readHeads } from './read-heads.ts';
import { AUDIT_GENESIS, type AuditHead, type AuditRecord, auditRecords } from './records.ts';

/** What the check found: either every entry of every chain holds, or the first one that does not. */
export type AuditVerdict =
  | {
      readonly kind: 'whole';
      readonly entries: number;
      /** Where all chains together end. */
      readonly headHash: string;
    }
  | {
      readonly kind: 'broken';
      /** Its chain, when it is not chain 0. */
      readonly lane?: number;
      readonly seq: number;
      readonly problem: 'missing' | 'changed' | 'unlinked' | 'head';
    };

type Broken = Extract<AuditVerdict, { kind: 'broken' }>;

/**
 * Reads every chain in order, a page at a time, and checks every link and every head (G8). The office may be at work meanwhile: what
 * the heads counted before the first page must be found, and nothing may be found that they do not count after the last.
 */
export async function verifyAudit(store: Store): Promise<AuditVerdict> {
  const before = await readHeads(store);
  const ends = new Map<number, AuditHead>();
  let after: Stored<AuditRecord> | undefined;
  for (;;) {
    const page: readonly Stored<AuditRecord>[] = await store.query({
      collection: auditRecords,
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    for (const { id, data } of page) {
      // By where it stands, for what it says of itself may be a forger's.
      const lane = laneAt(id);
      const last = ends.get(lane) ?? AUDIT_GENESIS;
      const problem = problemOf(id, lane, data, last);
      if (problem) return broken(lane, problem.seq, problem.problem);
      const head = before.get(lane);
      if (head?.seq === data.seq && head.hash !== data.hash) return broken(lane, data.seq, 'head');
      ends.set(lane, { seq: data.seq, hash: data.hash });
    }
    after = page.at(-1);
    if (page.length < MAX_PAGE) break;
  }
  // Entries cut off at the end leave a whole chain behind; only the head shows that they were there.
  const now = await readHeads(store);
  for (const lane of new Set([...before.keys(), ...ends.keys()])) {
    const last = ends.get(lane) ?? AUDIT_GENESIS;
    const head = now.get(lane) ?? AUDIT_GENESIS;
    const isCut = last.seq < (before.get(lane) ?? AUDIT_GENESIS).seq;
    const isBeyond = last.seq > head.seq || (last.seq === head.seq && last.hash !== head.hash);
    if (isCut || isBeyond) return broken(lane, last.seq, 'head');
  }
  const { seq, hash } = endOf(ends);
  return { kind: 'whole', entries: seq, headHash: hash };
}

function problemOf(
  id: string,
  lane: number,
  data: AuditRecord,
  last: AuditHead,
): Pick<Broken, 'seq' | 'problem'> | undefined {
  const { hash, ...rest } = data;
  const next = last.seq + 1;
  if (data.seq !== next || (data.lane ?? 0) !== lane || id !== auditId(next, lane))
    return { seq: next, problem: 'missing' };
  if (data.previousHash !== last.hash) return { seq: next, problem: 'unlinked' };
  return auditHash(rest) === hash ? undefined : { seq: next, problem: 'changed' };
}

function broken(lane: number, seq: number, problem: Broken['problem']): Broken {
  return { kind: 'broken', ...(lane === 0 ? {} : { lane }), seq, problem };
}

/** The chain that an id belongs to. */
function laneAt(id: string): number {
  return Number(/^lane-(\d{2})-/.exec(id)?.[1] ?? 0);
}
