import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Close to the best ratio for a tenth of its time; a phone on a village's network waits for every kilobyte. */
const BROTLI_QUALITY = 9;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** One file of the built mini-app, in the forms in which it is sent. */
export interface LiffFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** The built mini-app: its page, and its files by name. */
export interface LiffBuild {
  readonly page: LiffFile;
  readonly assets: ReadonlyMap<string, LiffFile>;
}

/** Reads the built mini-app (some 200 KB) into memory; undefined when it was not built. Files of other kinds are left out. */
export function readLiffBuild(folder: string): LiffBuild | undefined {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return undefined;
  const names = readdirSync(join(folder, 'assets')).filter((name) => TYPES[extname(name)] !== undefined);
  return {
    page: readFile(page),
    assets: new Map(names.map((name) => [name, readFile(join(folder, 'assets', name))])),
  };
}

function readFile(path: string): LiffFile {
  const plain = readFileSync(path);
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  };
}
