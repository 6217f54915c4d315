import type { Platform } from '../platform.ts';
import type { LineRequest, LineResponse } from './line-http.ts';

export interface Call {
  readonly platform: Platform;
  readonly request: LineRequest;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly requestId: string;
}

export interface Route {
  readonly method: string;
  /** Path with `:name` for a part that varies. */
  readonly path: string;
  readonly answer: (call: Call) => LineResponse | Promise<LineResponse>;
  /** Needs no channel access token; LINE Login has tokens of its own. */
  readonly isPublic?: boolean;
  /** Takes `X-Line-Retry-Key`; all others refuse it ("Retry failed API requests"). */
  readonly takesRetryKey?: boolean;
}

interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a request; a route with fewer varying parts wins, as `/user/all/…` does over `/user/:userId/…`. */
export class Router {
  readonly #routes: readonly {
    readonly route: Route;
    readonly parts: readonly string[];
  }[];

  constructor(routes: readonly Route[]) {
    const varying = (parts: readonly string[]) => parts.filter((part) => part.startsWith(':')).length;
    this.#routes = routes
      .map((route) => ({ route, parts: route.path.split('/') }))
      .sort((left, right) => varying(left.parts) - varying(right.parts));
  }

  find(method: string, path: string): FoundRoute | undefined {
    const given = path.split('/');
    for (const { route, parts } of this.#routes) {
      if (route.method !== method || parts.length !== given.length) continue;
      const params = match(parts, given);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  }

  hasPath(path: string): boolean {
    const given = path.split('/');
    return this.#routes.some(
      ({ parts }) => parts.length === given.length && match(parts, given) !== undefined,
    );
  }
}

function match(parts: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      const decoded = decode(value);
      if (decoded === undefined || decoded === '') return undefined;
      params[part.slice(1)] = decoded;
    } else if (part !== value) {
      return undefined;
    }
  }
  return params;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
