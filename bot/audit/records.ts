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

/** An entry in the chain: `hash` covers everything else, `previousHash` included. */
export interface AuditRecord extends AuditEntry {
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
/** The one head document. */
export const AUDIT_HEAD_ID = 'head';
/** What the first entry names as its predecessor. */
export const AUDIT_GENESIS: AuditHead = { seq: 0, hash: '0'.repeat(64) };
