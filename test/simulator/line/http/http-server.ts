import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLinePath, lineApi } from '../api/line-api.ts';
import { ConnectionCut, json, type LineRequest, type LineResponse } from '../api/line-http.ts';
import { controlApi } from '../control/control-api.ts';
import type { ControlContext } from '../control/control-context.ts';
import { queryNumber } from '../control/query-number.ts';
import { SimError } from '../sim-error.ts';
import { eventStream } from './event-stream.ts';
import { readHttpRequest } from './http-request.ts';

/** Serves what neither LINE nor the control protocol has: the page. False when it has nothing there either. */
export type ServePage = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** LINE's addresses and the control protocol's on one port. Cut connections are really cut, delays really waited. */
export function httpServer(context: ControlContext, servePage: ServePage | undefined): Server {
  return createServer((incoming, outgoing) => {
    serve(context, servePage, incoming, outgoing).catch((error: unknown) => {
      if (error instanceof ConnectionCut || outgoing.headersSent) return outgoing.destroy();
      const status = error instanceof SimError ? error.status : 500;
      write(
        outgoing,
        json(status, {
          message: error instanceof Error ? error.message : String(error),
        }),
      );
    });
  });
}

async function serve(
  context: ControlContext,
  servePage: ServePage | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = (incoming.url ?? '/').split('?')[0] ?? '/';
  if (!isLinePath(path) && !path.startsWith('/sim/')) {
    const isServed = servePage !== undefined && (await servePage(incoming, outgoing));
    if (!isServed) write(outgoing, json(404, { message: 'Not found' }));
    return;
  }
  const request = await readHttpRequest(incoming);
  if (request === undefined) return write(outgoing, json(413, { message: 'too large' }));
  if (path === '/sim/events') return eventStream(context.platform, queryNumber(request, 'after'), outgoing);
  const answer = await answerTo(context, request);
  if (answer.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
  write(outgoing, answer);
}

function answerTo(context: ControlContext, request: LineRequest): Promise<LineResponse> {
  return isLinePath(request.path) ? lineApi(context.platform, request) : controlApi(context, request);
}

function write(outgoing: ServerResponse, answer: LineResponse): void {
  if (answer.isCutShort === true) {
    outgoing.writeHead(answer.status, answer.headers);
    // The socket goes only after what was to arrive has been handed over.
    outgoing.write(answer.body, () => outgoing.destroy());
    return;
  }
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    'content-length': String(answer.body.length),
  });
  outgoing.end(answer.body);
}
