import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Not bundled: parts in the machine's own code, Google's libraries, which read files of their own, and what is loaded only when
 * needed.
 */
const OUTSIDE = ['firebase-admin', '@node-rs/argon2', 'sharp', 'docx', 'write-excel-file', 'libsql'];

/**
 * `npm run build:bot`: puts the server and its libraries into `dist/main.js`. A started office then neither translates
 * TypeScript nor looks for some five hundred small files, and keeps less in memory.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
await build({
  entryPoints: [`${root}bot/main.ts`],
  outfile: `${root}dist/main.js`,
  bundle: true,
  external: OUTSIDE,
  minifySyntax: true,
  minifyWhitespace: true,
  // Express and others, bundled, still ask for Node's own modules in the old way.
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
