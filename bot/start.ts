import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { Clock } from './clock.ts';
import { loadReceiptSecrets } from './complaints/receipt/receipt-secrets.ts';
import { createLineClient } from './line/line-client.ts';
import type { Log } from './log.ts';
import { createMiniApp } from './mini-app.ts';
import { type NotHere, notHere } from './move/stay.ts';
import { loadOfficeKeys } from './office-keys.ts';
import { openFiles, openStore } from './open-ports.ts';
import { firstAdminCode } from './people/first-admin.ts';
import { createProgram, type Program } from './program.ts';
import type { Random } from './random.ts';
import { loadKeyring } from './sealing/opening/office-key-file.ts';
import type { Settings } from './settings.ts';

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

/** The store's office has moved away or has not wholly arrived; two programs at work on one office would post everything twice. */
export class OfficeElsewhere extends Error {
  readonly where: NotHere;
  constructor(where: NotHere) {
    super(where);
    this.name = 'OfficeElsewhere';
    this.where = where;
  }
}

/**
 * Starts the program on one machine: keys in `DATA_DIR`, the store there or in Cloud Firestore, HTTP on `PORT` (0: any free one).
 * @throws OfficeElsewhere when the store is not where the office lives.
 */
export async function startOneMachine(
  settings: Settings,
  world: { readonly clock: Clock; readonly random: Random; readonly log: Log },
): Promise<Running> {
  const { clock, random, log } = world;
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 });
  const store = await openStore(settings);
  const elsewhere = await notHere(store);
  if (elsewhere) {
    await store.close();
    throw new OfficeElsewhere(elsewhere);
  }
  const line = createLineClient({
    channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    apiUrl: settings.LINE_API_URL,
    dataApiUrl: settings.LINE_DATA_API_URL,
    clock,
    log,
  });
  const keys = loadOfficeKeys(settings.DATA_DIR);
  const { files, housekeeping } = await openFiles(settings);
  const program = createProgram({
    store,
    line,
    files,
    housekeeping,
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
