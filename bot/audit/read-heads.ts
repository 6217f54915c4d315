import { MAX_PAGE, type Store } from '../store/store.ts';
import { headId } from './chain.ts';
import { AUDIT_LANES, type AuditHead, auditHeads } from './records.ts';

/** The heads of the chains that have begun, by chain. One read however much there is. */
export async function readHeads(store: Pick<Store, 'query'>): Promise<ReadonlyMap<number, AuditHead>> {
  const stored = await store.query({ collection: auditHeads, limit: MAX_PAGE });
  const heads = new Map<number, AuditHead>();
  for (let lane = 0; lane < AUDIT_LANES; lane += 1) {
    const head = stored.find(({ id }) => id === headId(lane));
    if (head) heads.set(lane, head.data);
  }
  return heads;
}
