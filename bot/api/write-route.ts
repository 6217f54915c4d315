import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { Allowed, ApiRoute, WriteCall } from './route.ts';

/** A route that changes something: `POST` with a JSON body and an `Idempotency-Key`. `body` is parsed before `handle` is called. */
export function writeRoute<Body>(
  path: string,
  options: { readonly allowed: Allowed; readonly body: z.ZodType<Body> },
  handle: (call: WriteCall<Body>) => Promise<object>,
): ApiRoute {
  return {
    method: 'post',
    path,
    allowed: options.allowed,
    body: options.body,
    handle: async (call) => {
      if (!call.request) throw new ApiError('bad-input', { field: 'Idempotency-Key' });
      // The router parsed the body with the schema above before it calls this.
      return handle({ ...call, request: call.request, body: call.body as Body });
    },
  };
}
