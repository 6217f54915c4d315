import type { IncomingMessage } from 'node:http';
import type { LineRequest } from '../api/line-http.ts';
import { simulatorLimits } from '../simulator-limits.ts';

/** Reads a request from its socket; nothing when the body is larger than the simulator takes. */
export async function readHttpRequest(incoming: IncomingMessage): Promise<LineRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > simulatorLimits.requestBytesMax) return undefined;
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: (incoming.method ?? 'GET').toUpperCase(),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: Buffer.concat(chunks),
  };
}
