import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReceiptSecrets, RECEIPT_KEY } from '../../bot/complaints/receipt/receipt-secrets.ts';
import { loadOfficeKeys } from '../../bot/office-keys.ts';
import type { SpawnOptions } from '../simulator/spawn-program.ts';
import { BUCKET, PROJECT_ID } from './emulated-project.ts';
import type { EmulatorSuite } from './emulator-suite.ts';

const WORKER_HAND = new URL('./worker-hand.mjs', import.meta.url).href;

/** Lines that firebase-tools reads as the settings of functions. Single quotes keep everything as it is, line ends too. */
function lines(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}

/** The settings that are no secrets; functions that start from now on have them. */
export function writeSettings(suite: EmulatorSuite, options: SpawnOptions): void {
  writeFileSync(
    join(suite.functionsFolder, `.env.${PROJECT_ID}`),
    lines({
      LINE_LOGIN_CHANNEL_ID: options.loginChannelId,
      LIFF_ID: options.liffId,
      LINE_API_URL: options.simulatorUrl,
      LINE_DATA_API_URL: options.simulatorUrl,
      STORAGE_BUCKET: BUCKET,
      ...(options.publicUrl === undefined ? {} : { PUBLIC_URL: options.publicUrl }),
      WORKERS_FOLDER: suite.workersFolder,
      NODE_OPTIONS: `--import=${WORKER_HAND}`,
    }),
  );
}

/** What `npm run deploy` sends to Secret Manager: LINE's secrets, and the keys of the office's machine. */
export function writeSecrets(
  suite: EmulatorSuite,
  options: Pick<SpawnOptions, 'channelSecret' | 'channelAccessToken' | 'dataDir'>,
): void {
  // Made here when they are not there yet.
  loadOfficeKeys(options.dataDir);
  loadReceiptSecrets(options.dataDir);
  const folder = join(options.dataDir, 'keys');
  const key = (name: string) => readFileSync(join(folder, name)).toString('base64url');
  const keyring = readdirSync(folder)
    .filter((name) => /^office.*\.key$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  writeFileSync(
    join(suite.functionsFolder, '.secret.local'),
    lines({
      LINE_CHANNEL_SECRET: options.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: options.channelAccessToken,
      CONVERSATION_KEY: key('conversation.key'),
      RECEIPT_KEY: key(RECEIPT_KEY),
      // Secret Manager takes no empty secret.
      OFFICE_KEYRING: keyring.join('\n') || '\n',
    }),
  );
}
