import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../simulator/host.ts';
import { startDeployedProgram } from './deployed-program.ts';
import { BUCKET, PROJECT_ID } from './emulated-project.ts';
import type { EmulatorSuite } from './emulator-suite.ts';
import { writeSecrets } from './function-settings.ts';
import { keepFolder } from './keep-folder.ts';
import { type Workers, workersIn } from './workers.ts';

async function lend(lender: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${lender}${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A host whose processes a test may end in the middle of their work. */
export interface EmulatedHost extends Host {
  readonly suite: EmulatorSuite;
  readonly workers: Workers;
}

/** A deployment without any data, borrowed until `leave`. */
export async function openEmulatedHost(lender: string): Promise<EmulatedHost> {
  const suite = (await lend(lender, '/take', {})) as EmulatorSuite;
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-'));
  const workers = workersIn(suite.workersFolder);
  let channel: { channelSecret: string; channelAccessToken: string } | undefined;
  return {
    suite,
    workers,
    dataDir,
    environment: {
      DATA_DIR: dataDir,
      STORE: 'firestore',
      GOOGLE_CLOUD_PROJECT: PROJECT_ID,
      FIRESTORE_EMULATOR_HOST: suite.firestoreHost,
      STORAGE_BUCKET: BUCKET,
      STORAGE_EMULATOR_HOST: suite.storageUrl,
      METADATA_SERVER_DETECTION: 'none',
    },
    elsewhere: { GOOGLE_CLOUD_PROJECT: 'demo-elsewhere' },
    start: (options) => {
      channel = options;
      return startDeployedProgram({ ...options, dataDir }, suite, workers);
    },
    sendKeys: async () => {
      if (!channel) throw new Error('nothing was deployed yet');
      writeSecrets(suite, { ...channel, dataDir });
      // A process has the secrets it was started with, and only this function has those that changed.
      await workers.kill('cases');
    },
    kept: () => keepFolder(suite, join(dataDir, 'kept')),
    leave: async () => {
      await rm(dataDir, { recursive: true, force: true });
      await lend(lender, '/give', suite);
    },
  };
}
