import { completenessOf } from '../../shared/complaints/completeness.ts';
import { dueDay } from '../../shared/complaints/deadlines.ts';
import type { FiledDraft } from '../../shared/complaints/intake-input.ts';
import {
  makeReceiptCode,
  RECEIPT_RANDOM_DIGITS,
  type ReceiptCode,
} from '../../shared/complaints/receipt-code.ts';
import { readersOf } from '../../shared/complaints/routing.ts';
import { addDays, type Day, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import { create, set, type Write } from '../commit/outcome.ts';
import { activeMembers } from '../people/read-people.ts';
import type { Random } from '../random.ts';
import { makeReplyChannel, type ReplyChannel } from '../sealing/reply-channel.ts';
import { ref, type Transaction } from '../store/store.ts';
import { receiptIndex } from './receipt/receipt-index.ts';
import { makeReceiptLock, type ReceiptLock } from './receipt/receipt-lock.ts';
import type { ReceiptSecrets } from './receipt/receipt-secrets.ts';
import { FILED_KEPT_DAYS, type PooledComplaint, pieces, pool } from './records.ts';
import { OFFICE_CLOSED, settingsOf } from './settings.ts';

/** The slow part of filing, done before the transaction: a code, its index and lock, and the complainant's channel. */
export interface PreparedFiling {
  readonly caseId: string;
  readonly code: ReceiptCode;
  readonly index: string;
  readonly lock: ReceiptLock;
  readonly channel: ReplyChannel;
}

/** Draws a receipt code and makes everything that hangs on it. */
export async function prepareFiling(random: Random, secrets: ReceiptSecrets): Promise<PreparedFiling> {
  const code = makeReceiptCode(random.digits(RECEIPT_RANDOM_DIGITS));
  const [index, made] = await Promise.all([receiptIndex(code, secrets), makeReceiptLock(code, secrets)]);
  const channel = await makeReplyChannel(made.replyLockKey);
  made.replyLockKey.fill(0);
  return { caseId: random.uuid(), code, index, lock: made.lock, channel };
}

export type Filed =
  | { readonly kind: 'filed'; readonly writes: readonly Write[]; readonly backBy: Day }
  /** Nobody in the office may read it. */
  | { readonly kind: 'nobody' };

/** Puts a complaint into the pool, with its readers fixed now: the accused and their line are left out. */
export async function fileComplaint(
  tx: Pick<Transaction, 'get' | 'query'>,
  complaint: FiledDraft,
  prepared: PreparedFiling,
  nowMs: number,
): Promise<Filed> {
  const settings = await settingsOf(tx);
  const active = await activeMembers(tx);
  const readers = readersOf(
    active.map(({ id, data }) => ({ id, unit: data.unit, roles: data.roles })),
    complaint.accused,
    settings.headReaderIds,
  );
  if (readers.kind === 'nobody') return { kind: 'nobody' };
  const receivedDay = dayOf(nowMs);
  const pooled: PooledComplaint = {
    category: complaint.category,
    accused: complaint.accused,
    elsewhere: complaint.elsewhere,
    pieces: complaint.pieces.map(({ field, kind, pieceId }) => ({ field, kind, pieceId })),
    receivedDay,
    filledCount: completenessOf(complaint).filled.length,
    readerIds: readers.ids,
    lock: prepared.lock,
    channel: prepared.channel,
    receiptIndex: prepared.index,
  };
  const keptUntilMs = epochMsOf(addDays(receivedDay, FILED_KEPT_DAYS));
  const kept: Write[] = [];
  for (const { pieceId } of complaint.pieces) {
    const piece = await tx.get(ref(pieces, pieceId));
    if (piece) kept.push(set(ref(pieces, pieceId), { ...piece.data, expiresAtMs: keptUntilMs }));
  }
  return {
    kind: 'filed',
    writes: [create(ref(pool, prepared.caseId), pooled), ...kept],
    backBy: dueDay(receivedDay, settings.deadlines.reply, OFFICE_CLOSED),
  };
}
