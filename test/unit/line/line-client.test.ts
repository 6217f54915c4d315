import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Line } from '../../../bot/line/line.ts';
import { createLineClient } from '../../../bot/line/line-client.ts';
import { capturingLog, testClock } from '../webhook/seeded-ports.ts';
import { type SmallServer, serveBytes, serveHttp } from './small-server.ts';

const USER = `U${'1'.repeat(32)}`;
const KEY = '123e4567-e89b-42d3-a456-426614174000';
const WORDS = [{ type: 'text', text: 'ข้อความลับ' }] as const;

describe('the LINE client', () => {
  let server: SmallServer | undefined;
  const log = capturingLog();
  afterEach(async () => {
    await server?.close();
    log.lines.length = 0;
  });

  const client = (timeoutMs = 5_000): Line => {
    const url = server?.url ?? '';
    const channelAccessToken = 'client-token';
    return createLineClient({
      channelAccessToken,
      apiUrl: url,
      dataApiUrl: url,
      clock: testClock(),
      log,
      timeoutMs,
    });
  };
  const against = async (listener: RequestListener): Promise<Line> => {
    server = await serveHttp(listener);
    return client();
  };

  it('pushes with its retry key and replies without one, which LINE would refuse', async () => {
    const keys: unknown[] = [];
    const line = await against((request, response) => {
      keys.push(request.headers['x-line-retry-key']);
      response.setHeader('content-type', 'application/json').end('{"sentMessages":[]}');
    });
    expect(await line.push(USER, WORDS, KEY)).toEqual({ kind: 'sent' });
    expect(await line.reply('token', WORDS)).toEqual({ kind: 'sent' });
    expect(keys).toEqual([KEY, undefined]);
  });

  it.each([
    [409, 'sent-before'],
    [400, 'refused'],
    [500, 'unknown'],
  ])('gives status %i as data: %s', async (status, kind) => {
    const line = await against((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"x"}');
    });
    expect((await line.push(USER, WORDS, KEY)).kind).toBe(kind);
  });

  it('does not know the end of a send that is never answered, cut, or answered with half a body', async () => {
    const answers = [
      undefined,
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"sent',
    ];
    for (const answer of answers) {
      server = await serveBytes((socket) => {
        if (answer !== undefined) socket.end(answer);
      });
      expect(await client(100).push(USER, WORDS, KEY)).toEqual({ kind: 'unknown' });
      await server.close();
    }
  });

  it('sends nothing to what is no id of LINE, and asks nothing about it', async () => {
    let asked = 0;
    const line = await against((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    for (const id of ['', 'U1', `U${'1'.repeat(31)}/`, `${USER}?x`, '../x']) {
      expect((await line.push(id, WORDS, KEY)).kind).toBe('refused');
      expect(await line.memberCount(id)).toBeUndefined();
      expect(await line.groupName(id)).toBeUndefined();
      expect(await line.displayName(id)).toBeUndefined();
      await line.showLoading(id, 5);
    }
    expect(asked).toBe(0);
  });

  it('knows no quota when one of its two halves is missing', async () => {
    const line = await against((request, response) => {
      const isCount = request.url?.endsWith('/consumption');
      response
        .writeHead(isCount ? 500 : 200, { 'content-type': 'application/json' })
        .end(isCount ? '{}' : '{"type":"limited","value":300}');
    });
    expect(await line.quota()).toBeUndefined();
  });

  it("logs one line per call with LINE's request id, and neither id, token nor text of anybody", async () => {
    const line = await against((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json', 'x-line-request-id': 'request-1' });
      response.end(JSON.stringify({ message: `The user ${USER} said ข้อความลับ` }));
    });
    await line.push(USER, WORDS, KEY);
    await line.reply('reply-token', WORDS);
    await line.displayName(USER);
    expect(log.lines).toHaveLength(3);
    expect(log.lines[0]).toEqual({
      event: 'line-call',
      endpoint: 'push',
      outcome: 'error',
      status: 400,
      requestId: 'request-1',
      ms: 0,
    });
    expect(JSON.stringify(log.lines)).not.toMatch(
      new RegExp(`${USER}|reply-token|client-token|ข้อความลับ|${KEY}`),
    );
  });
});
