import express, { type Request, type Response, type Router } from 'express';
import type { LiffConfig } from '../../shared/api/liff-config.ts';
import { type LiffBuild, type LiffFile, readLiffBuild } from './liff-build.ts';
import { LIFF_HEADERS } from './liff-headers.ts';

/** Names of built files carry a hash of their content: a name never means something else. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export interface LiffOptions {
  /** Where the built mini-app lies. */
  readonly folder: string;
  readonly config: LiffConfig;
}

/**
 * The mini-app under /liff: its page for every address (it reads the address itself), its files, and `config.json`. Read into
 * memory at the first call; 503 while it is not built, and then looked for again. Serves nothing else from the disk.
 */
export function liffRouter({ folder, config }: LiffOptions): Router {
  const router = express.Router();
  let build: LiffBuild | undefined;
  const built = (): LiffBuild | undefined => {
    build ??= readLiffBuild(folder, config);
    return build;
  };
  router.use((_request, response, next) => {
    response.set(LIFF_HEADERS);
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/config.json', (_request, response) => {
    response.json(config);
  });
  router.get('/assets/:name', (request, response) => {
    const file = built()?.assets.get(request.params.name);
    if (!file) return void response.status(404).type('text').send('not found');
    response.set('Cache-Control', FOR_EVER);
    send(request, response, file);
  });
  router.get('/{*page}', (request, response) => {
    const found = built();
    if (found) return send(request, response, found.page);
    response.status(503).type('text').send('ยังไม่ได้สร้างหน้าเว็บ ผู้ดูแลระบบสั่ง npm run build แล้วเปิดหน้านี้อีกครั้ง');
  });
  return router;
}

function send(request: Request, response: Response, file: LiffFile): void {
  const coding = request.acceptsEncodings('br', 'gzip', 'identity');
  response.set('Vary', 'Accept-Encoding');
  response.set('Content-Type', file.type);
  if (coding === 'br' || coding === 'gzip') response.set('Content-Encoding', coding);
  response.end(coding === 'br' ? file.brotli : coding === 'gzip' ? file.gzip : file.plain);
}
