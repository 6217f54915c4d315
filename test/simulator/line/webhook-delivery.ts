import { createHmac } from 'node:crypto';

export interface DeliveryResult {
  /** The HTTP status, or 0 when no answer came. */
  readonly status: number;
  readonly body?: string;
}

/** Takes one webhook to the program. Rejecting means that no answer came. */
export type Deliver = (body: Buffer, headers: Readonly<Record<string, string>>) => Promise<DeliveryResult>;

/** "Check webhook error statistics", request_timeout: an answer must come within 2 seconds. */
export const WEBHOOK_TIMEOUT_MS = 2_000;

/** The headers of a webhook; the signature is made over the raw bytes ("Webhooks", signature validation). */
export function webhookHeaders(body: Buffer, channelSecret: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'LineBotWebhook/2.0',
    'x-line-signature': createHmac('sha256', channelSecret).update(body).digest('base64'),
  };
}
