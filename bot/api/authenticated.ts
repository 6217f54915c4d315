import type { Request } from 'express';
import { memberOf } from '../people/read-people.ts';
import type { Member } from '../people/records.ts';
import type { Store } from '../store/store.ts';
import { ApiError } from './api-error.ts';
import { mayUse } from './may-use.ts';
import type { Allowed } from './route.ts';
import type { VerifyIdToken } from './verify-id-token.ts';

export interface AuthDeps {
  readonly store: Store;
  /** Undefined while the office has set no LINE Login channel. */
  readonly verifyIdToken: VerifyIdToken | undefined;
}

/** A person whose identity LINE vouched for a moment ago. */
export interface Caller {
  readonly userId: string;
  readonly member: Member;
}

/**
 * Says who calls, or throws (G10). The identity comes from LINE's answer to the bearer token alone; the membership is read
 * from the store at every call, so a role that was given or taken back counts at once.
 * Throws ApiError `not-set-up`, `login-missing`, `login-expired`, `login-invalid`, `line-unreachable`, `not-a-member`,
 * `not-allowed`. `identified` is called as soon as the identity is known, before anything is read.
 */
export async function authenticated(
  request: Pick<Request, 'get'>,
  allowed: Allowed,
  deps: AuthDeps,
  identified: (userId: string) => void,
): Promise<Caller> {
  if (!deps.verifyIdToken) throw new ApiError('not-set-up');
  const idToken = /^Bearer ([^\s]+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (idToken === undefined) throw new ApiError('login-missing');
  const userId = await deps.verifyIdToken(idToken);
  identified(userId);
  const member = await memberOf(deps.store, userId);
  if (!member) throw new ApiError('not-a-member');
  if (!mayUse(member, allowed)) throw new ApiError('not-allowed');
  return { userId, member };
}
