import express, { type Router } from 'express';
import type { Files } from '../files/files.ts';
import { openFile } from './picture-open.ts';

/** What stands under {@link OPEN_FILES_PATH}. */
export function openFilesRouter(files: Files): Router {
  const router = express.Router();
  router.get('/:name', async (request, response) => {
    const { status, headers, bytes } = await openFile(files, request.params.name);
    response.status(status).set(headers).send(bytes);
  });
  return router;
}
