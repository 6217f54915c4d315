import { type Deliver, WEBHOOK_TIMEOUT_MS } from '../webhook-delivery.ts';

/** Takes webhooks to a URL; rejects when no answer comes within LINE's 2 seconds. */
export function httpDeliver(url: string): Deliver {
  return async (body, headers) => {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
    });
    return { status: response.status, body: await response.text() };
  };
}
