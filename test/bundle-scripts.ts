import { fileURLToPath } from 'node:url';
import { bundleScript } from '../bot/bundle-script.ts';
import { bundleOf, SCRIPTS, type ScriptName, TEST_RUN } from './simulator/node-script.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Before all tests: bundles what they start dozens of times, for a second of processor time each time. */
export async function setup(): Promise<void> {
  if (process.env[TEST_RUN]) return;
  process.env[TEST_RUN] = '1';
  await Promise.all(
    (Object.keys(SCRIPTS) as ScriptName[]).map((name) =>
      bundleScript(`${ROOT}${SCRIPTS[name]}`, bundleOf(name)),
    ),
  );
}
