import type { OfficeKeys } from '../office-keys.ts';
import type { ClosedReplyRow, ReplyRow } from './records.ts';

/** The answer as it may lie in the store: a stolen store shows neither token nor words. */
export function closeReply(id: string, row: ReplyRow, keys: OfficeKeys): ClosedReplyRow {
  return { closedReply: keys.closeFor(`reply/${id}`, row), leaseUntilMs: row.leaseUntilMs };
}

/** The answer again; undefined when it was closed with another key. */
export function openReply(id: string, stored: ClosedReplyRow, keys: OfficeKeys): ReplyRow | undefined {
  return keys.openFor(`reply/${id}`, stored.closedReply) as ReplyRow | undefined;
}
