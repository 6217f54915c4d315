import type { Problem } from '../../../shared/api/problem.ts';
import type { Login } from '../login/login.ts';
import { ApiFailure } from './api-failure.ts';
import { apiText } from './text.ts';

/** A village's network answers late; one that says nothing for so long will not. */
const CALL_TIMEOUT_MS = 20_000;
/** A picture of a cheap phone is 3 MB; at 20 kB/s it takes this long. */
const FILE_TIMEOUT_MS = 180_000;
/** Tries of one call, the first included. */
const MAX_TRIES = 3;
const PAUSE_MS = 600;

/** The server's API as this person. Every method rejects with ApiFailure and with nothing else. */
export interface Api {
  get<T>(path: string): Promise<T>;
  /** `key` stands for what the person means: the same key again, with the same body, takes effect once. */
  post<T>(path: string, body: object, key: string): Promise<T>;
  /** The bytes of an attachment. */
  file(path: string): Promise<Blob>;
}

/** Calls are tried again where that is safe: reads, and writes that carry a key. */
export function createApi(login: Login): Api {
  const once = async (path: string, init: RequestInit, timeoutMs: number): Promise<Response> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeoutMs);
    const token = login.idToken();
    let response: Response;
    try {
      response = await fetch(`/api${path}`, {
        ...init,
        signal: stop.signal,
        headers: { ...init.headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
      });
    } catch {
      const code = stop.signal.aborted ? 'slow' : 'offline';
      throw new ApiFailure({ code, sentence: apiText[code] });
    } finally {
      clearTimeout(timer);
    }
    if (!response.ok) throw await failureOf(response);
    return response;
  };

  const call = async (path: string, init: RequestInit, timeoutMs = CALL_TIMEOUT_MS): Promise<Response> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await once(path, init, timeoutMs);
      } catch (error) {
        const passes = error instanceof ApiFailure && (error.code === 'offline' || error.code === 'busy');
        if (!passes || tried === MAX_TRIES) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried));
    }
  };
  const json = async <T>(response: Response): Promise<T> => {
    try {
      return (await response.json()) as T;
    } catch {
      // The connection broke in the middle of the answer.
      throw new ApiFailure({ code: 'offline', sentence: apiText.offline });
    }
  };

  return {
    get: async (path) => json(await call(path, {})),
    post: async (path, body, key) =>
      json(
        await call(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
          body: JSON.stringify(body),
        }),
      ),
    file: async (path) => {
      const response = await call(path, {}, FILE_TIMEOUT_MS);
      return response.blob().catch(() => {
        throw new ApiFailure({ code: 'offline', sentence: apiText.offline });
      });
    },
  };
}

async function failureOf(response: Response): Promise<ApiFailure> {
  try {
    return new ApiFailure((await response.json()) as Problem & { current?: unknown });
  } catch {
    return new ApiFailure({ code: 'failed', sentence: apiText.failed });
  }
}
