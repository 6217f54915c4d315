import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EMULATORS_URL } from '../simulator/host.ts';
import { clearDocuments } from './emulated-documents.ts';
import { clearFiles } from './emulated-files.ts';
import { type EmulatorSuite, type RunningSuite, startEmulatorSuite } from './emulator-suite.ts';
import { workersIn } from './workers.ts';

/** Tests that run side by side, times the offices that one of them has at once. */
const MAX_SUITES = 4;

/**
 * Starts emulated deployments as tests ask for them and lends each to one office at a time: starting one takes ten times as long as
 * cleaning it. Runs in the test runner's own process, before and after all tests.
 */
export async function setup(): Promise<() => Promise<void>> {
  const started: Promise<RunningSuite>[] = [];
  const free: EmulatorSuite[] = [];
  const take = async (): Promise<EmulatorSuite> => {
    const idle = free.pop();
    if (idle) return idle;
    if (started.length >= MAX_SUITES) throw new Error('more offices at once than deployments');
    const starting = startEmulatorSuite(String(started.length));
    started.push(starting);
    return (await starting).suite;
  };
  const give = async (suite: EmulatorSuite): Promise<void> => {
    await workersIn(suite.workersFolder).kill();
    await clearDocuments(suite);
    await clearFiles(suite);
    rmSync(join(suite.workersFolder, 'taken'), { force: true });
    free.push(suite);
  };
  const server = createServer((request, response) => {
    void text(request)
      .then(async (body) => (request.url === '/take' ? take() : give(JSON.parse(body) as EmulatorSuite)))
      .then(
        (suite) => response.writeHead(200).end(JSON.stringify(suite ?? {})),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env[EMULATORS_URL] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async () => {
    delete process.env[EMULATORS_URL];
    server.closeAllConnections();
    server.close();
    const running = await Promise.allSettled(started);
    await Promise.all(running.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
  };
}
