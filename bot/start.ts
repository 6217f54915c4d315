import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { Clock } from './clock.ts';
import { loadReceiptSecrets } from './complaints/receipt/receipt-secrets.ts';
import { createDiskFiles } from './files/disk-files.ts';
import { diskHousekeeping } from './files/disk-housekeeping.ts';
import { createLineClient } from './line/line-client.ts';
import type { Log } from './log.ts';
import { createMiniApp } from './mini-app.ts';
import { loadOfficeKeys } from './office-keys.ts';
import { firstAdminCode } from './people/first-admin.ts';
import { createProgram, type Program } from './program.ts';
import type { Random } from './random.ts';
import { loadKeyring } from './sealing/opening/office-key-file.ts';
import type { Settings } from './settings.ts';
import { openEmbeddedStore } from './store/embedded.ts';

/** Longest wait for answers under way when the program is told to stop. */
const STOP_WAIT_MS = 10_000;

/** The built mini-app; this file and the bundle made of it lie equally deep. */
const LIFF_FOLDER = fileURLToPath(new URL('../liff/dist', import.meta.url));

/** The program running on one machine. */
export interface Running {
  readonly program: Program;
  readonly port: number;
  /** What the first admin types, as long as there is no admin. */
  readonly adminCode?: string;
  /** Takes no more requests, lets answers under way finish, closes the store. */
  stop(): Promise<void>;
}

/** Starts the program on one machine: embedded store and keys in `DATA_DIR`, HTTP on `PORT` (0: any free one). */
export async function startOneMachine(
  settings: Settings,
  world: { readonly clock: Clock; readonly random: Random; readonly log: Log },
): Promise<Running> {
  const { clock, random, log } = world;
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 });
  const store = await openEmbeddedStore({ path: join(settings.DATA_DIR, 'office.db') });
  const line = createLineClient({
    channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    apiUrl: settings.LINE_API_URL,
    dataApiUrl: settings.LINE_DATA_API_URL,
    clock,
    log,
  });
  const keys = loadOfficeKeys(settings.DATA_DIR);
  const filesFolder = join(settings.DATA_DIR, 'files');
  const files = createDiskFiles(filesFolder);
  const program = createProgram({
    store,
    line,
    files,
    housekeeping: diskHousekeeping(filesFolder),
    clock,
    random,
    log,
    keys,
    receiptSecrets: loadReceiptSecrets(settings.DATA_DIR),
    liffUrl: (path) => (settings.LIFF_ID ? `https://liff.line.me/${settings.LIFF_ID}/${path}` : undefined),
    publicUrl: settings.PUBLIC_URL,
  });
  const miniApp = createMiniApp(settings, {
    store,
    line,
    files,
    clock,
    random,
    log,
    keys,
    keyring: () => loadKeyring(settings.DATA_DIR),
    liffFolder: LIFF_FOLDER,
  });
  const server = createServer(
    createApp({ program, channelSecret: settings.LINE_CHANNEL_SECRET, clock, log, ...miniApp }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.PORT, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.PORT;
  log.write({ event: 'started', port, store: settings.STORE, bootMs: Math.round(performance.now()) });
  const adminCode = await firstAdminCode(store, clock, random);
  return {
    program,
    port,
    ...(adminCode === undefined ? {} : { adminCode }),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed.then(() => program.idle()), clock.sleep(STOP_WAIT_MS)]);
      await store.close();
      log.write({ event: 'stopped' });
    },
  };
}
