import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsIn } from './emulated-documents.ts';
import type { EmulatorSuite } from './emulator-suite.ts';
import type { Workers } from './workers.ts';

const POLL_MS = 5;
/** A minute of pauses; longer than Firestore keeps the locks of a process that died. */
const MAX_POLLS = 12_000;
/** The collection whose new documents a function is called for (functions/index.ts). */
const WATCHED = 'posts';

/** Knows when a deployment is at rest. */
export interface Rest {
  /**
   * Resolves when no function has anything under way and each post that was written has had its function called.
   * @throws Error after some minutes.
   */
  reached(): Promise<void>;
  /** To be called when processes were killed: calls that died with them are not waited for. */
  forgetTheLost(): Promise<void>;
}

export function createRest(suite: EmulatorSuite, workers: Workers): Rest {
  const takenFile = join(suite.workersFolder, 'taken');
  const missing = async (): Promise<readonly string[]> => {
    const written = (await documentsIn(suite, WATCHED, 'names')).map(
      ({ name }) => name.split('/documents/')[1] ?? name,
    );
    const taken = new Set(existsSync(takenFile) ? readFileSync(takenFile, 'utf8').split('\n') : []);
    return written.filter((name) => !taken.has(name));
  };
  const isBusy = async () => (await workers.states()).some(({ underWay }) => underWay > 0);
  return {
    reached: async () => {
      for (let poll = 0; poll < MAX_POLLS; poll += 1) {
        const busy = await isBusy();
        // What was written last was written before whoever wrote it came to rest: in this order nothing slips through.
        if (!busy && (await missing()).length === 0 && !(await isBusy())) return;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      const states = JSON.stringify(await workers.states());
      throw new Error(`the functions did not come to rest: ${states}, untaken ${await missing()}`);
    },
    forgetTheLost: async () => {
      const lost = await missing();
      if (lost.length > 0) appendFileSync(takenFile, `${lost.join('\n')}\n`);
    },
  };
}
