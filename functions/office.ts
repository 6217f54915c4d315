import { systemClock } from '../bot/clock.ts';
import { openBucket } from '../bot/files/open-storage.ts';
import { createStorageFiles, storageHousekeeping } from '../bot/files/storage-files.ts';
import { createLineClient } from '../bot/line/line-client.ts';
import { jsonLog } from '../bot/log.ts';
import { notHere } from '../bot/move/stay.ts';
import { officeKeys } from '../bot/office-keys.ts';
import { systemRandom } from '../bot/random.ts';
import { readSettings, type Settings } from '../bot/settings.ts';
import { openFirestoreStore } from '../bot/store/firestore.ts';
import { knowAccount } from './know-account.ts';

/** A secret of 32 bytes as Secret Manager keeps it. */
export function secretBytes(name: string): Buffer {
  return Buffer.from(process.env[name]?.trim() ?? '', 'base64url');
}

/** The settings of this function. Only the webhook is given the channel's secret; nobody else looks at it. */
function settingsOf(): Settings {
  const environment = process.env;
  const read = readSettings({
    ...environment,
    STORE: 'firestore',
    GOOGLE_CLOUD_PROJECT: environment['GOOGLE_CLOUD_PROJECT'] ?? environment['GCLOUD_PROJECT'],
    STORAGE_BUCKET: environment['STORAGE_BUCKET'] || defaultBucket(environment['FIREBASE_CONFIG']),
    LINE_CHANNEL_SECRET: environment['LINE_CHANNEL_SECRET'] || 'not for this function',
    // Set by Cloud Run for itself.
    PORT: undefined,
  });
  if ('problems' in read) throw new Error(`settings: ${read.problems.join('; ')}`);
  return read.settings;
}

function defaultBucket(config: string | undefined): string | undefined {
  const read = config?.startsWith('{') ? (JSON.parse(config) as { storageBucket?: string }) : {};
  return read.storageBucket;
}

/**
 * The ports of a function's process, opened once for all its calls.
 * @throws Error when a setting is missing, or when the office of this database lives elsewhere.
 */
export async function openOffice() {
  const settings = settingsOf();
  const { GOOGLE_CLOUD_PROJECT: projectId = '', FIRESTORE_EMULATOR_HOST: emulatorHost } = settings;
  if (!settings.STORAGE_BUCKET) throw new Error('settings: STORAGE_BUCKET is missing');
  const clock = systemClock;
  const log = jsonLog(clock.now, (line) => process.stdout.write(`${line}\n`));
  const client = createLineClient({
    channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    apiUrl: settings.LINE_API_URL,
    dataApiUrl: settings.LINE_DATA_API_URL,
    clock,
    log,
  });
  const [store, bucket, line] = await Promise.all([
    openFirestoreStore({ projectId, ...(emulatorHost ? { emulatorHost } : {}) }),
    openBucket(settings.STORAGE_BUCKET),
    knowAccount(client),
  ]);
  const elsewhere = await notHere(store);
  if (elsewhere) throw new Error(`the office is ${elsewhere}`);
  const keys = officeKeys(secretBytes('CONVERSATION_KEY'));
  const files = createStorageFiles(bucket);
  const housekeeping = storageHousekeeping(bucket);
  return { settings, store, clock, log, line, keys, files, housekeeping, random: systemRandom };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
