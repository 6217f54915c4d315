import { gzipSync } from 'node:zlib';
import express from 'express';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../../bot/webhook/event.ts';
import { MAX_WEBHOOK_BYTES } from '../../../bot/webhook/receive.ts';
import { lineEvent, webhookBody } from './event-body.ts';
import { type OnLoopback, onLoopback, signatureOf } from './webhook-on-loopback.ts';

const CHUNK = Buffer.alloc(64 * 1024, 'x');
/** Far more than the program may hold of a body that is too large. */
const FLOOD_BYTES = 256 * 1024 * 1024;

function* flood(bytes: number): Iterable<Buffer> {
  for (let sent = 0; sent < bytes; sent += CHUNK.length) yield CHUNK;
}

describe('the webhook refuses', () => {
  let taken: ChatEvent[] = [];
  let web: OnLoopback;
  beforeAll(async () => {
    web = await onLoopback(async (events) => {
      taken.push(...events);
    });
  });
  beforeEach(() => {
    taken = [];
  });
  afterAll(() => web.close());

  const body = webhookBody(lineEvent('01A'));

  it.each([
    ['wrong', { 'x-line-signature': signatureOf(body, 'another secret') }],
    ['of another body', { 'x-line-signature': signatureOf(`${body} `) }],
    ['empty', { 'x-line-signature': '' }],
    ['no base64', { 'x-line-signature': '!!!' }],
  ])('a %s signature with 401, and takes nothing', async (_name, headers) => {
    expect((await web.post(body, headers)).status).toBe(401);
    expect(taken).toEqual([]);
    expect(web.log.at(-1)).toMatchObject({ event: 'webhook', outcome: 'bad-signature' });
  });

  it('a missing signature with 401, also over a body that is not JSON', async () => {
    expect((await web.postChunks([Buffer.from(body)])).status).toBe(401);
    expect((await web.postChunks([Buffer.from('{')])).status).toBe(401);
    expect((await web.postChunks([])).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it.each(['{', 'events', 'null', '[]', '{"events":{}}', ''])(
    "what is not LINE's JSON with 400 although its signature is right: %j",
    async (malformed) => {
      expect((await web.post(malformed)).status).toBe(400);
      expect(web.log.at(-1)).toMatchObject({ event: 'webhook', outcome: 'malformed' });
    },
  );

  it('a body over the size with 413, and takes one of just the size', async () => {
    const full = (bytes: number) => webhookBody().padEnd(bytes, ' ');
    expect((await web.post(full(MAX_WEBHOOK_BYTES))).status).toBe(200);
    expect((await web.post(full(MAX_WEBHOOK_BYTES + 1))).status).toBe(413);
    expect(web.log.at(-1)).toMatchObject({ event: 'webhook', outcome: 'too-large' });
  });

  it('a body that unpacks to more than the size with 413', async () => {
    const packed = gzipSync(Buffer.alloc(20 * MAX_WEBHOOK_BYTES, ' '));
    expect((await web.post(packed, { 'content-encoding': 'gzip' })).status).toBe(413);
  });

  it('a body without end with 413, and never holds it', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    function* watched(): Iterable<Buffer> {
      for (const chunk of flood(FLOOD_BYTES)) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield chunk;
      }
    }
    expect((await web.postChunks(watched())).status).toBe(413);
    expect(most).toBeLessThan(FLOOD_BYTES / 2);
  });

  it('an encoding nobody knows and a broken packing with 400', async () => {
    expect((await web.post(body, { 'content-encoding': 'hologram' })).status).toBe(400);
    expect((await web.post('not packed', { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  it('other methods and addresses without touching an event', async () => {
    expect((await fetch(`${web.url}/webhook`)).status).toBe(404);
    expect((await fetch(`${web.url}/webhook/x`, { method: 'POST', body })).status).toBe(404);
    expect(taken).toEqual([]);
  });

  it('any bytes whatever with 400, 401 or 413, or takes them with 200: never with a failure', async () => {
    const shaped = fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc.jsonValue().map((message) => lineEvent('01B', { message })),
      ),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
      shaped.map((events) => Buffer.from(JSON.stringify({ events }))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (some, signed) => {
        const { status } = await web.post(some, signed ? {} : { 'x-line-signature': 'x' });
        expect(signed ? [200, 400] : [401]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });
});

describe('behind a host that has read the body already', () => {
  /** What Cloud Functions do: the parsed body and, beside it, the bytes. */
  const parsedBefore = (app: express.Express) =>
    express()
      .use(
        express.json({
          limit: '10mb',
          verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
        }),
      )
      .use(app);

  it('takes the bytes from rawBody: right signature 200, wrong 401, too large 413', async () => {
    const taken: ChatEvent[] = [];
    const web = await onLoopback(async (events) => {
      taken.push(...events);
    }, parsedBefore);
    try {
      const body = webhookBody(lineEvent('01C'));
      expect((await web.post(body)).status).toBe(200);
      expect(taken.map(({ id }) => id)).toEqual(['01C']);
      expect((await web.post(body, { 'x-line-signature': signatureOf(`${body} `) })).status).toBe(401);
      expect((await web.post(webhookBody().padEnd(MAX_WEBHOOK_BYTES + 1, ' '))).status).toBe(413);
      expect(taken).toHaveLength(1);
    } finally {
      await web.close();
    }
  });
});
