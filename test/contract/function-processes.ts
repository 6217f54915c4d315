import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildFunctions } from '../../functions/build-functions.ts';
import { firebaseTools } from '../../functions/deploy/firebase-tools.ts';
import { HOSTING } from '../../functions/hosting.ts';

const RUN = fileURLToPath(new URL('run-function.ts', import.meta.url));
const START_MS = 60_000;

export type FunctionName = 'webhook' | 'api' | 'cases';
const NAMES: readonly FunctionName[] = ['webhook', 'api', 'cases'];

/** The functions that answer over HTTP, each in a process of its own with the secrets that it names and no other. */
export interface FunctionProcesses {
  /** Address of one function. */
  readonly urls: Readonly<Record<FunctionName, string>>;
  /** The address where Hosting would send a path. */
  urlOf(path: string): string;
  /** What the functions have written so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Builds the functions into `folder` and starts them. `secrets` is the office's Secret Manager. */
export async function startFunctions(
  folder: string,
  settings: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): Promise<FunctionProcesses> {
  await buildFunctions(folder);
  const tools = firebaseTools((line) => process.stderr.write(`${line}\n`)).folder;
  const index = `${folder}index.js`;
  const declared = (await import(pathToFileURL(index).href)) as Record<
    FunctionName,
    { __endpoint: { secretEnvironmentVariables: readonly { key: string }[] } }
  >;
  const said: string[] = [];
  const { PATH = '', HOME = '' } = process.env;
  const started = NAMES.map((name) => {
    const own = declared[name].__endpoint.secretEnvironmentVariables.map(({ key }) => [
      key,
      secrets[key] ?? '',
    ]);
    const child = spawn(process.execPath, ['--import', 'tsx', RUN, index, name, tools], {
      env: { PATH, HOME, METADATA_SERVER_DETECTION: 'none', ...settings, ...Object.fromEntries(own) },
    });
    child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)));
    const lines = createInterface({ input: child.stdout });
    const port = once(lines, 'line', { signal: AbortSignal.timeout(START_MS) }) as Promise<[string]>;
    lines.on('line', (line) => said.push(line));
    return { name, child, port };
  });
  const stop = async () => {
    for (const { child } of started) child.stdin.end();
    await Promise.all(
      started.map(({ child }) => (child.exitCode === null ? once(child, 'exit') : undefined)),
    );
  };
  const found = await Promise.all(
    started.map(async ({ name, port }) => [name, `http://127.0.0.1:${(await port)[0]}`] as const),
  ).catch(async (error: unknown) => {
    await stop();
    throw new Error(`a function did not start: ${said.join('')}`, { cause: error });
  });
  const urls = Object.fromEntries(found) as Record<FunctionName, string>;
  return {
    urls,
    urlOf: (path) => {
      const rewrite = HOSTING.rewrites.find(({ source }) =>
        source.endsWith('/**') ? path.startsWith(source.slice(0, -2)) : path === source,
      );
      const name = rewrite && 'function' in rewrite ? rewrite.function.functionId : 'none';
      return `${urls[name as FunctionName]}${path}`;
    },
    log: () => said.join('\n'),
    stop,
  };
}
