import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** One write as the phone means it, however often it is sent. */
export interface WriteRequest {
  readonly userId: string;
  /** Header `Idempotency-Key`: a UUID, made by the phone before the first try. */
  readonly key: string;
  /** What was asked for: SHA-256 of method, path and body. */
  readonly fingerprint: string;
}

/** Reads what makes a write recognisable. Throws ApiError `bad-input` without a proper key. */
export function writeRequestOf(given: {
  readonly userId: string;
  readonly key: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}): WriteRequest {
  if (!given.key || !UUID.test(given.key)) throw new ApiError('bad-input', { field: 'Idempotency-Key' });
  const asked = JSON.stringify([given.method, given.path, given.body ?? null]);
  return {
    userId: given.userId,
    key: given.key.toLowerCase(),
    fingerprint: createHash('sha256').update(asked).digest('base64url'),
  };
}
