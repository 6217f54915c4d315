import { MAX_PAGE, ref, type Store, type Stored } from '../store/store.ts';
import { auditHash } from './chain.ts';
import { AUDIT_GENESIS, AUDIT_HEAD_ID, type AuditRecord, auditHeads, auditRecords } from './records.ts';

/** What the check found: either every entry holds, or the first one that does not. */
export type AuditVerdict =
  | {
      readonly kind: 'whole';
      readonly entries: number;
      readonly headHash: string;
    }
  | {
      readonly kind: 'broken';
      readonly seq: number;
      readonly problem: 'missing' | 'changed' | 'unlinked' | 'head';
    };

/**
 * Reads the whole chain in order, a page at a time, and checks every link and the head (G8). The office may be at work
 * meanwhile: each page is read after a head, so that whatever that head counts must be found, and what came later may be.
 */
export async function verifyAudit(store: Store): Promise<AuditVerdict> {
  let last = AUDIT_GENESIS;
  let after: Stored<AuditRecord> | undefined;
  for (;;) {
    const head = (await store.get(ref(auditHeads, AUDIT_HEAD_ID)))?.data ?? AUDIT_GENESIS;
    const page: readonly Stored<AuditRecord>[] = await store.query({
      collection: auditRecords,
      orderBy: { field: 'seq', direction: 'asc' },
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    for (const { data } of page) {
      const { hash, ...rest } = data;
      if (data.seq !== last.seq + 1) return { kind: 'broken', seq: last.seq + 1, problem: 'missing' };
      if (data.previousHash !== last.hash) return { kind: 'broken', seq: data.seq, problem: 'unlinked' };
      if (auditHash(rest) !== hash) return { kind: 'broken', seq: data.seq, problem: 'changed' };
      last = { seq: data.seq, hash };
    }
    after = page.at(-1) ?? after;
    if (page.length === MAX_PAGE) continue;
    // Entries that came between the head and the page: the next head counts them.
    if (last.seq > head.seq && page.length > 0) continue;
    // Entries cut off at the end leave a whole chain behind; only the head shows that they were there.
    if (head.seq !== last.seq || head.hash !== last.hash)
      return { kind: 'broken', seq: last.seq, problem: 'head' };
    return { kind: 'whole', entries: last.seq, headHash: last.hash };
  }
}
