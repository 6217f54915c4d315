import { z } from 'zod';
import type { Refusal, Told } from './google-project.ts';

/** Making a database or a secret is answered at once; a slow line takes the rest. */
const TIMEOUT_MS = 30_000;
/** A secret's value has up to 64 KiB ("Secret Manager quotas"), a project's policy up to 1,500 members. */
const MAX_ANSWER_BYTES = 1_000_000;

const problemShape = z.object({
  error: z.object({ details: z.array(z.object({ reason: z.string().optional() })).default([]) }),
});

/** How an address is asked; left out: GET. */
export interface GoogleRequest {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** Asks on the project's own account, as these two APIs want it of people who are signed in. */
  readonly onProject?: boolean;
}

/** Asks one address of Google's. Does not throw; logs nothing of what is sent or comes back. */
export type AskGoogle = (url: string, request?: GoogleRequest) => Promise<Told<unknown>>;

/** Asks in the name of whoever is signed in. `token` gives an access token; it may throw, and then nobody is. */
export function createAskGoogle({
  projectId,
  token,
}: {
  readonly projectId: string;
  token(): Promise<string>;
}): AskGoogle {
  return async (url, request = {}) => {
    const bearer = await token().catch(() => undefined);
    if (!bearer) return { kind: 'failed', why: 'signed-out', status: 0 };
    try {
      const response = await fetch(url, {
        method: request.method ?? 'GET',
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(request.onProject ? { 'x-goog-user-project': projectId } : {}),
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await limitedText(response);
      if (response.status === 404) return { kind: 'none' };
      if (response.ok) return { kind: 'told', value: text === '' ? {} : (JSON.parse(text) as unknown) };
      return { kind: 'failed', why: refusalOf(response.status, text), status: response.status };
    } catch {
      return { kind: 'failed', why: 'silent', status: 0 };
    }
  };
}

/** "Error details" of Google's APIs: the reason tells an API that is off from an account that may not. */
function refusalOf(status: number, text: string): Refusal {
  if (status === 401) return 'signed-out';
  if (status !== 403) return 'other';
  try {
    const found = problemShape.safeParse(JSON.parse(text));
    const isOff = found.data?.error.details.some(({ reason }) => reason === 'SERVICE_DISABLED');
    return isOff ? 'disabled' : 'forbidden';
  } catch {
    return 'forbidden';
  }
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new RangeError('the answer is longer than any of these is');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
