/**
 * The program as tests and the demo run it: the real one, in a process of its own, with a clock that can be moved.
 * Beside the program's port it opens a control port: `POST /clock {nowMs}`, `POST /tick`, `POST /settle`.
 * It prints one line of JSON, {programUrl, controlUrl, adminCode}, when it is ready.
 */

import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '../../bot/clock.ts';
import { jsonLog } from '../../bot/log.ts';
import { systemRandom } from '../../bot/random.ts';
import { readSettings } from '../../bot/settings.ts';
import { startOneMachine } from '../../bot/start.ts';

/** Pauses between tries are cut to this: tests wait for outcomes, not for pauses. */
const LONGEST_PAUSE_MS = 20;
/** The demo ticks by itself; tests tick by hand. */
const TICK_EVERY_MS = Number(process.env['TICK_EVERY_MS'] ?? 0);

let offsetMs = Number(process.env['CLOCK_OFFSET_MS'] ?? 0);
const clock: Clock = {
  now: () => Date.now() + offsetMs,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_PAUSE_MS))),
};

const read = readSettings(process.env);
if ('problems' in read) throw new Error(read.problems.join('\n'));
const logFile = join(read.settings.DATA_DIR, 'program.log');
const running = await startOneMachine(read.settings, {
  clock,
  random: systemRandom,
  log: jsonLog(clock.now, (line) => appendFileSync(logFile, `${line}\n`)),
});

async function tick(): Promise<void> {
  await running.program.tick();
  await running.program.idle();
}

const control = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void answer(request.url ?? '', Buffer.concat(chunks).toString()).then(
      () => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}'),
      () => response.writeHead(500, { 'access-control-allow-origin': '*' }).end('{}'),
    );
  });
});

async function answer(path: string, body: string): Promise<void> {
  if (path === '/clock') {
    offsetMs = (JSON.parse(body) as { nowMs: number }).nowMs - Date.now();
    await tick();
    // What the first tick began (a post that is due at once) is finished by the second.
    await tick();
  } else if (path === '/tick') await tick();
  await running.program.idle();
}

control.listen(0, '127.0.0.1', () => {
  const address = control.address();
  const controlPort = typeof address === 'object' && address ? address.port : 0;
  const ready = {
    programUrl: `http://127.0.0.1:${running.port}`,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    adminCode: running.adminCode ?? null,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
});
const timer = TICK_EVERY_MS > 0 ? setInterval(() => void tick(), TICK_EVERY_MS) : undefined;

process.once('SIGTERM', () => {
  clearInterval(timer);
  control.close();
  control.closeAllConnections();
  void running.stop().then(() => process.exit(0));
});
