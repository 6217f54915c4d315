import type { WebhookEvent } from '../../simulator/line/webhook-events.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator/simulator.ts';

export const ACCESS_TOKEN = 'access-token';
export const CHANNEL_SECRET = 'channel-secret';
export const START_MS = Date.UTC(2026, 5, 10, 3, 0, 0);

interface Delivered {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly event: WebhookEvent;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests
  readonly json: any;
  readonly bytes: Buffer;
}

/** A simulator with a clock of the test's and a program that takes every webhook, unless `answers` says otherwise. */
export function lineUnderTest(options: Partial<SimulatorOptions> = {}) {
  const clock = { nowMs: START_MS };
  const delivered: Delivered[] = [];
  const answers: number[] = [];
  const simulator: Simulator = createSimulator({
    channelSecret: CHANNEL_SECRET,
    channelAccessToken: ACCESS_TOKEN,
    loginChannelId: '1234567890',
    now: () => clock.nowMs,
    deliver: async (body, headers) => {
      const [event] = (JSON.parse(body.toString('utf8')) as { events: WebhookEvent[] }).events;
      delivered.push({ body, headers, event: event as WebhookEvent });
      return { status: answers.shift() ?? 200 };
    },
    ...options,
  });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const [pathname = '', search = ''] = path.split('?');
    const isBytes = Buffer.isBuffer(body);
    const bytes = isBytes ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const serve = pathname.startsWith('/sim/') ? simulator.control : simulator.line;
    const answer = await serve({
      method,
      path: pathname,
      query: Object.fromEntries(new URLSearchParams(search)),
      headers: { authorization: `Bearer ${ACCESS_TOKEN}`, 'content-type': 'application/json', ...headers },
      body: bytes,
    });
    const isJson = answer.headers['content-type'] === 'application/json' && answer.body.length > 0;
    const json = isJson ? JSON.parse(answer.body.toString('utf8')) : undefined;
    return { status: answer.status, headers: answer.headers, json, bytes: answer.body };
  };
  const lastEvent = () => delivered.at(-1)?.event as WebhookEvent;
  return { simulator, clock, delivered, answers, call, lastEvent };
}

/** A text message object. */
export function words(text: string) {
  return { type: 'text', text };
}
