import type { ReceiptCode } from '../../shared/complaints/receipt-code.ts';
import { type ReplyKey, unlockReplyKey } from '../sealing/reply-channel.ts';
import { ref, type Store } from '../store/store.ts';
import { dailyUserKeys } from './receipt/daily-user-key.ts';
import { receiptIndex } from './receipt/receipt-index.ts';
import { tryReceiptLock } from './receipt/receipt-lock.ts';
import type { ReceiptSecrets } from './receipt/receipt-secrets.ts';
import { newThrottle, returnTry, type Throttle, takeTry } from './receipt/throttle.ts';
import { type Case, cases, type PooledComplaint, pool, receipts } from './records.ts';

/** What a receipt code leads to. */
export type Found =
  | {
      readonly kind: 'found';
      readonly caseId: string;
      /** Absent while the complaint waits for its batch. */
      readonly case?: Case;
      readonly pooled?: PooledComplaint;
      readonly replyKey: ReplyKey;
    }
  | { readonly kind: 'unknown' }
  /** Too many wrong codes; nobody is locked out, everybody waits. */
  | { readonly kind: 'wait'; readonly waitMs: number };

export interface LookUps {
  /** Finds the case of a code. Guessing is throttled per person and overall; a miss takes as long as a hit. */
  find(code: ReceiptCode, userId: string, nowMs: number): Promise<Found>;
}

/** Look-ups with a throttle that lives in this process only: nowhere is written who tried. */
export function createLookUps(
  store: Store,
  secrets: ReceiptSecrets,
  newBytes: (count: number) => Uint8Array,
  nowMs: number,
): LookUps {
  let throttle: Throttle = newThrottle(nowMs);
  const userKey = dailyUserKeys(newBytes);
  return {
    find: async (code, userId, atMs) => {
      const user = userKey(userId, atMs);
      const asked = takeTry(throttle, user, atMs);
      throttle = asked.throttle;
      if (asked.kind === 'wait') return { kind: 'wait', waitMs: asked.waitMs };
      const index = await receiptIndex(code, secrets);
      const [receipt, waits] = await Promise.all([
        store.get(ref(receipts, index)),
        store.query({ collection: pool, where: [['receiptIndex', '==', index]], limit: 1 }),
      ]);
      const caseId = receipt?.data.caseId ?? waits[0]?.id ?? 'none';
      const filed = await store.get(ref(cases, caseId));
      const waiting = waits[0];
      const holder = filed?.data ?? waiting?.data;
      const lockKey = await tryReceiptLock(code, holder?.lock, secrets);
      if (!holder || !lockKey) return { kind: 'unknown' };
      throttle = returnTry(throttle, user, asked.taken);
      const replyKey = await unlockReplyKey(holder.channel, lockKey);
      lockKey.fill(0);
      return {
        kind: 'found',
        caseId,
        ...(filed ? { case: filed.data } : {}),
        ...(waiting && !filed ? { pooled: waiting.data } : {}),
        replyKey,
      };
    },
  };
}
