import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { ApiError } from './api-error.ts';
import type { TokenAnswer } from './ask-line.ts';
import { BoundedMap } from './bounded-map.ts';

/** Logins remembered. One is some 200 bytes; an office has a few hundred people. */
export const MAX_LOGINS_KEPT = 2_000;
/** Questions to LINE under way at once; beyond it callers are asked to come back. */
export const MAX_VERIFYING = 50;
/** LINE's ID tokens are some 600 characters. */
const TOKEN_UNITS_MAX = 4_096;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Gives the LINE user id behind an ID token. */
export type VerifyIdToken = (idToken: string) => Promise<string>;

/**
 * Verifies ID tokens with LINE, each once: a valid one is remembered until its own `exp`, an invalid one as long as there is
 * room, keyed by SHA-256, so that the memory holds no token. Several calls with the same token wait for the same answer.
 * Throws ApiError `login-expired`, `login-invalid`, `line-unreachable` (not remembered) or `busy`.
 */
export function createVerifyIdToken(
  ask: (idToken: string) => Promise<TokenAnswer>,
  clock: Clock,
): VerifyIdToken {
  const known = new BoundedMap<string, TokenAnswer>(MAX_LOGINS_KEPT);
  // Separate from the good ones: a flood of forged tokens must not push logins out.
  const refused = new BoundedMap<string, TokenAnswer>(MAX_LOGINS_KEPT);
  const asking = new Map<string, Promise<TokenAnswer>>();

  const answerFor = async (idToken: string): Promise<TokenAnswer> => {
    if (idToken.length > TOKEN_UNITS_MAX || !JWT.test(idToken)) return { kind: 'invalid' };
    const key = createHash('sha256').update(idToken).digest('base64url');
    const remembered = known.get(key) ?? refused.get(key);
    if (remembered) return remembered;
    const underWay = asking.get(key);
    if (underWay !== undefined) return underWay;
    if (asking.size >= MAX_VERIFYING) throw new ApiError('busy');
    const question = ask(idToken).finally(() => asking.delete(key));
    asking.set(key, question);
    const answer = await question;
    if (answer.kind === 'valid') known.set(key, answer);
    else if (answer.kind !== 'unreachable') refused.set(key, answer);
    return answer;
  };

  return async (idToken) => {
    const answer = await answerFor(idToken);
    switch (answer.kind) {
      case 'valid':
        if (answer.expiresAtMs <= clock.now()) throw new ApiError('login-expired');
        return answer.userId;
      case 'expired':
        throw new ApiError('login-expired');
      case 'invalid':
        throw new ApiError('login-invalid');
      case 'unreachable':
        throw new ApiError('line-unreachable');
    }
  };
}
