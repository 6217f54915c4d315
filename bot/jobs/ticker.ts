import type { Clock } from '../clock.ts';
import { faultOf, type Log } from '../log.ts';
import type { Job } from './job.ts';

/** Also the longest that something due may be late. */
export const TICK_MS = 15_000;

/** Runs every job once, one after the other; a failing one does not keep the others from running. */
export async function tick(
  jobs: readonly Job[],
  deps: { readonly clock: Clock; readonly log: Log },
): Promise<void> {
  for (const job of jobs) {
    const startedAt = deps.clock.now();
    try {
      await job.run();
    } catch (error) {
      deps.log.write(faultOf(`job.${job.name}`, error));
      deps.log.write({ event: 'job', name: job.name, outcome: 'failed', ms: deps.clock.now() - startedAt });
    }
  }
}

/** Ticks until `stop` is called; a tick never overlaps the one before. */
export function startTicker(run: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let busy = false;
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (busy || stopped) return;
    busy = true;
    running = run().finally(() => {
      busy = false;
    });
  }, TICK_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
