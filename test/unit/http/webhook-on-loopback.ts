import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { createApp } from '../../../bot/app.ts';
import type { LogEvent } from '../../../bot/log.ts';
import type { Program } from '../../../bot/program.ts';
import { capturingLog, testClock } from '../webhook/seeded-ports.ts';

export const SECRET = 'http-channel-secret';

/** An answer of the program's HTTP face. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The program's HTTP face on a loopback port, before whatever takes the events. */
export interface OnLoopback {
  readonly url: string;
  readonly log: readonly LogEvent[];
  /** Posts these bytes with a right signature, unless headers say otherwise. */
  post(body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** Posts in chunks without stating a length, until the server answers or the chunks end. */
  postChunks(chunks: Iterable<Buffer>, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** LINE's signature of a body. */
export function signatureOf(body: string | Buffer, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** Serves `process` behind `createApp`. `before` puts the app behind what a host may put before it. */
export async function onLoopback(
  process: Program['process'],
  before?: (app: Express) => Express,
): Promise<OnLoopback> {
  const log = capturingLog();
  const nothing = async () => {};
  const program: Program = { process, tick: nothing, sweep: nothing, idle: nothing };
  const app = createApp({ program, channelSecret: SECRET, clock: testClock(), log });
  const server = createServer(before ? express().use(before(app)) : app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const send = (headers: Readonly<Record<string, string>>, chunks: Iterable<Buffer>): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const sending = request(`${url}/webhook`, { method: 'POST', headers, agent: false }, (response) => {
        const got: Buffer[] = [];
        response.on('data', (chunk: Buffer) => got.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(got).toString(),
          }),
        );
      });
      sending.on('error', reject);
      const rest = chunks[Symbol.iterator]();
      const write = (): void => {
        for (let next = rest.next(); !next.done; next = rest.next()) {
          if (!sending.write(next.value)) {
            sending.once('drain', write);
            return;
          }
        }
        sending.end();
      };
      write();
    });

  return {
    url,
    log: log.lines,
    post: (body, headers = {}) => {
      const bytes = Buffer.from(body);
      const usual = { 'content-type': 'application/json', 'content-length': String(bytes.length) };
      return send({ ...usual, 'x-line-signature': signatureOf(bytes), ...headers }, [bytes]);
    },
    postChunks: (chunks, headers = {}) => send({ 'content-type': 'application/json', ...headers }, chunks),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
