import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import { ref, type Transaction } from '../store/store.ts';
import { openConversation } from '../webhook/open-conversation.ts';
import { CONVERSATION_VERSION, conversations, type Flow } from '../webhook/records.ts';
import type { CommitDeps } from './commit-deps.ts';
import type { Occasion } from './occasion.ts';
import type { Outcome } from './outcome.ts';

/** A conversation nobody continued is swept away at the end of the next day: to the day, so that it tells no hour. */
const DAYS_KEPT = 2;

/** Reads the conversation when the outcome changes its flow, and gives the function that writes it. */
export async function prepareFlow(
  tx: Transaction,
  occasion: Occasion,
  outcome: Outcome,
  deps: CommitDeps,
): Promise<() => void> {
  if (outcome.flow === undefined || occasion.chat?.kind !== 'user') return () => {};
  const { id: chatId } = occasion.chat;
  const id = deps.keys.conversationId(chatId);
  const before = openConversation((await tx.get(ref(conversations, id)))?.data, chatId, deps.keys);
  const lastEventAtMs = occasion.eventAtMs ?? before.flow?.lastEventAtMs;
  const flow: Flow | undefined =
    outcome.flow === null
      ? undefined
      : {
          feature: occasion.feature,
          state: outcome.flow,
          ...(lastEventAtMs === undefined ? {} : { lastEventAtMs }),
        };
  return () =>
    tx.set(ref(conversations, id), {
      version: CONVERSATION_VERSION,
      rev: occasion.nextRev ?? before.rev + 1,
      ...(flow === undefined ? {} : { closedFlow: deps.keys.closeFor(chatId, flow) }),
      expiresAtMs: epochMsOf(addDays(dayOf(deps.clock.now()), DAYS_KEPT)),
    });
}
