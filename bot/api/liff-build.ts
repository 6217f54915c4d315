import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { LiffConfig } from '../../shared/api/liff-config.ts';

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

/**
 * Reads the built mini-app (some 200 KB) into memory; undefined when it was not built. Files of other kinds are left out. The
 * page is given the configuration and the address of the login it will need, so that a phone asks for both at once instead of
 * one after the other.
 */
export function readLiffBuild(folder: string, config: LiffConfig): LiffBuild | undefined {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return undefined;
  const names = readdirSync(join(folder, 'assets')).filter((name) => TYPES[extname(name)] !== undefined);
  return {
    page: formsOf('.html', Buffer.from(withConfig(readFileSync(page, 'utf8'), config, names))),
    assets: new Map(
      names.map((name) => [name, formsOf(extname(name), readFileSync(join(folder, 'assets', name)))]),
    ),
  };
}

function withConfig(html: string, config: LiffConfig, names: readonly string[]): string {
  const login = names.find((name) => name.startsWith(`${config.login}-login-`) && name.endsWith('.js'));
  const content = JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const head = [
    `<meta name="liff-config" content="${content}" />`,
    ...(login ? [`<link rel="modulepreload" crossorigin href="/liff/assets/${login}" />`] : []),
  ];
  return html.replace('</head>', `${head.join('')}</head>`);
}

function formsOf(extension: string, plain: Buffer): LiffFile {
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  };
}
