import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What `firebase deploy` sends. */
export const FUNCTIONS_DIST = fileURLToPath(new URL('./dist/', import.meta.url));
/**
 * Not bundled: parts of the machine's own code, what is loaded only when needed, and Google's libraries, which read files of
 * their own. Everything else is bundled, for a cold process spends most of its time on finding and opening small files.
 */
const OUTSIDE = [
  'firebase-admin',
  'firebase-functions',
  '@node-rs/argon2',
  'sharp',
  'docx',
  'write-excel-file',
  'libsql',
];
const REQUIRE = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;
/** Google no longer takes Node 20. */
const NODE = '22';

/**
 * Builds the functions into `functions/dist`: a small index that every function loads, and a part of its own for each, loaded
 * when first called. What stays outside is named with its version in a package.json beside.
 */
export async function buildFunctions(folder = FUNCTIONS_DIST): Promise<Metafile> {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['functions/index.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    external: [...OUTSIDE],
    minify: true,
    // Express and others, bundled, still ask for Node's own modules in the old way.
    banner: { js: REQUIRE },
    platform: 'node',
    format: 'esm',
    target: `node${NODE}`,
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  });
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const used = new Set(
    Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ external }) => external)
      .map(({ path }) => path.split('/', path.startsWith('@') ? 2 : 1).join('/')),
  );
  const needed = Object.entries(dependencies).filter(([name]) => used.has(name));
  const description = {
    name: 'prongsai-functions',
    private: true,
    type: 'module',
    main: 'index.js',
    engines: { node: NODE },
    dependencies: Object.fromEntries(needed),
  };
  writeFileSync(`${folder}package.json`, `${JSON.stringify(description, null, 2)}\n`);
  return metafile;
}
