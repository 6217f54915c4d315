import { ref, type Store } from '../store/store.ts';
import { headId } from './chain.ts';
import { AUDIT_GENESIS, AUDIT_LANES, type AuditHead, auditHeads } from './records.ts';

/** The head of every chain. The same number of reads however much there is. */
export async function readHeads(store: Pick<Store, 'get'>): Promise<ReadonlyMap<number, AuditHead>> {
  const lanes = Array.from({ length: AUDIT_LANES }, (_, lane) => lane);
  const heads = await Promise.all(lanes.map((lane) => store.get(ref(auditHeads, headId(lane)))));
  return new Map(lanes.map((lane) => [lane, heads[lane]?.data ?? AUDIT_GENESIS]));
}
