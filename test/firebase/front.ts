import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Set anew by whoever sends the request on or back. */
const OWN_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'content-encoding',
]);

export interface Front {
  readonly url: string;
  /** Resolves when no webhook waits in line. */
  idle(): Promise<void>;
  close(): void;
}

/**
 * Stands before Hosting, for the one thing that the emulator does otherwise than Google: at Google a function has as many processes
 * as `maxInstances` says, one for the webhook, and each takes many requests at once; the emulator starts a process for each request
 * that comes while another is being answered. So webhooks go in one by one. A webhook that its sender no longer waits for goes in
 * all the same, as it does at Google.
 */
export async function openFront(hostingUrl: string): Promise<Front> {
  let line: Promise<unknown> = Promise.resolve();
  const pass = async (request: IncomingMessage, body: Buffer): Promise<Response> =>
    fetch(`${hostingUrl}${request.url}`, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        OWN_HEADERS.has(name) || value === undefined ? [] : [[name, String(value)]],
      ),
      redirect: 'manual',
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
  const server = createServer(async (request, response) => {
    try {
      const body = await buffer(request);
      let passed: Promise<Response>;
      if (request.url === '/webhook') {
        passed = line.then(() => pass(request, body));
        line = passed.catch(() => {});
      } else passed = pass(request, body);
      const answer = await passed;
      const headers = [...answer.headers].filter(([name]) => !OWN_HEADERS.has(name));
      response.writeHead(answer.status, headers.flat());
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    idle: async () => {
      for (let seen: unknown; seen !== line; ) {
        seen = line;
        await line;
      }
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
