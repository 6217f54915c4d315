import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { nodeScript } from './node-script.ts';

/** A start slower than this has failed. */
const START_TIMEOUT_MS = 30_000;

/** A running program and the way to end it. */
export interface SpawnedProgram {
  readonly programUrl: string;
  readonly controlUrl: string;
  readonly adminCode: string | null;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface SpawnOptions {
  readonly simulatorUrl: string;
  readonly dataDir: string;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly loginChannelId: string;
  readonly liffId: string;
  readonly port?: number;
  readonly clockOffsetMs?: number;
  readonly tickEveryMs?: number;
  /** What the program is told of its own address. */
  readonly publicUrl?: string;
}

/** Starts the program in a process of its own against a simulator. Rejects with what it said when it does not start. */
export async function spawnProgram(options: SpawnOptions): Promise<SpawnedProgram> {
  const child = spawn(process.execPath, nodeScript('program'), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(options.port ?? 0),
      DATA_DIR: options.dataDir,
      LINE_CHANNEL_SECRET: options.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: options.channelAccessToken,
      LINE_LOGIN_CHANNEL_ID: options.loginChannelId,
      LIFF_ID: options.liffId,
      LINE_API_URL: options.simulatorUrl,
      LINE_DATA_API_URL: options.simulatorUrl,
      CLOCK_OFFSET_MS: String(options.clockOffsetMs ?? 0),
      TICK_EVERY_MS: String(options.tickEveryMs ?? 0),
      ...(options.publicUrl === undefined ? {} : { PUBLIC_URL: options.publicUrl }),
    },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ready = await new Promise<{ programUrl: string; controlUrl: string; adminCode: string | null }>(
    (resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the program did not start in time')), START_TIMEOUT_MS);
      createInterface({ input: child.stdout }).once('line', (line) => {
        clearTimeout(late);
        resolve(JSON.parse(line) as { programUrl: string; controlUrl: string; adminCode: string | null });
      });
      child.once('exit', () => {
        clearTimeout(late);
        reject(new Error(`the program ended at its start: ${said.join('')}`));
      });
    },
  );
  return { ...ready, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
