import { validateSignature } from '@line/bot-sdk';
import express, { type ErrorRequestHandler, type Router } from 'express';
import type { Clock } from '../clock.ts';
import { faultOf, type Log } from '../log.ts';
import type { ChatEvent } from './event.ts';
import { parseWebhook } from './parse.ts';

/** LINE states no size; its calls are a few KB. Checked before anything reads the body. */
export const MAX_WEBHOOK_BYTES = 1_000_000;

export interface ReceiveDeps {
  readonly channelSecret: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Lets the events take effect; resolves when all are durable, rejects when one is not. */
  process(events: readonly ChatEvent[]): Promise<void>;
}

/**
 * `POST /webhook`: 413 over the size, 401 for a wrong or missing signature (HMAC over the raw bytes, before any parsing),
 * 400 for what is not LINE's JSON, 500 when the store could not keep it (LINE delivers again), else 200. Never logs a body.
 */
export function webhookRouter(deps: ReceiveDeps): Router {
  const router = express.Router();
  router.post('/', express.raw({ type: () => true, limit: MAX_WEBHOOK_BYTES }), async (request, response) => {
    const startedAt = deps.clock.now();
    const done = (
      status: number,
      outcome: 'accepted' | 'bad-signature' | 'too-large' | 'malformed' | 'failed',
      events = 0,
    ) => {
      deps.log.write({
        event: 'webhook',
        outcome,
        events,
        ms: deps.clock.now() - startedAt,
      });
      response.status(status).json({});
    };
    // Cloud Functions parse the body before Express sees it and keep the bytes here.
    const raw = 'rawBody' in request ? request.rawBody : request.body;
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    if (bytes.length > MAX_WEBHOOK_BYTES) return done(413, 'too-large');
    const signature = request.get('x-line-signature') ?? '';
    if (!validateSignature(bytes, deps.channelSecret, signature)) return done(401, 'bad-signature');
    const parsed = parseWebhook(bytes.toString('utf8'));
    if (!parsed) return done(400, 'malformed');
    try {
      await deps.process(parsed.events);
      done(200, 'accepted', parsed.events.length);
    } catch (error) {
      deps.log.write(faultOf('webhook', error));
      done(500, 'failed', parsed.events.length);
    }
  });
  const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const stated = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    if (stated < 400 || stated >= 500) return next(error);
    // An encoding nobody knows (415) and a body that ends early are malformed like any other.
    const status = stated === 413 ? 413 : 400;
    deps.log.write({
      event: 'webhook',
      outcome: status === 413 ? 'too-large' : 'malformed',
      events: 0,
      ms: 0,
    });
    response.status(status).json({});
  };
  router.use(unreadable);
  return router;
}
