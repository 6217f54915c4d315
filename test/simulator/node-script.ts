import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Set in a test run (test/bundle-scripts.ts): the scripts below are bundled, and nothing need outlive a power cut. */
export const TEST_RUN = 'PRONGSAI_TEST_RUN';

/** What tests start in processes of their own, dozens of times. */
export const SCRIPTS = {
  program: 'test/simulator/program.ts',
  keys: 'bot/keys/main.ts',
  audit: 'bot/audit/main.ts',
  setup: 'bot/setup/main.ts',
} as const;
export type ScriptName = keyof typeof SCRIPTS;

/** Where the bundle of a script lies: one folder below the root, for paths in it are meant from there. */
export function bundleOf(name: ScriptName): string {
  return `${ROOT}dist/test-${name}.js`;
}

/** The arguments that let Node run a script: its bundle in a test run, translated on the way elsewhere. */
export function nodeScript(name: ScriptName): readonly string[] {
  return process.env[TEST_RUN] ? [bundleOf(name)] : ['--import', 'tsx', `${ROOT}${SCRIPTS[name]}`];
}
