import { ref, type Transaction } from '../store/store.ts';
import { CONVERSATION_VERSION, conversations } from '../webhook/records.ts';
import type { CommitDeps } from './commit-deps.ts';
import type { Occasion } from './occasion.ts';
import type { Outcome } from './outcome.ts';

/** A conversation nobody continued for this long is swept away. Its flow has run out long before. */
const CONVERSATION_KEPT_MS = 24 * 60 * 60 * 1000;

/** Reads the conversation when the outcome changes its flow, and gives the function that writes it. */
export async function prepareFlow(
  tx: Transaction,
  occasion: Occasion,
  outcome: Outcome,
  deps: CommitDeps,
): Promise<() => void> {
  if (outcome.flow === undefined || occasion.chat?.kind !== 'user') return () => {};
  const { flow } = outcome;
  const id = deps.conversationId(occasion.chat.id);
  const stored = await tx.get(ref(conversations, id));
  const nowMs = deps.clock.now();
  const lastEventAtMs = occasion.eventAtMs ?? stored?.data.lastEventAtMs;
  return () =>
    tx.set(ref(conversations, id), {
      version: CONVERSATION_VERSION,
      rev: (stored?.data.rev ?? 0) + 1,
      ...(flow === null ? {} : { flow: { feature: occasion.feature, state: flow } }),
      updatedAtMs: nowMs,
      ...(lastEventAtMs === undefined ? {} : { lastEventAtMs }),
      expiresAtMs: nowMs + CONVERSATION_KEPT_MS,
    });
}
