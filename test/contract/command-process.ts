import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { nodeScript } from '../simulator/node-script.ts';

/** What a command said, and its exit code. */
export interface CommandRun {
  readonly code: number;
  readonly said: string;
}

/** Runs a command of package.json (`keys`, `audit`, `setup`) as a process of its own, with these settings and no others. */
export async function runCommand(
  name: 'keys' | 'audit' | 'setup',
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<CommandRun> {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, [...nodeScript(name), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Without credentials Google's client would look for a metadata server.
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), METADATA_SERVER_DETECTION: 'none', ...settings },
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, said: said + complained };
}
