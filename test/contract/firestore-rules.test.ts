import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

let emulator: FirestoreEmulator;

beforeAll(async () => {
  emulator = await startFirestoreEmulator();
}, 90_000);
afterAll(() => emulator?.stop());

/** What the server's own credentials look like to the emulator. */
const SERVER = { Authorization: 'Bearer owner' };
/** A signed-in person: the emulator takes tokens without a signature. */
const token = (claims: object) =>
  `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
const PERSON = {
  Authorization: `Bearer ${token({ sub: 'somebody', user_id: 'somebody' })}`,
};

const DOCUMENT = JSON.stringify({ fields: { open: { booleanValue: true } } });

async function ask(method: string, path: string, headers: Record<string, string>): Promise<number> {
  const body = method === 'PATCH' || method === 'POST' ? DOCUMENT : null;
  const response = await fetch(`${emulator.documentsUrl}${path}`, {
    method,
    headers,
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

test('the server reads and writes', async () => {
  expect(await ask('PATCH', '/complaints/one', SERVER)).toBe(200);
  expect(await ask('GET', '/complaints/one', SERVER)).toBe(200);
});

test.each([
  ['nobody', {}],
  ['a signed-in person', PERSON],
])(
  '%s can neither read, list, write nor remove, whether the document is there or not',
  async (_who, headers) => {
    await ask('PATCH', '/complaints/one', SERVER);
    for (const path of ['/complaints/one', '/complaints/none', '/members/one/deeper/two']) {
      expect(await ask('GET', path, headers)).toBe(403);
      expect(await ask('PATCH', path, headers)).toBe(403);
      expect(await ask('DELETE', path, headers)).toBe(403);
    }
    expect(await ask('GET', '/complaints', headers)).toBe(403);
    expect(await ask('POST', '/complaints', headers)).toBe(403);
    expect(await ask('GET', '/complaints/one', SERVER)).toBe(200);
  },
);
