import { type Aftermath, applyOutcome, WORK_LEASE_MS } from '../commit/apply-outcome.ts';
import type { Outcome } from '../commit/outcome.ts';
import { faultOf } from '../log.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import type { Random } from '../random.ts';
import { ref, type Transaction } from '../store/store.ts';
import { conversations } from '../webhook/records.ts';
import { type WorkRow, workRows } from './records.ts';

/** Tries of one piece of work before it is given up and the person is told. */
const MAX_WORK_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 2_000;

/** What the last step of a piece of work decides with; like a chat handler's, its reads go through `tx`. */
export interface WorkTalk {
  readonly tx: Pick<Transaction, 'get' | 'query'>;
  readonly nowMs: number;
  readonly random: Random;
  /** Revision that buttons must carry when the outcome sets a flow. */
  readonly nextRev: number;
  /** The flow that is open in the chat now, if it is this feature's own. */
  readonly flow: unknown;
}

export type WorkResult =
  | { readonly kind: 'done'; decide(talk: WorkTalk): Promise<Outcome> }
  /** What it needs is not there yet; try again after the pause, counted as an attempt. */
  | { readonly kind: 'again' };

/** Something slow a feature does outside transactions; `jobs.ts` of the feature makes it. */
export interface WorkHandler {
  readonly name: string;
  readonly feature: string;
  /** May run more than once, also at the same time: only `decide` may have effects. */
  run(row: WorkRow): Promise<WorkResult>;
  /** What happens when every try failed. */
  giveUp(row: WorkRow): Outcome;
}

/** Does one waiting piece of work and commits its result together with the removal of its row. */
export async function runWork(
  id: string,
  handlers: readonly WorkHandler[],
  deps: OutboxDeps,
): Promise<Aftermath | undefined> {
  const row = (await deps.store.get(ref(workRows, id)))?.data;
  const handler = row && handlers.find((one) => one.name === row.name);
  if (!row || !handler) return undefined;
  const startedAt = deps.clock.now();
  const done = (outcome: 'done' | 'failed' | 'gave-up') =>
    deps.log.write({
      event: 'job',
      name: row.name,
      outcome,
      ms: deps.clock.now() - startedAt,
    });
  if (row.attempts >= MAX_WORK_ATTEMPTS) {
    done('gave-up');
    return deps.store.transact((tx) =>
      commitResult(tx, id, row, handler, async () => handler.giveUp(row), deps),
    );
  }
  try {
    const result = await handler.run(row);
    if (result.kind === 'done') {
      const decide = result.decide.bind(result);
      const aftermath = await deps.store.transact((tx) => commitResult(tx, id, row, handler, decide, deps));
      done('done');
      return aftermath;
    }
  } catch (error) {
    deps.log.write(faultOf(`work.${row.name}`, error));
    done('failed');
  }
  const attempts = row.attempts + 1;
  const pauseMs = Math.min(WORK_LEASE_MS, FIRST_PAUSE_MS * 2 ** attempts);
  await deps.store.transact(async (tx) => {
    if (!(await tx.get(ref(workRows, id)))) return;
    tx.set(ref(workRows, id), {
      ...row,
      attempts,
      nextAttemptAtMs: deps.clock.now() + pauseMs,
    });
  });
  return undefined;
}

async function commitResult(
  tx: Transaction,
  id: string,
  row: WorkRow,
  handler: WorkHandler,
  decide: (talk: WorkTalk) => Promise<Outcome>,
  deps: OutboxDeps,
): Promise<Aftermath | undefined> {
  // Another worker was faster.
  if (!(await tx.get(ref(workRows, id)))) return undefined;
  const chat = row.chatId && row.chatKind ? { kind: row.chatKind, id: row.chatId } : undefined;
  const conversation =
    chat?.kind === 'user'
      ? (await tx.get(ref(conversations, deps.conversationId(chat.id))))?.data
      : undefined;
  const outcome = await decide({
    tx,
    nowMs: deps.clock.now(),
    random: deps.random,
    nextRev: (conversation?.rev ?? 0) + 1,
    flow: conversation?.flow?.feature === handler.feature ? conversation.flow.state : undefined,
  });
  const occasion = {
    id: `work-${id}`,
    feature: handler.feature,
    ...(chat ? { chat } : {}),
    ...(row.replyToken ? { replyToken: row.replyToken } : {}),
    receivedAtMs: row.receivedAtMs,
    ...(row.eventAtMs === undefined ? {} : { eventAtMs: row.eventAtMs }),
  };
  const aftermath = await applyOutcome(tx, occasion, outcome, deps);
  tx.remove(ref(workRows, id));
  return aftermath;
}
