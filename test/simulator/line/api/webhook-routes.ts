import { LineApiError } from './line-api-error.ts';
import { json } from './line-http.ts';
import { readJsonBody } from './request-body.ts';
import type { Call, Route } from './router.ts';

/** "Set webhook endpoint URL": at most 500 characters. */
const URL_MAX = 500;

/** A webhook URL; LINE wants HTTPS, loopback may do without. */
function webhookUrl(value: unknown): string {
  if (typeof value === 'string' && value.length <= URL_MAX && URL.canParse(value)) {
    const { protocol, hostname } = new URL(value);
    const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1';
    if (protocol === 'https:' || (protocol === 'http:' && isLoopback)) return value;
  }
  throw new LineApiError(400, 'Invalid webhook endpoint URL');
}

/** "Set webhook endpoint URL". */
function setEndpoint({ platform, request }: Call) {
  platform.connectWebhook(webhookUrl(readJsonBody(request)['endpoint']));
  return json(200, {});
}

/** "Get webhook endpoint information". */
function getEndpoint({ platform }: Call) {
  if (platform.webhookUrl === undefined) throw new LineApiError(404, 'Webhook endpoint not found');
  return json(200, { endpoint: platform.webhookUrl, active: true });
}

/** "Test webhook endpoint": sends a webhook without events to the endpoint that is set. */
async function testEndpoint({ platform, request }: Call) {
  const endpoint = request.body.length > 0 ? readJsonBody(request)['endpoint'] : undefined;
  if (endpoint !== undefined) webhookUrl(endpoint);
  if (platform.webhookUrl === undefined) throw new LineApiError(404, 'Webhook endpoint not found');
  const body = Buffer.from(JSON.stringify({ destination: platform.botUserId, events: [] }));
  const { status } = await platform.webhooks.sendRaw(body);
  const isSuccess = status >= 200 && status < 300;
  const timestamp = new Date(platform.now()).toISOString();
  if (status === 0) {
    const detail = 'Failure to connect';
    return json(200, {
      success: false,
      timestamp,
      statusCode: 0,
      reason: 'COULD_NOT_CONNECT',
      detail,
    });
  }
  const reason = isSuccess ? 'OK' : 'ERROR_STATUS_CODE';
  return json(200, {
    success: isSuccess,
    timestamp,
    statusCode: status,
    reason,
    detail: String(status),
  });
}

/** "Webhook settings". */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/v2/bot/channel/webhook/endpoint',
    answer: setEndpoint,
  },
  {
    method: 'GET',
    path: '/v2/bot/channel/webhook/endpoint',
    answer: getEndpoint,
  },
  {
    method: 'POST',
    path: '/v2/bot/channel/webhook/test',
    answer: testEndpoint,
  },
];
