import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { Clock } from '../clock.ts';
import { faultOf, type Log } from '../log.ts';
import { memberOf } from '../people/read-people.ts';
import { ApiError } from './api-error.ts';
import { API_HEADERS } from './api-headers.ts';
import { downloadText as t } from './download-text.ts';
import { type DownloadTicketDeps, useTicket } from './download-tickets.ts';
import type { Downloadable } from './downloadable.ts';
import { mayUse } from './may-use.ts';
import { createRateLimit } from './rate-limit.ts';
import type { FileAnswer } from './route.ts';
import { sendFile } from './send-file.ts';

/** Downloads from one address: a whole office may sit behind it. */
export const DOWNLOADS_PER_MINUTE = 60;
const ROUTE = 'get /downloads/:ticket';

export interface DownloadRouterDeps extends DownloadTicketDeps {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * `GET /downloads/:ticket`, the one address of the API that asks for no login: the ticket is what lets somebody in, once. Whoever
 * it was made for must still be a member who may have the file. Everything else is answered alike, with one Thai sentence for
 * the browser's page. Logs neither the ticket nor who used it.
 */
export function downloadRouter(kinds: readonly Downloadable[], deps: DownloadRouterDeps): Router {
  const router = express.Router();
  const take = createRateLimit(DOWNLOADS_PER_MINUTE);
  const { clock, log } = deps;
  // Programs that look before they load must not use the ticket up.
  router.head('/downloads/:ticket', (_request, response) => {
    response.set(API_HEADERS).set('Allow', 'GET').status(405).end();
  });
  router.get('/downloads/:ticket', async (request: Request, response: Response) => {
    const startedAt = clock.now();
    response.set(API_HEADERS);
    let status = 200;
    try {
      take(request.ip ?? '', startedAt);
      sendFile(response, await fileOf(String(request.params['ticket']), startedAt, kinds, deps));
    } catch (error) {
      status = error instanceof ApiError ? error.status : 500;
      if (status >= 500) log.write(faultOf(ROUTE, error));
      if (status === 429) response.set('Retry-After', '60');
      const sentence = status === 429 ? t.tooMany : status >= 500 ? t.failed : t.gone;
      response.status(status).type('text/plain').send(sentence);
    }
    log.write({ event: 'api', route: ROUTE, status, ms: clock.now() - startedAt });
  });
  // Addresses that Express itself cannot decode, such as a stray "%".
  const malformed: ErrorRequestHandler = (_error: unknown, _request, response, _next) => {
    response.set(API_HEADERS).status(404).type('text/plain').send(t.gone);
  };
  router.use(malformed);
  return router;
}

async function fileOf(
  ticket: string,
  nowMs: number,
  kinds: readonly Downloadable[],
  deps: DownloadRouterDeps,
): Promise<FileAnswer> {
  const content = await useTicket(ticket, nowMs, deps);
  const found = kinds.find(({ kind }) => kind === content?.kind);
  const member = await memberOf(deps.store, content?.userId);
  if (!content || !found || !member || !mayUse(member, found.allowed)) throw new ApiError('not-found');
  const input = found.input.safeParse(content.input);
  if (!input.success) throw new ApiError('not-found');
  return found.make(input.data, { userId: content.userId, member, nowMs });
}
