import { spawnSync } from 'node:child_process';
import { LINE_SECRETS } from './secret-plan.ts';

/** In this order: the second carries what the first built. */
const SCRIPTS = ['liff/build.ts', 'functions/build.ts'];

/** Builds the mini-app and the functions of this folder, each in a process of its own. False when one of them failed. */
export function buildAll(folder: string, environment: NodeJS.ProcessEnv): boolean {
  const env = { ...environment };
  for (const name of LINE_SECRETS) delete env[name];
  return SCRIPTS.every((script) => {
    const words = ['--import', 'tsx', script];
    return spawnSync(process.execPath, words, { cwd: folder, env, stdio: 'inherit' }).status === 0;
  });
}
