import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { firstAdminCode } from '../../bot/people/first-admin.ts';
import { systemRandom } from '../../bot/random.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { SpawnedProgram, SpawnOptions } from '../simulator/spawn-program.ts';
import { PROJECT_ID } from './emulated-project.ts';
import type { EmulatorSuite } from './emulator-suite.ts';
import { openFront } from './front.ts';
import { writeSecrets, writeSettings } from './function-settings.ts';
import { createRest } from './rest.ts';
import type { Workers } from './workers.ts';

/** A call that fails is followed by the next minute's. */
const MAX_MINUTES = 3;
/** What Cloud Scheduler calls once a minute; here a test does. */
const EVERY_MINUTE = `functions/projects/${PROJECT_ID}/triggers/asia-southeast1-everyMinute-0`;

/** The deployed program under the controls that tests have over the one on one machine (test/simulator/program.ts). */
export async function startDeployedProgram(
  options: SpawnOptions,
  suite: EmulatorSuite,
  workers: Workers,
): Promise<SpawnedProgram> {
  const rest = createRest(suite, workers);
  const front = await openFront(suite.hostingUrl);
  let offsetMs = options.clockOffsetMs ?? 0;
  writeSettings(suite, options);
  writeSecrets(suite, options);
  await workers.setClock(offsetMs);
  const adminCode = await adminCodeOf(suite, () => Date.now() + offsetMs);

  async function tick(): Promise<void> {
    for (let minute = 1; ; minute += 1) {
      const response = await fetch(`${suite.functionsUrl}/${EVERY_MINUTE}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      if (response.ok) return rest.reached();
      if (minute === MAX_MINUTES) {
        throw new Error(`everyMinute: ${response.status} ${await response.text()}`);
      }
    }
  }
  async function answer(path: string, body: string): Promise<void> {
    if (path === '/clock') {
      offsetMs = (JSON.parse(body) as { nowMs: number }).nowMs - Date.now();
      await workers.setClock(offsetMs);
      // A post that this tick writes has a function of its own called for it at once.
      await tick();
    } else if (path === '/tick') await tick();
    await front.idle();
    await rest.reached();
  }
  const control = createServer((request, response) => {
    void text(request)
      .then((body) => answer(request.url ?? '', body))
      .then(
        () => response.writeHead(200).end('{}'),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  const end = async (): Promise<void> => {
    control.closeAllConnections();
    control.close();
    front.close();
    await workers.kill();
    await rest.forgetTheLost();
  };
  return {
    programUrl: front.url,
    controlUrl: `http://127.0.0.1:${(control.address() as AddressInfo).port}`,
    adminCode,
    stop: async () => {
      await front.idle();
      await rest.reached();
      await end();
    },
    kill: end,
  };
}

/** What `npm run deploy` prints as long as there is no admin. */
async function adminCodeOf(suite: EmulatorSuite, now: () => number): Promise<string | null> {
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  const store = await openFirestoreStore({ projectId: PROJECT_ID, emulatorHost: suite.firestoreHost });
  try {
    const clock = { now, sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };
    return (await firstAdminCode(store, clock, systemRandom)) ?? null;
  } finally {
    await store.close();
  }
}
