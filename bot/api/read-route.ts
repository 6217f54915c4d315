import type { z } from 'zod';
import type { Allowed, ApiCall, ApiRoute, FileAnswer } from './route.ts';

/** A route that changes nothing: `GET`. `query` is parsed before `handle` is called. */
export function readRoute<Query = undefined>(
  path: string,
  options: { readonly allowed: Allowed; readonly query?: z.ZodType<Query> },
  handle: (call: ApiCall<Query, undefined>) => Promise<object | FileAnswer>,
): ApiRoute {
  return {
    method: 'get',
    path,
    allowed: options.allowed,
    ...(options.query ? { query: options.query } : {}),
    // The router parsed the query with the schema above before it calls this.
    handle: (call) => handle(call as ApiCall<Query, undefined>),
  };
}
