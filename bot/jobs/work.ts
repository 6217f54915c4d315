import { type Aftermath, applyOutcome, WORK_LEASE_MS } from '../commit/apply-outcome.ts';
import type { Outcome } from '../commit/outcome.ts';
import { faultOf } from '../log.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import type { Random } from '../random.ts';
import { ref, type Transaction } from '../store/store.ts';
import { nextRevOf } from '../webhook/next-rev.ts';
import { openConversation } from '../webhook/open-conversation.ts';
import { conversations } from '../webhook/records.ts';
import { type Work, workRows } from './records.ts';
import { passOverUnknown } from './unknown-work.ts';

/** Tries of one piece of work before it is given up and the person is told. */
const MAX_WORK_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 2_000;

/** What the last step of a piece of work decides with; like a chat handler's, its reads go through `tx`. */
export interface WorkTalk {
  readonly tx: Pick<Transaction, 'get' | 'query'>;
  readonly nowMs: number;
  readonly random: Random;
  /** Revision that buttons of the open flow carry. */
  readonly rev: number;
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
  run(work: Work): Promise<WorkResult>;
  /** What happens when every try failed. */
  giveUp(work: Work): Outcome;
}

/** Does one waiting piece of work and commits its result together with the removal of its row. */
export async function runWork(
  id: string,
  handlers: readonly WorkHandler[],
  deps: OutboxDeps,
): Promise<Aftermath | undefined> {
  const row = (await deps.store.get(ref(workRows, id)))?.data;
  const work = row && (deps.keys.openFor(`work/${id}`, row.closedWork) as Work | undefined);
  const handler = work && handlers.find((one) => one.name === work.name);
  if (!row) return undefined;
  if (!work || !handler) {
    await deps.store.transact((tx) => passOverUnknown(tx, id, deps));
    return undefined;
  }
  const startedAt = deps.clock.now();
  const done = (outcome: 'done' | 'failed' | 'gave-up') =>
    deps.log.write({ event: 'job', name: work.name, outcome, ms: deps.clock.now() - startedAt });
  const commit = (decide: (talk: WorkTalk) => Promise<Outcome>) =>
    deps.store.transact((tx) => commitResult(tx, id, work, handler, decide, deps));
  if (row.attempts >= MAX_WORK_ATTEMPTS) {
    done('gave-up');
    return commit(async () => handler.giveUp(work));
  }
  try {
    const result = await handler.run(work);
    if (result.kind === 'done') {
      const aftermath = await commit((talk) => result.decide(talk));
      done('done');
      return aftermath;
    }
  } catch (error) {
    deps.log.write(faultOf(`work.${work.name}`, error));
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
  work: Work,
  handler: WorkHandler,
  decide: (talk: WorkTalk) => Promise<Outcome>,
  deps: OutboxDeps,
): Promise<Aftermath | undefined> {
  // Another worker was faster.
  if (!(await tx.get(ref(workRows, id)))) return undefined;
  const { chat } = work;
  const stored =
    chat?.kind === 'user'
      ? (await tx.get(ref(conversations, deps.keys.conversationId(chat.id))))?.data
      : undefined;
  const { flow, rev } = openConversation(stored, chat?.id ?? '', deps.keys);
  const nextRev = nextRevOf({ rev, ...(flow ? { flow } : {}) }, deps.random);
  const outcome = await decide({
    tx,
    nowMs: deps.clock.now(),
    random: deps.random,
    rev,
    nextRev,
    flow: flow?.feature === handler.feature ? flow.state : undefined,
  });
  const occasion = {
    id: `work-${id}`,
    feature: handler.feature,
    ...(chat ? { chat } : {}),
    ...(work.replyToken ? { replyToken: work.replyToken } : {}),
    receivedAtMs: work.receivedAtMs,
    nextRev,
    ...(work.eventAtMs === undefined ? {} : { eventAtMs: work.eventAtMs }),
  };
  const aftermath = await applyOutcome(tx, occasion, outcome, deps);
  tx.remove(ref(workRows, id));
  return aftermath;
}
