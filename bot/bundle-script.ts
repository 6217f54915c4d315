import { build } from 'esbuild';

/**
 * Not bundled: parts in the machine's own code, Google's libraries, which read files of their own, and what is loaded only when
 * needed.
 */
const OUTSIDE = ['firebase-admin', '@node-rs/argon2', 'sharp', 'docx', 'write-excel-file', 'libsql'];

/**
 * Puts a program of this package and its libraries into one file for Node 20: it then neither translates TypeScript nor looks for
 * some five hundred small files. Both are absolute paths; `outfile` lies one folder below the root, as the source's folder does.
 */
export async function bundleScript(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
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
}
