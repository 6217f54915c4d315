import { createHash } from 'node:crypto';
import { type Aftermath, applyOutcome } from '../commit/apply-outcome.ts';
import type { CommitDeps } from '../commit/commit-deps.ts';
import type { Outcome } from '../commit/outcome.ts';
import { type Json, ref, type Store, StoreError, type Transaction } from '../store/store.ts';
import { ApiError } from './api-error.ts';
import { REQUEST_KEPT_MS, type RequestRecord, requests } from './records.ts';
import type { WriteRequest } from './write-request.ts';

export interface CommitRequestDeps extends CommitDeps {
  readonly store: Store;
  /** Goes on with work and answers once they are durable; left out, the sweeper does within its lease. */
  readonly afterCommit?: (aftermath: Aftermath) => void;
}

/** What a route decides on. */
export interface Decision<Answer extends Json> {
  readonly outcome: Outcome;
  /** Kept for a day and given again when the phone repeats itself. Ids and revisions only, never what a person wrote. */
  readonly answer: Answer;
}

/**
 * Lets one write take effect, once (G1): everything the outcome says and the request's own row are written in one
 * transaction. The same key again gives the first answer and changes nothing; what `decide` throws leaves nothing behind, so
 * the same key may then be tried again. `decide` reads only and may run more than once.
 * Throws ApiError `key-reused` when the key came before with another path or body, StoreError when the store cannot.
 */
export async function commitRequest<Answer extends Json>(
  deps: CommitRequestDeps,
  { request, feature }: { readonly request: WriteRequest; readonly feature: string },
  decide: (tx: Transaction) => Promise<Decision<Answer>>,
): Promise<Answer> {
  const id = createHash('sha256').update(`${request.userId}/${request.key}`).digest('hex');
  const earlier = (row: RequestRecord): Answer => {
    if (row.fingerprint !== request.fingerprint) throw new ApiError('key-reused');
    return deps.keys.openFor(`request/${id}`, row.closedAnswer) as Answer;
  };
  const commit = async (tx: Transaction): Promise<{ answer: Answer; aftermath?: Aftermath }> => {
    const row = (await tx.get(ref(requests, id)))?.data;
    const nowMs = deps.clock.now();
    if (row && row.expiresAtMs > nowMs) return { answer: earlier(row) };
    const { outcome, answer } = await decide(tx);
    const occasion = { id: `request-${id}`, feature, isByPerson: true, receivedAtMs: nowMs };
    const aftermath = await applyOutcome(tx, occasion, outcome, deps);
    const kept: RequestRecord = {
      fingerprint: request.fingerprint,
      closedAnswer: deps.keys.closeFor(`request/${id}`, answer),
      expiresAtMs: nowMs + REQUEST_KEPT_MS,
    };
    if (row) tx.set(ref(requests, id), kept);
    else tx.create(ref(requests, id), kept);
    return { answer, aftermath };
  };
  try {
    const { answer, aftermath } = await deps.store.transact(commit);
    if (aftermath) deps.afterCommit?.(aftermath);
    return answer;
  } catch (error) {
    // Two tries at once: the other one's row is there now.
    const row =
      error instanceof StoreError && error.code === 'already-exists'
        ? (await deps.store.get(ref(requests, id)))?.data
        : undefined;
    if (row) return earlier(row);
    throw error;
  }
}
