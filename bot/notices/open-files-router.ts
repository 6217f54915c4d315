import express, { type Router } from 'express';
import { noticeKind } from '../../shared/notices/kinds.ts';
import type { Files } from '../files/files.ts';
import { CHAT_QR_NAME, chatQr } from './chat-qr.ts';
import { openFile } from './picture-open.ts';

/** The first words of a complaint: what the code types in. */
const QR_WORDS = noticeKind('complaint-guide').opensChatWith ?? '';
/** The account's id does not change; a new program may draw the code better. */
const QR_CACHE = 'public, max-age=86400';

/** What stands under {@link OPEN_FILES_PATH}: uploaded files of notices, and the code that opens the account's chat. */
export function openFilesRouter(files: Files, accountId: () => string | undefined): Router {
  const router = express.Router();
  let drawn: { readonly id: string; readonly png: Promise<Buffer> } | undefined;
  router.get(`/${CHAT_QR_NAME}`, async (_request, response) => {
    const id = accountId();
    if (id === undefined) return void response.status(404).end();
    if (drawn?.id !== id) drawn = { id, png: chatQr(id, QR_WORDS) };
    const headers = { 'Cache-Control': QR_CACHE, 'Cross-Origin-Resource-Policy': 'cross-origin' };
    response
      .set({ ...headers, 'X-Content-Type-Options': 'nosniff' })
      .type('png')
      .send(await drawn.png);
  });
  router.get('/:name', async (request, response) => {
    const { status, headers, bytes } = await openFile(files, request.params.name);
    response.status(status).set(headers).send(bytes);
  });
  return router;
}
