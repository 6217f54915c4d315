import { type Aftermath, applyOutcome } from '../commit/apply-outcome.ts';
import type { CommitDeps } from '../commit/commit-deps.ts';
import type { Outcome } from '../commit/outcome.ts';
import { rides } from '../outbox/records.ts';
import { ref, type Store, StoreError, type Transaction } from '../store/store.ts';
import type { ChatEvent } from './event.ts';
import type { ChatFeature } from './feature.ts';
import { CONVERSATION_VERSION, type Conversation, conversations, inbox } from './records.ts';
import { type Route, route } from './route.ts';
import { lateAnswer, startAfresh } from './text.ts';

/** LINE redelivers within hours; a month is far beyond and costs nothing. */
const INBOX_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export interface EventDeps extends CommitDeps {
  readonly store: Store;
  readonly features: readonly ChatFeature[];
  /** Answers what nobody understands in a 1:1 chat. */
  readonly fallback: ChatFeature;
}

export type Committed =
  | { readonly kind: 'handled'; readonly aftermath: Aftermath }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'ignored' };

/**
 * Lets one event take effect, once: its inbox row, the flow, documents, audit entries, posts and the answer's row are
 * written in one transaction (G1). What people say to each other in a group has no effect and leaves nothing (G11).
 * @throws StoreError when the store cannot; then nothing happened and LINE may deliver again.
 */
export async function commitEvent(event: ChatEvent, deps: EventDeps): Promise<Committed> {
  if (event.chat.kind === 'group' && !route(deps.features, event, undefined, deps.fallback)) {
    const waiting = event.replyToken && (await deps.store.get(ref(rides, event.chat.id)));
    if (!waiting) return { kind: 'ignored' };
  }
  const receivedAtMs = deps.clock.now();
  try {
    return await deps.store.transact((tx) => commitIn(tx, event, receivedAtMs, deps));
  } catch (error) {
    // Two deliveries at once: the other one's inbox row is there now.
    if (error instanceof StoreError && error.code === 'already-exists' && (await isTaken(event, deps))) {
      return { kind: 'duplicate' };
    }
    throw error;
  }
}

async function isTaken(event: ChatEvent, deps: EventDeps): Promise<boolean> {
  return (await deps.store.get(ref(inbox, event.id))) !== undefined;
}

async function commitIn(
  tx: Transaction,
  event: ChatEvent,
  receivedAtMs: number,
  deps: EventDeps,
): Promise<Committed> {
  if (await tx.get(ref(inbox, event.id))) return { kind: 'duplicate' };
  const stored =
    event.chat.kind === 'user'
      ? (await tx.get(ref(conversations, deps.conversationId(event.chat.id))))?.data
      : undefined;
  const readable = stored === undefined || stored.version === CONVERSATION_VERSION;
  const conversation = readable ? stored : undefined;
  const found = route(deps.features, event, conversation?.flow, deps.fallback);
  const outcome = readable
    ? await decide(tx, event, found, conversation, deps)
    : { reply: [startAfresh()], flow: null };
  const occasion = {
    id: event.id,
    feature: found?.feature.name ?? deps.fallback.name,
    chat: event.chat,
    ...(event.replyToken ? { replyToken: event.replyToken } : {}),
    receivedAtMs,
    eventAtMs: event.atMs,
  };
  if (!found && !event.replyToken) return { kind: 'ignored' };
  const aftermath = await applyOutcome(tx, occasion, outcome, deps);
  tx.create(ref(inbox, event.id), {
    expiresAtMs: receivedAtMs + INBOX_KEPT_MS,
  });
  return { kind: 'handled', aftermath };
}

async function decide(
  tx: Transaction,
  event: ChatEvent,
  found: Route | undefined,
  conversation: Conversation | undefined,
  deps: EventDeps,
): Promise<Outcome> {
  if (!found) return {};
  const { feature, trigger } = found;
  const mine = conversation?.flow?.feature === feature.name ? conversation.flow.state : undefined;
  // LINE may deliver out of order: an answer older than the question on screen would answer the wrong question.
  if (trigger.kind === 'answer' && conversation && event.input.kind === 'text') {
    if (event.atMs < (conversation.lastEventAtMs ?? 0)) return { reply: [lateAnswer()] };
  }
  const rev = conversation?.rev ?? 0;
  return feature.handle({
    event,
    trigger,
    flow: mine,
    rev,
    nextRev: rev + 1,
    nowMs: deps.clock.now(),
    random: deps.random,
    tx,
  });
}
