import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { checkSizes } from './check-sizes.ts';

/** Where the built mini-app lies. */
export const LIFF_DIST = fileURLToPath(new URL('./dist/', import.meta.url));

/** Builds the mini-app into `liff/dist`. Rejects when it does not compile, or when a phone would load more than it may. */
export async function buildLiff(): Promise<void> {
  await build({ configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)), logLevel: 'warn' });
  const { problems } = checkSizes(LIFF_DIST);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
