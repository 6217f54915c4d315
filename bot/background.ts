import { channel } from 'node:diagnostics_channel';
import { faultOf, type Log } from './log.ts';

/** Tells whoever watches the process how much is under way: `{ running: number }` at each change. */
const changes = channel('prongsai.background');

/** Work that goes on after a request was answered: counted, so that a stop can wait for it, and never unhandled. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Lets `work` run on; a failure is logged, for the sweeper does what is left. */
  run(where: string, work: () => Promise<unknown>): void {
    const running = work()
      .then(() => {})
      .catch((error: unknown) => this.#log.write(faultOf(where, error)))
      .finally(() => {
        this.#running.delete(running);
        this.#tell();
      });
    this.#running.add(running);
    this.#tell();
  }

  #tell(): void {
    changes.publish({ running: this.#running.size });
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
