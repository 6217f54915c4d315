import type { Request } from 'express';
import { ApiError } from './api-error.ts';

/**
 * The bytes of a body that somebody read before Express: Cloud Functions do, under a limit of their own, and leave them here.
 * Undefined where nobody did. @throws ApiError `too-large`
 */
export function rawBodyOf(request: Request, maxBytes: number): Buffer | undefined {
  const raw = 'rawBody' in request ? request.rawBody : undefined;
  if (!Buffer.isBuffer(raw)) return undefined;
  if (raw.length > maxBytes) throw new ApiError('too-large');
  return raw;
}
