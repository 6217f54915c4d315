import type { ServerResponse } from 'node:http';
import type { Platform } from '../platform.ts';
import { simulatorLimits } from '../simulator-limits.ts';

let streams = 0;

/**
 * Server-sent events: `state` at the start and after each change, `message` for each one after `afterSeq`. A message
 * that changed (unsent) comes again with its old seq. Lives until the other side closes it.
 */
export function eventStream(platform: Platform, afterSeq: number, response: ServerResponse): void {
  if (streams >= simulatorLimits.eventStreamsMax) {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: 'too many event streams' }));
    return;
  }
  streams += 1;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  const send = (event: string, id: number | undefined, data: unknown) => {
    const head = id === undefined ? '' : `id: ${id}\n`;
    response.write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  send('state', undefined, platform.state());
  for (const message of platform.chats.allAfter(afterSeq)) send('message', message.seq, message);
  const stops = [
    platform.chats.listen((message) => send('message', message.seq, message)),
    platform.onState(() => send('state', undefined, platform.state())),
  ];
  response.on('close', () => {
    streams -= 1;
    for (const stop of stops) stop();
  });
}
