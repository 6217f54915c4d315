import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The few calls of Cloud Storage's JSON API that the program makes, over HTTP, in memory. */
export interface SmallStorage {
  readonly url: string;
  readonly objects: Map<string, { bytes: Buffer; updatedMs: number }>;
  /** Answers the next calls with 503 instead of doing them. */
  failNext(calls: number): void;
  /** Changes a byte of the next file on its way out. */
  spoilNext(): void;
  close(): Promise<void>;
}

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('base64');

/** The second part of `multipart/related`: the bytes of the file. */
function mediaOf(body: Buffer, contentType: string): Buffer {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? '';
  const second = body.indexOf(`--${boundary}`, boundary.length);
  const start = body.indexOf('\r\n\r\n', second) + 4;
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary}--`));
}

export async function openSmallStorage(): Promise<SmallStorage> {
  const objects: SmallStorage['objects'] = new Map();
  let failing = 0;
  let spoils = false;
  const resource = (name: string) => {
    const found = objects.get(name);
    return (
      found && {
        name,
        md5Hash: md5(found.bytes),
        updated: new Date(found.updatedMs).toISOString(),
        generation: '1',
      }
    );
  };
  async function answer(
    request: IncomingMessage,
  ): Promise<{ status: number; json?: object; bytes?: Buffer }> {
    const url = new URL(request.url ?? '/', 'http://storage');
    const query = url.searchParams;
    const name = decodeURIComponent(/\/o\/(.+)$/.exec(url.pathname)?.[1] ?? query.get('name') ?? '');
    const body = await buffer(request);
    if (failing > 0) {
      failing -= 1;
      return { status: 503, json: { error: { code: 503, message: 'try again' } } };
    }
    if (request.method === 'POST') {
      const bytes = mediaOf(body, request.headers['content-type'] ?? '');
      objects.set(name, { bytes: Buffer.from(bytes), updatedMs: Date.now() });
      return { status: 200, json: resource(name) ?? {} };
    }
    if (url.pathname.endsWith('/o')) {
      const names = [...objects.keys()]
        .filter((one) => one.startsWith(query.get('prefix') ?? '') && one >= (query.get('startOffset') ?? ''))
        .sort()
        .slice(0, Number(query.get('maxResults')));
      return { status: 200, json: { items: names.map(resource) } };
    }
    const found = objects.get(name);
    if (!found) return { status: 404, json: { error: { code: 404, message: 'No such object' } } };
    if (request.method === 'DELETE') {
      objects.delete(name);
      return { status: 204 };
    }
    return query.get('alt') === 'media'
      ? { status: 200, bytes: found.bytes }
      : { status: 200, json: resource(name) ?? {} };
  }
  const server = createServer(async (request, response) => {
    const { status, json, bytes } = await answer(request);
    if (bytes) response.setHeader('x-goog-hash', `md5=${md5(bytes)}`);
    // The service says so of every object that it does not unpack; the client checks sums only then.
    if (bytes) response.setHeader('x-goog-stored-content-encoding', 'identity');
    const spoilt = bytes && spoils ? Buffer.from(bytes).fill('?', 0, 1) : bytes;
    if (bytes) spoils = false;
    response.setHeader('content-type', json ? 'application/json' : 'application/octet-stream');
    response.writeHead(status).end(json ? JSON.stringify(json) : spoilt);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failNext: (calls) => {
      failing = calls;
    },
    spoilNext: () => {
      spoils = true;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
