import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../bot/clock.ts';
import { receiptSecrets } from '../../bot/complaints/receipt/receipt-secrets.ts';
import { openBucket } from '../../bot/files/open-storage.ts';
import { createStorageFiles } from '../../bot/files/storage-files.ts';
import { createLineClient } from '../../bot/line/line-client.ts';
import { officeKeys } from '../../bot/office-keys.ts';
import { createProgram } from '../../bot/program.ts';
import { systemRandom } from '../../bot/random.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import { createSimulator } from '../simulator/simulator.ts';
import { type Chatter, chatter } from './chat-hand.ts';
import { runCommand } from './command-process.ts';
import { startFirestoreEmulator } from './firestore-emulator.ts';
import { type FunctionName, type FunctionProcesses, startFunctions } from './function-processes.ts';
import { openSmallStorage, type SmallStorage } from './small-storage.ts';

const BUILT = fileURLToPath(new URL('../../dist/functions-office-test/', import.meta.url));
const BUCKET = 'office-files';
const CHANNEL = {
  channelSecret: 'functions-channel-secret',
  channelAccessToken: 'functions-channel-token',
  loginChannelId: '2000000001',
};

/** What a function answered. */
export interface FunctionAnswer<T> {
  readonly status: number;
  readonly type: string;
  readonly body: T;
  readonly bytes: Buffer;
}

export interface CallOptions {
  /** JSON, or the bytes of a file as they are. */
  readonly body?: object;
  readonly contentType?: string;
  readonly key?: string;
  /** Asks this function whatever Hosting would do. */
  readonly at?: FunctionName;
}

/** A whole office on functions: Firestore is Google's emulator, LINE and the bucket are simulated. */
export interface OfficeOnFunctions {
  readonly store: Store;
  readonly storage: SmallStorage;
  readonly functions: FunctionProcesses;
  person(name: string): Promise<Chatter>;
  /** Calls a path as the phone of a person does, through Hosting's table of functions; without a person, without a login. */
  call<T>(who: Chatter | undefined, path: string, options?: CallOptions): Promise<FunctionAnswer<T>>;
  /** Does what the function `everyMinute` will do when so much time has passed. */
  tickLater(laterMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens it with the office's key made and nobody in it. */
export async function openOfficeOnFunctions(): Promise<OfficeOnFunctions> {
  const emulator = await startFirestoreEmulator();
  const storage = await openSmallStorage();
  process.env['STORAGE_EMULATOR_HOST'] = storage.url;
  const simulator = createSimulator(CHANNEL);
  const line = await simulator.listen(0);
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-functions-'));
  const place = { GOOGLE_CLOUD_PROJECT: emulator.projectId, FIRESTORE_EMULATOR_HOST: emulator.host };
  const made = await runCommand('keys', ['make'], { ...place, STORE: 'firestore', DATA_DIR: dataDir });
  if (made.code !== 0) throw new Error(made.said);
  const keyring = readdirSync(join(dataDir, 'keys'))
    .filter((name) => name.startsWith('office'))
    .map((name) => readFileSync(join(dataDir, 'keys', name), 'utf8').trim())
    .join('\n');
  const [conversation, receipt] = [randomBytes(32), randomBytes(32)];
  const functions = await startFunctions(
    BUILT,
    {
      ...place,
      STORAGE_BUCKET: BUCKET,
      STORAGE_EMULATOR_HOST: storage.url,
      LINE_LOGIN_CHANNEL_ID: CHANNEL.loginChannelId,
      LINE_API_URL: line.url,
      LINE_DATA_API_URL: line.url,
    },
    {
      LINE_CHANNEL_SECRET: CHANNEL.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.channelAccessToken,
      CONVERSATION_KEY: conversation.toString('base64url'),
      RECEIPT_KEY: receipt.toString('base64url'),
      OFFICE_KEYRING: keyring,
    },
  );
  simulator.setWebhookUrl(functions.urlOf('/webhook'));
  // A function that was never called is slow; LINE's two seconds are not what is tried here.
  await Promise.all([
    fetch(functions.urlOf('/webhook'), { method: 'POST', body: '{}' }),
    fetch(functions.urlOf('/api/session')),
    fetch(functions.urlOf('/api/cases')),
  ]);
  const store = await openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });

  const idTokenOf = async ({ user }: Chatter): Promise<string> => {
    const response = await fetch(`${line.url}/sim/login`, {
      method: 'POST',
      body: JSON.stringify({ userId: user.id }),
      headers: { 'content-type': 'application/json' },
    });
    return ((await response.json()) as { idToken: string }).idToken;
  };
  return {
    store,
    storage,
    functions,
    person: (name) => chatter(line.url, name),
    call: async <T>(who: Chatter | undefined, path: string, options: CallOptions = {}) => {
      const { body, at, key = randomUUID() } = options;
      const isFile = body instanceof Uint8Array;
      const type = options.contentType ?? (isFile ? 'application/octet-stream' : 'application/json');
      const response = await fetch(at ? `${functions.urls[at]}${path}` : functions.urlOf(path), {
        method: body ? 'POST' : 'GET',
        headers: {
          ...(who ? { authorization: `Bearer ${await idTokenOf(who)}` } : {}),
          ...(body ? { 'content-type': type, 'idempotency-key': key } : {}),
        },
        ...(body ? { body: isFile ? new Uint8Array(body) : JSON.stringify(body) } : {}),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        body: (isJson ? JSON.parse(bytes.toString()) : undefined) as T,
        bytes,
      };
    },
    tickLater: async (laterMs) => {
      const clock = { ...systemClock, now: () => systemClock.now() + laterMs };
      const log = { write: () => {} };
      const program = createProgram({
        store,
        clock,
        log,
        random: systemRandom,
        line: createLineClient({
          channelAccessToken: CHANNEL.channelAccessToken,
          apiUrl: line.url,
          dataApiUrl: line.url,
          clock,
          log,
        }),
        files: createStorageFiles(await openBucket(BUCKET)),
        keys: officeKeys(conversation),
        receiptSecrets: receiptSecrets(receipt),
        liffUrl: () => undefined,
      });
      await program.tick();
      await program.idle();
    },
    close: async () => {
      await functions.stop();
      delete process.env['STORAGE_EMULATOR_HOST'];
      await store.close();
      await line.close();
      await storage.close();
      await emulator.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}
