import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Clock } from './clock.ts';
import { faultOf, type Log } from './log.ts';
import type { Program } from './program.ts';
import { webhookRouter } from './webhook/receive.ts';

export interface AppDeps {
  readonly program: Program;
  readonly channelSecret: string;
  readonly clock: Clock;
  readonly log: Log;
  /** What stands under /api and /liff; left out where only the webhook is served. */
  readonly api?: Router;
  readonly liff?: Router;
  /** What stands under /notice-files: pictures and documents that cards show. */
  readonly noticeFiles?: Router;
}

/** The HTTP face of the program. The webhook comes first: its signature needs the bytes as they came. */
export function createApp({ program, channelSecret, clock, log, api, liff, noticeFiles }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // The HTTPS proxy stands on the same machine; nobody else is believed about who calls.
  app.set('trust proxy', 'loopback');
  app.use('/webhook', webhookRouter({ channelSecret, clock, log, process: program.process }));
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  if (api) app.use('/api', api);
  if (liff) app.use('/liff', liff);
  if (noticeFiles) app.use('/notice-files', noticeFiles);
  const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    log.write(faultOf('http', error));
    response.status(500).json({});
  };
  app.use(failed);
  return app;
}
