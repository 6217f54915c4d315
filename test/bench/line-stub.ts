import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A LINE that says yes to everything at once, and remembers which answers it got. */
export interface LineStub {
  readonly url: string;
  /** Replies so far. */
  readonly replies: number;
  /** Resolves when a reply with this token arrives. */
  replyTo(token: string): Promise<void>;
  close(): Promise<void>;
}

export async function startLineStub(): Promise<LineStub> {
  const waiting = new Map<string, () => void>();
  let replies = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json').end('{"sentMessages":[]}');
      if (request.url !== '/v2/bot/message/reply') return;
      replies += 1;
      // Parsed only when somebody waits: the stub must not be what is measured.
      if (waiting.size === 0) return;
      const { replyToken } = JSON.parse(Buffer.concat(chunks).toString()) as { replyToken: string };
      waiting.get(replyToken)?.();
      waiting.delete(replyToken);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get replies() {
      return replies;
    },
    replyTo: (token) => new Promise((resolve) => waiting.set(token, resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
