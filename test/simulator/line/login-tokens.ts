import { createHmac, timingSafeEqual } from 'node:crypto';
import { BoundedMap } from './bounded-map.ts';
import type { LineIds } from './line-ids.ts';
import { simulatorLimits } from './simulator-limits.ts';

/** "LIFF", ID token: valid for one hour after it was issued. */
const ID_TOKEN_LIFE_SECONDS = 3_600;
/** "LIFF", access token: valid for 12 hours after it was issued. */
const ACCESS_TOKEN_LIFE_MS = 12 * 3_600_000;
export const LOGIN_ISSUER = 'https://access.line.me';

export interface IdTokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly exp: number;
  readonly iat: number;
  readonly amr: readonly string[];
  readonly name: string;
  readonly nonce?: string;
}

interface LoginRequest {
  readonly userId: string;
  readonly name: string;
  readonly nonce?: string;
  /** For tests of refused tokens. */
  readonly issuer?: string;
  readonly audience?: string;
}

/** Tokens of LINE Login for one channel: ID tokens as signed JWTs, access tokens as opaque strings. */
export class LoginTokens {
  readonly #channelId: string;
  readonly #secret: string;
  readonly #ids: LineIds;
  readonly #accessTokens = new BoundedMap<string, { userId: string; expiresAtMs: number }>(
    simulatorLimits.loginsKept,
  );

  constructor(channelId: string, secret: string, ids: LineIds) {
    this.#channelId = channelId;
    this.#secret = secret;
    this.#ids = ids;
  }

  get channelId(): string {
    return this.#channelId;
  }

  issue(login: LoginRequest, nowMs: number): { readonly idToken: string; readonly accessToken: string } {
    const iat = Math.floor(nowMs / 1000);
    const claims: IdTokenClaims = {
      iss: login.issuer ?? LOGIN_ISSUER,
      sub: login.userId,
      aud: login.audience ?? this.#channelId,
      exp: iat + ID_TOKEN_LIFE_SECONDS,
      iat,
      amr: ['linesso'],
      name: login.name,
      ...(login.nonce === undefined ? {} : { nonce: login.nonce }),
    };
    const accessToken = `eyJhbGciOiJIUzI1NiJ9.${this.#ids.opaque(86)}.${this.#ids.opaque(43)}`;
    this.#accessTokens.set(accessToken, {
      userId: login.userId,
      expiresAtMs: nowMs + ACCESS_TOKEN_LIFE_MS,
    });
    return { idToken: this.#sign(claims), accessToken };
  }

  /** The claims of a token with a right signature, whatever they say; nothing when it is malformed or forged. */
  claims(idToken: string): IdTokenClaims | undefined {
    const [head, payload, signature, ...rest] = idToken.split('.');
    if (head === undefined || payload === undefined || signature === undefined || rest.length > 0)
      return undefined;
    const expected = Buffer.from(this.#mac(`${head}.${payload}`));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as IdTokenClaims;
  }

  access(accessToken: string): { readonly userId: string; readonly expiresAtMs: number } | undefined {
    return this.#accessTokens.get(accessToken);
  }

  revoke(accessToken: string): void {
    this.#accessTokens.delete(accessToken);
  }

  #sign(claims: IdTokenClaims): string {
    const head = Buffer.from(JSON.stringify({ typ: 'JWT', alg: 'HS256' })).toString('base64url');
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${head}.${payload}.${this.#mac(`${head}.${payload}`)}`;
  }

  #mac(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }
}
