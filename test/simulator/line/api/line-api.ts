import type { Platform } from '../platform.ts';
import { recordedBody } from '../recorded-body.ts';
import { simulatorLimits } from '../simulator-limits.ts';
import { contentRoutes } from './content-routes.ts';
import { LineApiError } from './line-api-error.ts';
import { ConnectionCut, json, type LineRequest, type LineResponse } from './line-http.ts';
import { loginRoutes } from './login-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { richMenuLinkRoutes } from './rich-menu-link-routes.ts';
import { richMenuRoutes } from './rich-menu-routes.ts';
import { type Route, Router } from './router.ts';
import { webhookRoutes } from './webhook-routes.ts';

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const router = new Router([
  ...messageRoutes,
  ...contentRoutes,
  ...peopleRoutes,
  ...richMenuLinkRoutes,
  ...richMenuRoutes,
  ...webhookRoutes,
  ...loginRoutes,
]);

/** Whether LINE serves this path; everything else of the port belongs to the simulator itself. */
export function isLinePath(path: string): boolean {
  return path.startsWith('/v2/') || path.startsWith('/oauth2/') || path.startsWith('/friendship/');
}

/**
 * LINE's API. Every answer carries `x-line-request-id`, every call is recorded. Rejects with `ConnectionCut` when a
 * fault takes the connection away before the answer; whether the call took effect the caller cannot know then.
 */
export async function lineApi(platform: Platform, request: LineRequest): Promise<LineResponse> {
  const requestId = platform.ids.request();
  const atMs = platform.now();
  const method = request.method.toUpperCase();
  const answer = await answerOf(platform, { ...request, method }, requestId);
  const isCut = answer instanceof ConnectionCut;
  platform.calls.add({
    atMs,
    direction: 'to-line',
    method,
    path: request.path,
    headers: request.headers,
    body: recordedBody(request.body),
    status: isCut ? 0 : answer.status,
    responseBody: isCut ? 'connection cut' : recordedBody(answer.body),
  });
  if (isCut) throw answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'x-line-request-id': requestId },
  };
}

async function answerOf(
  platform: Platform,
  request: LineRequest,
  requestId: string,
): Promise<LineResponse | ConnectionCut> {
  const fault = platform.faults.forCall(request.method, request.path);
  if (fault !== undefined && 'status' in fault) return json(fault.status, { message: fault.message });
  if (fault !== undefined && 'cut' in fault) return new ConnectionCut();
  const answer = await serve(platform, request, requestId);
  if (fault === undefined) return answer;
  if ('delayMs' in fault)
    return {
      ...answer,
      delayMs: Math.min(fault.delayMs, simulatorLimits.faultDelayMsMax),
    };
  if ('cutMidBody' in fault) return cutMidBody(answer);
  return fault.acceptedThen === 'cut' ? new ConnectionCut() : json(500, { message: 'Internal server error' });
}

function cutMidBody(answer: LineResponse): LineResponse {
  const headers = {
    ...answer.headers,
    'content-length': String(answer.body.length),
  };
  const body = answer.body.subarray(0, Math.floor(answer.body.length / 2));
  return { ...answer, headers, body, isCutShort: true };
}

async function serve(platform: Platform, request: LineRequest, requestId: string): Promise<LineResponse> {
  const found = router.find(request.method, request.path);
  try {
    if (found === undefined) {
      const status = router.hasPath(request.path) ? 405 : 404;
      throw new LineApiError(status, status === 405 ? 'Method not allowed' : 'Not found');
    }
    const { route, params } = found;
    if (route.isPublic !== true) refuseWrongToken(platform, request);
    const earlier = retryAnswer(platform, request, route);
    return earlier ?? (await route.answer({ platform, request, params, requestId }));
  } catch (error) {
    if (error instanceof LineApiError) return error.response;
    throw error;
  }
}

/** "Error messages": "Authentication failed due to the following reason: XXX". */
function refuseWrongToken(platform: Platform, request: LineRequest): void {
  const authorization = request.headers['authorization'];
  if (authorization === `Bearer ${platform.settings.channelAccessToken}`) return;
  const reason =
    authorization === undefined
      ? "missing 'Authorization' header"
      : 'invalid token. Confirm that the access token in the authorization header is valid.';
  throw new LineApiError(401, `Authentication failed due to the following reason: ${reason}`);
}

/** "Retrying an API request": 409 with the first answer's messages; LINE does not give the words of its other refusals. */
function retryAnswer(platform: Platform, request: LineRequest, route: Route): LineResponse | undefined {
  const key = request.headers['x-line-retry-key'];
  if (key === undefined) return undefined;
  if (route.takesRetryKey !== true)
    throw new LineApiError(400, 'X-Line-Retry-Key is not supported by this API');
  if (!UUID_FORM.test(key)) throw new LineApiError(400, 'X-Line-Retry-Key must be a UUID');
  const accepted = platform.retryKeys.accepted(key, platform.now());
  if (accepted === undefined) return undefined;
  const sent = accepted.sentMessages === undefined ? {} : { sentMessages: accepted.sentMessages };
  const headers = { 'x-line-accepted-request-id': accepted.requestId };
  return json(409, { message: 'The retry key is already accepted', ...sent }, headers);
}
