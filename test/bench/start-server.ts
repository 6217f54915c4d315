import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BENCH_SECRET, BENCH_TOKEN } from './signed-webhook.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A server that takes longer than this will not come up any more. */
const START_LIMIT_MS = 30_000;
const POLL_MS = 4;
const PROGRAM = 'bot/main.ts';
/** As in the `start` script of package.json. */
const START_FLAGS = ['--max-semi-space-size=2'];
const KB_PER_MB = 1_024;

/** A server in a process of its own. */
export interface StartedServer {
  readonly url: string;
  /** From its start to its first 200. */
  readonly bootMs: number;
  /** Resident memory now. */
  rssMb(): number;
  stop(): Promise<void>;
}

/** Starts a server file with `PORT` and LINE's settings in its environment, its output in a file of the data folder. */
export async function startServer(
  file: string,
  dataDir: string,
  lineUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const output = openSync(join(dataDir, 'output.log'), 'a');
  const command = commandOf(file);
  const startedAt = performance.now();
  const flags = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...flags, ...command], {
    cwd: ROOT,
    stdio: ['ignore', output, 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      LINE_CHANNEL_SECRET: BENCH_SECRET,
      LINE_CHANNEL_ACCESS_TOKEN: BENCH_TOKEN,
      LINE_API_URL: lineUrl,
      LINE_DATA_API_URL: lineUrl,
      ...environment,
    },
  });
  closeSync(output);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isUp(url))) {
    if (child.exitCode !== null || performance.now() - startedAt > START_LIMIT_MS) {
      child.kill('SIGKILL');
      throw new Error(`${file} did not come up`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const bootMs = performance.now() - startedAt;
  return {
    url,
    bootMs,
    rssMb: () => rssMbOf(child),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** The program as `npm start` runs it; anything else translated on the way. */
function commandOf(file: string): readonly string[] {
  if (file !== PROGRAM) return ['--import', 'tsx', join(ROOT, file)];
  execFileSync('npm', ['run', '-s', 'build:bot'], { cwd: ROOT });
  return [...START_FLAGS, join(ROOT, 'dist/main.js')];
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).status === 200;
  } catch {
    return false;
  }
}

function rssMbOf(child: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / KB_PER_MB;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
