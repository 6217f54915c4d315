import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * `npm run build:bot`: puts the server into `dist/main.js`, packages left outside. A started office then neither translates
 * TypeScript nor keeps the translator in memory. Takes well under a second.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
await build({
  entryPoints: [`${root}bot/main.ts`],
  outfile: `${root}dist/main.js`,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
