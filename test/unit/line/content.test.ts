import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { downloadContent } from '../../../bot/line/content.ts';
import type { ContentResult } from '../../../bot/line/line.ts';
import { type SmallServer, serveBytes, serveHttp } from './small-server.ts';

const MAX_BYTES = 100_000;
const CHUNK = Buffer.alloc(64 * 1024, 'x');

describe('the download of what a person sent', () => {
  let server: SmallServer | undefined;
  afterEach(async () => {
    await server?.close();
  });

  const download = (messageId = '123', timeoutMs = 5_000): Promise<ContentResult> =>
    downloadContent(messageId, MAX_BYTES, { url: server?.url ?? '', token: 'content-token', timeoutMs });
  const fromHttp = async (listener: RequestListener) => {
    server = await serveHttp(listener);
    return download();
  };
  const fromBytes = async (answer: (socket: Socket) => void, timeoutMs?: number) => {
    server = await serveBytes(answer);
    return download('123', timeoutMs);
  };

  it("gives the bytes and their type, asking with the channel's token", async () => {
    const asked: string[] = [];
    const result = await fromHttp((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.setHeader('content-type', 'image/jpeg').end(Buffer.from([1, 2, 3]));
    });
    expect(result).toEqual({ kind: 'content', bytes: Buffer.from([1, 2, 3]), contentType: 'image/jpeg' });
    expect(asked).toEqual(['/v2/bot/message/123/content Bearer content-token']);
  });

  it.each([
    [202, 'not-ready'],
    [404, 'gone'],
    [410, 'gone'],
    [401, 'unknown'],
    [429, 'unknown'],
    [500, 'unknown'],
  ] as const)('takes status %i for %s, never for an empty file', async (status, kind) => {
    expect(await fromHttp((_request, response) => response.writeHead(status).end())).toEqual({ kind });
  });

  it('takes just the size, and not a byte more', async () => {
    const full = await fromHttp((_request, response) => response.end(Buffer.alloc(MAX_BYTES)));
    expect(full).toMatchObject({ kind: 'content' });
    await server?.close();
    expect(await fromHttp((_request, response) => response.end(Buffer.alloc(MAX_BYTES + 1)))).toEqual({
      kind: 'too-large',
    });
  });

  it('stops early: a body without end is cut off, not read', async () => {
    let sent = 0;
    let closed: () => void = () => {};
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const result = await fromHttp((_request, response) => {
      const more = (): void => {
        while (!response.destroyed) {
          sent += CHUNK.length;
          if (!response.write(CHUNK)) {
            response.once('drain', more);
            return;
          }
        }
      };
      response.once('close', closed);
      more();
    });
    expect(result).toEqual({ kind: 'too-large' });
    await isClosed;
    // What the sockets of both sides hold on their way.
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('does not believe a stated length that is too long: a body cut short is no file', async () => {
    const result = await fromBytes((socket) => {
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf of it');
    });
    expect(result).toEqual({ kind: 'unknown' });
  });

  it('does not take a connection cut in the middle of a chunked body for the end of it', async () => {
    const result = await fromBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n', () =>
        socket.destroy(),
      );
    });
    expect(result).toEqual({ kind: 'unknown' });
  });

  it('counts for itself: a huge stated length with a small body costs nothing, a small one lets no more in', async () => {
    const huge = await fromBytes((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${2 ** 50}\r\n\r\nx`),
    );
    expect(huge).toEqual({ kind: 'unknown' });
    await server?.close();
    const small = await fromBytes((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n${'x'.repeat(500)}`),
    );
    expect(small.kind === 'content' ? small.bytes.length : 0).toBeLessThanOrEqual(3);
  });

  it('gives up on a server that says nothing, and on one that never ends', async () => {
    expect(await fromBytes(() => {}, 50)).toEqual({ kind: 'unknown' });
    await server?.close();
    const drop = await fromBytes(
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nx'),
      50,
    );
    expect(drop).toEqual({ kind: 'unknown' });
  });

  it('is unknown when nobody listens', async () => {
    server = await serveHttp(() => {});
    await server.close();
    expect(await download()).toEqual({ kind: 'unknown' });
  });

  it.each(['', '../profile', '1/2', '12?x', 'abc', '1'.repeat(41)])(
    'asks nobody for what is no message id: %j',
    async (id) => {
      let asked = 0;
      server = await serveHttp((_request, response) => {
        asked += 1;
        response.end();
      });
      expect(await download(id)).toEqual({ kind: 'gone' });
      expect(asked).toBe(0);
    },
  );
});
