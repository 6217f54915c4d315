import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickFolder } from '../faults/quick-folder.ts';
import { EMULATORS_URL, type Host } from './host.ts';
import { TEST_RUN } from './node-script.ts';
import { spawnProgram } from './spawn-program.ts';

/** A host with nothing on it: one machine, or the emulated deployment where the environment names one. */
export async function openHost(): Promise<Host> {
  const lender = process.env[EMULATORS_URL];
  if (lender) {
    const { openEmulatedHost } = await import('../firebase/emulated-host.ts');
    return openEmulatedHost(lender);
  }
  // Beside a dozen other programs that write, each flush to the disk would take its time.
  const dataDir = process.env[TEST_RUN]
    ? quickFolder('prongsai-')
    : await mkdtemp(join(tmpdir(), 'prongsai-'));
  return {
    dataDir,
    environment: { DATA_DIR: dataDir },
    elsewhere: { DATA_DIR: '/nowhere/at/all' },
    start: (options) => spawnProgram({ ...options, dataDir }),
    sendKeys: async () => {},
    kept: async () => dataDir,
    leave: () => rm(dataDir, { recursive: true, force: true }),
  };
}
