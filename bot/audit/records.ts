import { collection } from '../store/store.ts';

/** Who did it: a member by LINE user id, or the program itself. A complainant is never an actor. */
export type Actor = { readonly kind: 'member'; readonly userId: string } | { readonly kind: 'program' };

/** What a handler says happened. `detail` holds ids, counts and amounts, never what a complainant wrote. */
export interface AuditEntry {
  readonly actor: Actor;
  /** `feature.verb`, for example `budget.confirmed`. */
  readonly action: string;
  /** What it happened to: a document id. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** An entry in a chain: `hash` covers everything else, `previousHash` included. */
export interface AuditRecord extends AuditEntry {
  /** Its chain; absent in chain 0. */
  readonly lane?: number;
  /** Its place in its chain, from 1 on. */
  readonly seq: number;
  readonly atMs: number;
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export const auditRecords = collection<AuditRecord>('audit', {
  indexes: [['seq']],
});
export const auditHeads = collection<AuditHead>('auditHead');
/** The head of chain 0, which alone existed once. */
export const AUDIT_HEAD_ID = 'head';
/**
 * Chains side by side. A chain's head is written with each of its entries, and a document takes few writes a second: what many
 * people may do in one moment is spread over all of them. Fixed: an office has the chains that it began with.
 */
export const AUDIT_LANES = 16;
/** What the first entry names as its predecessor. */
export const AUDIT_GENESIS: AuditHead = { seq: 0, hash: '0'.repeat(64) };
