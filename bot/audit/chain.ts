import { createHash } from 'node:crypto';
import {
  AUDIT_GENESIS,
  AUDIT_HEAD_ID,
  AUDIT_LANES,
  type AuditEntry,
  type AuditHead,
  type AuditRecord,
} from './records.ts';

/** JSON with sorted keys: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256, hex, of everything in the record but the hash itself. */
export function auditHash(record: Omit<AuditRecord, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex');
}

/** Links entries to the chain `lane` that ends in `head`, in order. */
export function linkEntries(
  head: AuditHead,
  entries: readonly AuditEntry[],
  atMs: number,
  lane = 0,
): { readonly records: readonly AuditRecord[]; readonly head: AuditHead } {
  const records: AuditRecord[] = [];
  let last = head;
  for (const entry of entries) {
    const unsealed = {
      ...entry,
      ...(lane === 0 ? {} : { lane }),
      seq: last.seq + 1,
      atMs,
      previousHash: last.hash,
    };
    const record = { ...unsealed, hash: auditHash(unsealed) };
    records.push(record);
    last = { seq: record.seq, hash: record.hash };
  }
  return { records, head: last };
}

/** Document id of an entry: a chain's stand together, and sort as they count. */
export function auditId(seq: number, lane = 0): string {
  const place = String(seq).padStart(12, '0');
  return lane === 0 ? place : `lane-${twoDigits(lane)}-${place}`;
}

/** Document id of a chain's head. */
export function headId(lane: number): string {
  return lane === 0 ? AUDIT_HEAD_ID : `${AUDIT_HEAD_ID}-${twoDigits(lane)}`;
}

/** The chain of what happened on this occasion: the same for the same id, any of them for another. */
export function laneOf(occasionId: string): number {
  return createHash('sha256').update(occasionId).digest().readUInt16BE(0) % AUDIT_LANES;
}

/** Where all chains together end: how many entries there are, and one hash over the heads; chain 0 alone ends in its own. */
export function endOf(heads: ReadonlyMap<number, AuditHead>): AuditHead {
  const begun = [...heads].filter(([, { seq }]) => seq > 0).sort(([a], [b]) => a - b);
  const [first, ...others] = begun;
  if (!first) return AUDIT_GENESIS;
  if (first[0] === 0 && others.length === 0) return first[1];
  const seq = begun.reduce((sum, [, head]) => sum + head.seq, 0);
  return { seq, hash: createHash('sha256').update(canonicalJson(begun)).digest('hex') };
}

function twoDigits(lane: number): string {
  return String(lane).padStart(2, '0');
}
