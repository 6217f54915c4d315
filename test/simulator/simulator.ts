import type { AddressInfo } from 'node:net';
import { lineApi } from './line/api/line-api.ts';
import type { LineRequest, LineResponse } from './line/api/line-http.ts';
import { controlApi } from './line/control/control-api.ts';
import { httpDeliver } from './line/http/http-deliver.ts';
import { httpServer, type ServePage } from './line/http/http-server.ts';
import { Keyboard } from './line/keyboard.ts';
import { Phones } from './line/phones.ts';
import { Platform } from './line/platform.ts';
import type { QuotaSetting } from './line/quota.ts';
import type { Deliver } from './line/webhook-delivery.ts';
import type { SimDemo } from './protocol.ts';

/** The free plan in Thailand gives about this many messages a month. */
const DEFAULT_QUOTA: QuotaSetting = { type: 'limited', limit: 300 };

export interface SimulatorOptions {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly loginChannelId: string;
  /** Kept for the page, which makes mini-app links of it. */
  readonly liffId?: string;
  /** Where webhooks go; may be set later with `setWebhookUrl`. */
  readonly webhookUrl?: string;
  /** Takes webhooks instead of HTTP. */
  readonly deliver?: Deliver;
  /** Milliseconds since 1970; the simulator's clock runs on it. */
  readonly now?: () => number;
  readonly seed?: number;
  readonly botName?: string;
  readonly quota?: QuotaSetting;
  readonly redelivery?: boolean;
  readonly groupMessageUserId?: boolean;
  readonly groupPostbackUserId?: boolean;
  readonly verifiedAccount?: boolean;
  /** Serves the paths that are neither LINE's nor the control protocol's. */
  readonly servePage?: ServePage;
}

export interface Simulator {
  readonly options: SimulatorOptions;
  readonly platform: Platform;
  /** Friendship and groups. */
  readonly phones: Phones;
  /** Messages, files, postbacks, unsending. */
  readonly keyboard: Keyboard;
  /** LINE's API without a socket; rejects with `ConnectionCut` where a socket would break. */
  readonly line: (request: LineRequest) => Promise<LineResponse>;
  /** The control protocol without a socket. */
  readonly control: (request: LineRequest) => Promise<LineResponse>;
  /** What `GET /sim/demo` answers from now on. */
  readonly setDemo: (demo: SimDemo) => void;
  readonly setWebhookUrl: (url: string | undefined) => void;
  /** Listens on loopback; port 0 takes a free one. `close` ends open connections too. */
  readonly listen: (port: number) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
}

/** A LINE platform with one channel, in memory. Nothing runs until it is called or listens. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const platform = new Platform({
    channelSecret: options.channelSecret,
    channelAccessToken: options.channelAccessToken,
    loginChannelId: options.loginChannelId,
    botName: options.botName ?? 'โปร่งใส',
    now: options.now ?? Date.now,
    seed: options.seed ?? 1,
    quota: options.quota ?? DEFAULT_QUOTA,
    redelivery: options.redelivery ?? true,
    groupMessageUserId: options.groupMessageUserId ?? true,
    groupPostbackUserId: options.groupPostbackUserId ?? false,
    verifiedAccount: options.verifiedAccount ?? false,
  });
  const setWebhookUrl = (url: string | undefined) => connect(platform, url, options.deliver);
  platform.connectWebhook = setWebhookUrl;
  setWebhookUrl(options.webhookUrl);
  const demo: { current?: SimDemo } = {};
  const context = {
    platform,
    phones: new Phones(platform),
    keyboard: new Keyboard(platform),
    demo,
  };
  return {
    options,
    ...context,
    line: (request) => lineApi(platform, request),
    control: (request) => controlApi(context, request),
    setWebhookUrl,
    setDemo: (current) => {
      demo.current = current;
    },
    listen: (port) => listen(httpServer(context, options.servePage), port),
  };
}

function connect(platform: Platform, url: string | undefined, deliver: Deliver | undefined): void {
  platform.webhookUrl = url;
  const path = url === undefined ? '/webhook' : new URL(url).pathname;
  platform.webhooks.connect(deliver ?? (url === undefined ? undefined : httpDeliver(url)), path);
}

async function listen(server: ReturnType<typeof httpServer>, port: number) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}
