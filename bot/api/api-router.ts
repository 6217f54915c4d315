import { createHash } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { Clock } from '../clock.ts';
import { faultOf, type Log } from '../log.ts';
import { ApiError } from './api-error.ts';
import { API_HEADERS } from './api-headers.ts';
import { type AuthDeps, authenticated, type Caller } from './authenticated.ts';
import { checkShape } from './check-shape.ts';
import { CALLS_PER_MINUTE, createRateLimit, WRITES_PER_MINUTE } from './rate-limit.ts';
import { readFile } from './read-file.ts';
import { readJson } from './read-json.ts';
import { type ApiRoute, FileAnswer } from './route.ts';
import { sendFile } from './send-file.ts';
import { toProblem } from './to-problem.ts';
import { writeRequestOf } from './write-request.ts';

/** Files that are read at the same time; each is held in memory while it is looked at. */
export const MAX_FILES_AT_ONCE = 16;

export interface ApiDeps extends AuthDeps {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Everything under /api. Denies by default: a route is reached only through the checks that stand here, in this order:
 * identity, allowance, membership and role, size and shape of what was sent. Every refusal has the shape of `Problem`.
 * Logs route pattern, status and time; never an id, a query or a body.
 */
export function apiRouter(routes: readonly ApiRoute[], deps: ApiDeps): Router {
  const router = express.Router();
  const takeCall = createRateLimit(CALLS_PER_MINUTE);
  const takeWrite = createRateLimit(WRITES_PER_MINUTE);
  let filesUnderWay = 0;

  /** Answers a call of who may call. */
  const carryOut = async (
    route: ApiRoute,
    { userId, member }: Caller,
    request: Request,
    response: Response,
  ) => {
    const isWrite = route.method !== 'get';
    const query = route.query && checkShape(route.query, request.query);
    const { maxFileBytes } = route;
    const file = maxFileBytes === undefined ? undefined : await readFile(request, response, maxFileBytes);
    const sent = isWrite && maxFileBytes === undefined ? await readJson(request, response) : undefined;
    const body = file ?? (route.body && checkShape(route.body, sent));
    const write = isWrite
      ? writeRequestOf({
          userId,
          key: request.get('idempotency-key'),
          method: route.method,
          path: request.url,
          body: file ? createHash('sha256').update(file).digest('hex') : sent,
        })
      : undefined;
    const params = request.params as Record<string, string>;
    return route.handle({ member, userId, params, query, body, nowMs: deps.clock.now(), request: write });
  };

  const answer = async (route: ApiRoute, request: Request, response: Response) => {
    const caller = await authenticated(request, route.allowed, deps, (who) => {
      takeCall(who, deps.clock.now());
      if (route.method !== 'get') takeWrite(who, deps.clock.now());
    });
    if (route.maxFileBytes === undefined) return carryOut(route, caller, request, response);
    if (filesUnderWay >= MAX_FILES_AT_ONCE) throw new ApiError('busy');
    filesUnderWay += 1;
    try {
      return await carryOut(route, caller, request, response);
    } finally {
      filesUnderWay -= 1;
    }
  };

  router.use((_request, response, next) => {
    response.set(API_HEADERS);
    next();
  });
  for (const route of routes) {
    const pattern = `${route.method} ${route.path}`;
    router[route.method](route.path, async (request, response) => {
      const startedAt = deps.clock.now();
      let status = 200;
      try {
        send(response, await answer(route, request, response));
      } catch (error) {
        const failure = toProblem(error);
        status = failure.status;
        if (status === 500) deps.log.write(faultOf(pattern, error));
        if (status === 429) response.set('Retry-After', '60');
        response.status(status).json(failure.problem);
      }
      deps.log.write({ event: 'api', route: pattern, status, ms: deps.clock.now() - startedAt });
    });
  }
  router.use((_request, response) => {
    const { status, problem } = new ApiError('not-found');
    deps.log.write({ event: 'api', route: 'unknown', status, ms: 0 });
    response.status(status).json(problem);
  });
  const malformed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    // Addresses that Express itself cannot decode, such as a stray "%".
    const { status, problem } = toProblem(error);
    response.status(status).json(problem);
  };
  router.use(malformed);
  return router;
}

function send(response: Response, answer: object): void {
  if (answer instanceof FileAnswer) sendFile(response, answer);
  else response.json(answer);
}
