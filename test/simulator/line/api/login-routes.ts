import { type IdTokenClaims, LOGIN_ISSUER } from '../login-tokens.ts';
import { LineApiError } from './line-api-error.ts';
import { json, type LineResponse } from './line-http.ts';
import type { Call, Route } from './router.ts';

/** "Verify ID token": the claims, or one of the documented refusals. */
function verifyIdToken({ platform, request }: Call): LineResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const claims = platform.login.claims(form.get('id_token') ?? '');
  const clientId = form.get('client_id');
  if (clientId === null || clientId === '') return refusal("The 'client_id' parameter is required.");
  if (claims === undefined) return refusal('Invalid IdToken.');
  const problem = claimProblem(claims, form, platform.now());
  return problem === undefined ? json(200, claims) : refusal(problem);
}

function claimProblem(claims: IdTokenClaims, form: URLSearchParams, nowMs: number): string | undefined {
  if (claims.iss !== LOGIN_ISSUER) return 'Invalid IdToken Issuer.';
  if (claims.exp * 1000 <= nowMs) return 'IdToken expired.';
  if (claims.aud !== form.get('client_id')) return 'Invalid IdToken Audience.';
  if (form.has('nonce') && claims.nonce !== form.get('nonce')) return 'Invalid IdToken Nonce.';
  if (form.has('user_id') && claims.sub !== form.get('user_id')) return 'Invalid IdToken Subject Identifier.';
  return undefined;
}

/** "Verify access token validity": whose channel it is for and how many seconds it has left. */
function verifyAccessToken({ platform, request }: Call): LineResponse {
  const accessToken = request.query['access_token'] ?? '';
  if (accessToken.split('.').length !== 3) return refusal('The access token not JWS');
  const access = platform.login.access(accessToken);
  if (access === undefined) return refusal('access token revoked');
  const leftMs = access.expiresAtMs - platform.now();
  if (leftMs <= 0) return refusal('The access token expired');
  const expiresInSeconds = Math.floor(leftMs / 1000);
  return json(200, {
    scope: 'openid profile',
    client_id: platform.login.channelId,
    expires_in: expiresInSeconds,
  });
}

/** "Get user profile" of LINE Login. */
function loginProfile(call: Call): LineResponse {
  const { id, name } = userOf(call);
  return json(200, { userId: id, displayName: name });
}

/** "Get user information". */
function userInfo(call: Call): LineResponse {
  const { id, name } = userOf(call);
  return json(200, { sub: id, name });
}

/** "Get friendship status". */
function friendship(call: Call): LineResponse {
  return json(200, {
    friendFlag: call.platform.people.isFriend(userOf(call).id),
  });
}

function userOf({ platform, request }: Call): {
  readonly id: string;
  readonly name: string;
} {
  const accessToken = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  const access = platform.login.access(accessToken);
  const user = access === undefined ? undefined : platform.people.findUser(access.userId);
  if (access !== undefined && access.expiresAtMs > platform.now() && user !== undefined) return user;
  throw new LineApiError(401, 'The access token is invalid');
}

/** "Verify the validity of short-lived and long-lived channel access tokens". */
function verifyChannelToken({ platform, request }: Call): LineResponse {
  const given = new URLSearchParams(request.body.toString('utf8')).get('access_token');
  if (given !== platform.settings.channelAccessToken) return refusal('access token revoked');
  return json(200, {
    client_id: '2000000001',
    expires_in: 2_592_000,
    scope: 'P CM',
  });
}

function refusal(description: string): LineResponse {
  return json(400, {
    error: 'invalid_request',
    error_description: description,
  });
}

/** LINE Login v2.1, without its pages: tokens come from POST /sim/login. */
export const loginRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/oauth2/v2.1/verify',
    answer: verifyIdToken,
    isPublic: true,
  },
  {
    method: 'GET',
    path: '/oauth2/v2.1/verify',
    answer: verifyAccessToken,
    isPublic: true,
  },
  {
    method: 'GET',
    path: '/oauth2/v2.1/userinfo',
    answer: userInfo,
    isPublic: true,
  },
  { method: 'GET', path: '/v2/profile', answer: loginProfile, isPublic: true },
  {
    method: 'GET',
    path: '/friendship/v1/status',
    answer: friendship,
    isPublic: true,
  },
  {
    method: 'POST',
    path: '/v2/oauth/verify',
    answer: verifyChannelToken,
    isPublic: true,
  },
];
