import { type Aftermath, applyOutcome } from '../commit/apply-outcome.ts';
import type { CommitDeps } from '../commit/commit-deps.ts';
import type { Outcome } from '../commit/outcome.ts';
import { rides } from '../outbox/records.ts';
import { ref, type Store, StoreError, type Transaction } from '../store/store.ts';
import type { ChatEvent } from './event.ts';
import type { ChatFeature } from './feature.ts';
import { nextRevOf } from './next-rev.ts';
import { type OpenConversation, openConversation } from './open-conversation.ts';
import { conversations, inbox } from './records.ts';
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

/** What was done before the transaction, for the feature it was done for. */
interface Prepared {
  readonly feature: string;
  readonly value: unknown;
}

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
  const prepared = await prepare(event, deps);
  try {
    return await deps.store.transact((tx) => commitIn(tx, event, receivedAtMs, prepared, deps));
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

/** Lets the feature that will probably handle the event do its slow, effectless part (sealing) outside the transaction. */
async function prepare(event: ChatEvent, deps: EventDeps): Promise<Prepared | undefined> {
  if (event.chat.kind !== 'user' || !mayNeedPreparing(event, deps)) return undefined;
  const stored = await deps.store.get(ref(conversations, deps.keys.conversationId(event.chat.id)));
  const { flow } = openConversation(stored?.data, event.chat.id, deps.keys);
  const found = route(deps.features, event, flow, deps.fallback);
  if (!found?.feature.prepare) return undefined;
  const { feature, trigger } = found;
  const mine = flow?.feature === feature.name ? flow.state : undefined;
  const value = await found.feature.prepare({ event, trigger, flow: mine, nowMs: deps.clock.now() });
  return { feature: feature.name, value };
}

/** Buttons name their feature; of the rest, only what a person says can need a slow part. Spares most events a read. */
function mayNeedPreparing({ input }: ChatEvent, { features }: EventDeps): boolean {
  if (input.kind === 'button') {
    return features.some((one) => one.name === input.press.feature && one.prepare !== undefined);
  }
  return input.kind === 'text' || input.kind === 'location';
}

async function commitIn(
  tx: Transaction,
  event: ChatEvent,
  receivedAtMs: number,
  prepared: Prepared | undefined,
  deps: EventDeps,
): Promise<Committed> {
  if (await tx.get(ref(inbox, event.id))) return { kind: 'duplicate' };
  const stored =
    event.chat.kind === 'user'
      ? (await tx.get(ref(conversations, deps.keys.conversationId(event.chat.id))))?.data
      : undefined;
  const conversation = openConversation(stored, event.chat.id, deps.keys);
  const found = route(deps.features, event, conversation.flow, deps.fallback);
  if (!found && !event.replyToken) return { kind: 'ignored' };
  const nextRev = conversation.isReadable ? nextRevOf(conversation, deps.random) : conversation.rev + 1;
  const outcome = conversation.isReadable
    ? await decide(tx, event, found, { ...conversation, nextRev }, prepared, deps)
    : { reply: [startAfresh()], flow: null };
  const occasion = {
    id: event.id,
    feature: found?.feature.name ?? deps.fallback.name,
    chat: event.chat,
    ...(event.replyToken ? { replyToken: event.replyToken } : {}),
    receivedAtMs,
    nextRev,
    eventAtMs: event.atMs,
  };
  const aftermath = await applyOutcome(tx, occasion, outcome, deps);
  // It concerned nobody and nothing rode along: a second delivery would do as little, so no trace is left.
  if (!found && conversation.isReadable && !aftermath.reply) return { kind: 'ignored' };
  tx.create(ref(inbox, event.id), { expiresAtMs: receivedAtMs + INBOX_KEPT_MS });
  return { kind: 'handled', aftermath };
}

async function decide(
  tx: Transaction,
  event: ChatEvent,
  found: Route | undefined,
  { flow, rev, nextRev }: OpenConversation & { readonly nextRev: number },
  prepared: Prepared | undefined,
  deps: EventDeps,
): Promise<Outcome> {
  if (!found) return {};
  const { feature, trigger } = found;
  // LINE may deliver out of order: an answer older than the question on screen would answer the wrong question.
  if (trigger.kind === 'answer' && event.input.kind === 'text') {
    if (event.atMs < (flow?.lastEventAtMs ?? 0)) return { reply: [lateAnswer()] };
  }
  return feature.handle({
    event,
    trigger,
    flow: flow?.feature === feature.name ? flow.state : undefined,
    rev,
    nextRev,
    nowMs: deps.clock.now(),
    random: deps.random,
    tx,
    prepared: prepared?.feature === feature.name ? prepared.value : undefined,
  });
}
