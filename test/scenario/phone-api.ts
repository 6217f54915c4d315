import { randomUUID } from 'node:crypto';
import type { Person, TestOffice } from '../simulator/office.ts';

/** What the API answered. */
export interface ApiAnswer<T> {
  readonly status: number;
  readonly body: T;
}

/** The mini-app of one person, logged in with LINE. */
export interface PhoneApi {
  get<T>(path: string): Promise<ApiAnswer<T>>;
  post<T>(path: string, body: unknown, key?: string): Promise<ApiAnswer<T>>;
  upload<T>(path: string, bytes: Uint8Array): Promise<ApiAnswer<T>>;
}

/** Opens the mini-app for a person: every call carries an ID token that the simulated LINE vouches for. */
export function phoneApi(office: TestOffice, person: Person): PhoneApi {
  const token = async (): Promise<string> => {
    const response = await fetch(`${office.simulatorUrl}/sim/login`, {
      method: 'POST',
      body: JSON.stringify({ userId: person.user.id }),
      headers: { 'content-type': 'application/json' },
    });
    return ((await response.json()) as { idToken: string }).idToken;
  };
  const call = async <T>(path: string, init: RequestInit): Promise<ApiAnswer<T>> => {
    const headers = { ...init.headers, authorization: `Bearer ${await token()}` };
    const response = await fetch(`${office.program.programUrl}/api${path}`, { ...init, headers });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: (isJson ? await response.json() : await response.arrayBuffer()) as T,
    };
  };
  return {
    get: (path) => call(path, {}),
    post: (path, body, key = randomUUID()) =>
      call(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
      }),
    upload: (path, bytes) =>
      call(path, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
      }),
  };
}
