import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Router } from 'express';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Nothing from elsewhere but what messages themselves show: pictures, films and sounds. The page also talks to the
 * demo's control address, which is on this machine under another port.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  'img-src * data: blob:',
  'media-src * data: blob:',
  "connect-src 'self' http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

interface Asset {
  readonly type: string;
  readonly body: Uint8Array;
}

async function bundle(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    absWorkingDir: FOLDER,
    entryPoints: ['main.tsx', 'gallery.tsx', 'styles/page.css'],
    entryNames: '[name]',
    outdir: 'out',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const assets = new Map<string, Asset>();
  for (const file of outputFiles) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    assets.set(`/page/${name}`, {
      type: name.endsWith('.css') ? CSS : JS,
      body: file.contents,
    });
  }
  return assets;
}

async function load(): Promise<ReadonlyMap<string, Asset>> {
  const file = (name: string): Promise<Uint8Array> => readFile(new URL(name, import.meta.url));
  const [bundled, index, gallery, icon] = await Promise.all([
    bundle(),
    file('index.html'),
    file('gallery.html'),
    file('icon.svg'),
  ]);
  return new Map<string, Asset>([
    ...bundled,
    ['/', { type: HTML, body: index }],
    ['/gallery', { type: HTML, body: gallery }],
    ['/page/icon.svg', { type: SVG, body: icon }],
  ]);
}

/**
 * Answers GET requests for the chat page at `/`, the gallery of sample cards at `/gallery` and their files under
 * `/page/`; false, with nothing written, for everything else. Bundled in memory when called; rejects when the page
 * does not compile.
 */
export async function createServePage(): Promise<
  (request: IncomingMessage, response: ServerResponse) => boolean
> {
  const assets = await load();
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const asset = request.method === 'GET' ? assets.get(path) : undefined;
    if (asset === undefined) return false;
    response.writeHead(200, {
      'content-type': asset.type,
      'content-length': String(asset.body.length),
      'cache-control': 'no-store',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    });
    response.end(asset.body);
    return true;
  };
}

/** The same as an express router, to be mounted at `/`. */
export async function createPageRouter(): Promise<Router> {
  const servePage = await createServePage();
  const router = Router();
  router.use((request, response, next) => {
    if (!servePage(request, response)) next();
  });
  return router;
}
