import { createHmac, randomBytes } from 'node:crypto';

export const BENCH_SECRET = 'bench-channel-secret';
export const BENCH_TOKEN = 'bench-channel-token';

/** A webhook as LINE sends it, ready for the wire. */
export interface SignedWebhook {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly replyToken: string;
}

/** A text that somebody types in a chat: an event nobody sent before, signed. */
export function signedWebhook(chatId: string, userId: string, text: string): SignedWebhook {
  const replyToken = randomBytes(16).toString('hex');
  const source = chatId === userId ? { type: 'user', userId } : { type: 'group', groupId: chatId, userId };
  const event = {
    type: 'message',
    message: {
      type: 'text',
      id: String(Date.now()),
      quoteToken: randomBytes(24).toString('base64url'),
      text,
    },
    webhookEventId: randomBytes(16).toString('hex').slice(0, 26).toUpperCase(),
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source,
    replyToken,
    mode: 'active',
  };
  const body = Buffer.from(JSON.stringify({ destination: idOf('U', 0), events: [event] }));
  const signature = createHmac('sha256', BENCH_SECRET).update(body).digest('base64');
  return {
    body,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-line-signature': signature },
    replyToken,
  };
}

/** The id of the n-th user or group. */
export function idOf(kind: 'U' | 'C', n: number): string {
  return kind + n.toString(16).padStart(32, '0');
}
