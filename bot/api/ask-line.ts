import { z } from 'zod';

/** LINE answers this in well under a second; somebody is waiting in front of a screen. */
export const VERIFY_TIMEOUT_MS = 5_000;
const LOGIN_ISSUER = 'https://access.line.me';

/** What LINE says of an ID token ("Verify ID token", LINE Login v2.1). */
export type TokenAnswer =
  | { readonly kind: 'valid'; readonly userId: string; readonly expiresAtMs: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' }
  /** No answer, or one that says nothing about the token. */
  | { readonly kind: 'unreachable' };

export interface AskLineOptions {
  readonly apiUrl: string;
  /** Channel id of LINE Login, not of the Messaging API. */
  readonly loginChannelId: string;
  readonly timeoutMs?: number;
}

const claimsSchema = z.object({
  iss: z.literal(LOGIN_ISSUER),
  sub: z.string().regex(/^U[0-9a-f]{32}$/),
  aud: z.string(),
  exp: z.number(),
});
const refusalSchema = z.object({ error_description: z.string() });

/** Asks LINE whose ID token this is. LINE checks the signature; issuer and audience are looked at once more. Never rejects. */
export async function askLine(idToken: string, options: AskLineOptions): Promise<TokenAnswer> {
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(new URL('/oauth2/v2.1/verify', options.apiUrl), {
      method: 'POST',
      body: new URLSearchParams({ id_token: idToken, client_id: options.loginChannelId }),
      signal: AbortSignal.timeout(options.timeoutMs ?? VERIFY_TIMEOUT_MS),
    });
    status = response.status;
    body = await response.json();
  } catch {
    return { kind: 'unreachable' };
  }
  if (status === 200) {
    const claims = claimsSchema.safeParse(body);
    if (!claims.success || claims.data.aud !== options.loginChannelId) return { kind: 'invalid' };
    return { kind: 'valid', userId: claims.data.sub, expiresAtMs: claims.data.exp * 1000 };
  }
  // Only 400 speaks of the token; 429 and 5xx speak of LINE.
  if (status !== 400) return { kind: 'unreachable' };
  const refusal = refusalSchema.safeParse(body);
  const isExpired = refusal.success && /expired/i.test(refusal.data.error_description);
  return { kind: isExpired ? 'expired' : 'invalid' };
}
