import { faultOf, type Log } from '../log.ts';
import { type Committed, commitEvent, type EventDeps } from './commit-event.ts';
import type { ChatEvent } from './event.ts';

export interface ProcessDeps extends EventDeps {
  readonly log: Log;
  /** Called for each committed event, after its commit; its work goes on while LINE already has its 200. */
  afterCommit(committed: Extract<Committed, { kind: 'handled' }>): void;
}

/**
 * Commits the events of one webhook call: in order inside one conversation, side by side across conversations.
 * @throws the first failure, after all conversations were tried; events that did commit are duplicates next time.
 */
export async function processEvents(events: readonly ChatEvent[], deps: ProcessDeps): Promise<void> {
  const conversations = new Map<string, ChatEvent[]>();
  for (const event of events) {
    const earlier = conversations.get(event.chat.id);
    if (earlier) earlier.push(event);
    else conversations.set(event.chat.id, [event]);
  }
  const results = await Promise.allSettled(
    [...conversations.values()].map((one) => commitInOrder(one, deps)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function commitInOrder(events: readonly ChatEvent[], deps: ProcessDeps): Promise<void> {
  for (const event of events) {
    const kind = event.input.kind;
    try {
      const committed = await commitEvent(event, deps);
      deps.log.write({ event: 'event-handled', outcome: committed.kind, kind });
      if (committed.kind === 'handled') deps.afterCommit(committed);
    } catch (error) {
      deps.log.write({ event: 'event-handled', outcome: 'failed', kind });
      deps.log.write(faultOf('event', error));
      // Later events of this conversation wait for the redelivery: out of order they would mean something else.
      throw error;
    }
  }
}
