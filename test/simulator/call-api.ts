import { randomUUID } from 'node:crypto';
import type { Person, TestOffice } from './office.ts';

/** An answer of the program's API. */
export interface ApiAnswer<Body> {
  readonly status: number;
  readonly body: Body;
}

/**
 * Calls the API as a person's phone does: logs in with LINE, then sends the ID token. With a body it is a POST; bytes are sent as
 * they are, everything else as JSON.
 */
export async function callApi<Body>(
  office: TestOffice,
  person: Pick<Person, 'user'>,
  path: string,
  body?: object,
): Promise<ApiAnswer<Body>> {
  const login = await fetch(`${office.simulatorUrl}/sim/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: person.user.id }),
  });
  const { idToken } = (await login.json()) as { idToken: string };
  const isFile = body instanceof Uint8Array;
  const response = await fetch(`${office.program.programUrl}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${idToken}`,
      'idempotency-key': randomUUID(),
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
    },
    ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}
