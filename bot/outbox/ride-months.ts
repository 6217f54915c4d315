import { createHash } from 'node:crypto';
import { type Ref, ref, type Transaction } from '../store/store.ts';
import { type RideMonth, rideMonths } from './records.ts';

/** Documents over which a month's count is spread. More may be added; counts that stand in others would not be read. */
export const RIDE_SHARDS = 8;

/** Where this answer counts what rode on it. */
export function rideShardOf(month: string, answerId: string): Ref<RideMonth> {
  const place = createHash('sha256').update(answerId).digest().readUInt16BE(0) % RIDE_SHARDS;
  return ref(rideMonths, `${month}-${place}`);
}

/** What rode in a month. The same number of reads whatever rode; a month counted before there were shards stands under its name. */
export async function ridesIn(tx: Pick<Transaction, 'get'>, month: string): Promise<RideMonth> {
  const ids = [month, ...Array.from({ length: RIDE_SHARDS }, (_, place) => `${month}-${place}`)];
  const shards = await Promise.all(ids.map((id) => tx.get(ref(rideMonths, id))));
  let users = 0;
  const groups: Record<string, number> = {};
  for (const shard of shards) {
    users += shard?.data.users ?? 0;
    for (const [id, count] of Object.entries(shard?.data.groups ?? {}))
      groups[id] = (groups[id] ?? 0) + count;
  }
  return { users, groups };
}
