import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LINE_SECRETS } from './secret-plan.ts';

/**
 * Runs firebase-tools as a program of its own and lets it talk on this terminal; returns its exit code. It is given no secret,
 * neither among its words nor in its environment: what the functions bind, it knows by name.
 */
export async function runFirebase(
  script: string,
  words: readonly string[],
  world: { readonly folder: string; readonly environment: NodeJS.ProcessEnv },
): Promise<number> {
  const env = { ...world.environment };
  for (const name of LINE_SECRETS) delete env[name];
  const child = spawn(process.execPath, [script, ...words], { cwd: world.folder, env, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
