import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { Allowed, ApiRoute, UploadCall } from './route.ts';

/**
 * A route that takes a file: `POST` with the bytes as body and an `Idempotency-Key`. The Content-Type that the phone gives says
 * nothing: what the file is must be told by its content. Larger files are refused before they are read to the end.
 */
export function uploadRoute<Query = undefined>(
  path: string,
  options: { readonly allowed: Allowed; readonly maxFileBytes: number; readonly query?: z.ZodType<Query> },
  handle: (call: UploadCall<Query>) => Promise<object>,
): ApiRoute {
  return {
    method: 'post',
    path,
    allowed: options.allowed,
    maxFileBytes: options.maxFileBytes,
    ...(options.query ? { query: options.query } : {}),
    handle: async (call) => {
      if (!call.request) throw new ApiError('bad-input', { field: 'Idempotency-Key' });
      if (!Buffer.isBuffer(call.body) || call.body.length === 0) throw new ApiError('bad-input');
      // The router parsed the query with the schema above before it calls this.
      return handle({ ...call, request: call.request, body: call.body, query: call.query as Query });
    },
  };
}
