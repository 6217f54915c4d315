import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import express, { type RequestHandler } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import type { Store } from '../../bot/store/store.ts';
import { inbox } from '../../bot/webhook/records.ts';
import { buildFunctions } from '../../functions/build-functions.ts';
import { BENCH_SECRET, idOf, signedWebhook } from '../bench/signed-webhook.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

/** The built functions, called as Google's framework calls them: the body is parsed before, its bytes are in `rawBody`. */
let emulator: FirestoreEmulator;
/** A folder of its own: other tests build, too. */
const BUILT = fileURLToPath(new URL('../../dist/functions-emulator-test/', import.meta.url));
let store: Store;
let server: Server;
let url: string;
const key = Buffer.alloc(32, 5).toString('base64url');

beforeAll(async () => {
  emulator = await startFirestoreEmulator();
  store = await openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });
  Object.assign(process.env, {
    GOOGLE_CLOUD_PROJECT: emulator.projectId,
    FIRESTORE_EMULATOR_HOST: emulator.host,
    STORAGE_BUCKET: 'office-files',
    LINE_CHANNEL_SECRET: BENCH_SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: 'token',
    LINE_LOGIN_CHANNEL_ID: '1',
    LINE_API_URL: 'http://127.0.0.1:9',
    LINE_DATA_API_URL: 'http://127.0.0.1:9',
    CONVERSATION_KEY: key,
    RECEIPT_KEY: key,
  });
  await buildFunctions(BUILT);
  const functions = (await import(pathToFileURL(`${BUILT}index.js`).href)) as Record<
    'webhook' | 'api' | 'cases',
    RequestHandler
  >;
  const app = express();
  app.use(
    express.json({
      verify: (request, _response, bytes) => {
        Object.assign(request, { rawBody: bytes });
      },
    }),
  );
  app.use((request, response, next) => {
    const name = String(request.get('x-function'));
    if (name === 'webhook' || name === 'api' || name === 'cases') functions[name](request, response, next);
    else next();
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 90_000);
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await store?.close();
  await emulator?.stop();
});

it('the webhook takes what LINE signed, byte by byte, though its body was parsed before, and keeps it', async () => {
  const { body, headers } = signedWebhook(idOf('U', 1), idOf('U', 1), 'สวัสดี');
  const send = (signature: string) =>
    fetch(`${url}/webhook`, {
      method: 'POST',
      headers: { ...headers, 'x-line-signature': signature, 'x-function': 'webhook' },
      body: new Uint8Array(body),
    });
  expect((await send('AAAA')).status).toBe(401);
  expect(await store.count({ collection: inbox })).toBe(0);
  const good = headers['x-line-signature'] ?? '';
  expect((await send(good)).status).toBe(200);
  expect((await send(good)).status).toBe(200);
  expect(await store.count({ collection: inbox })).toBe(1);
}, 60_000);

it.each([
  ['api', '/api/session', 401],
  ['api', '/api/cases', 404],
  ['api', `/api/downloads/${'a'.repeat(43)}`, 404],
  ['api', '/liff/config.json', 200],
  ['cases', '/api/cases', 401],
  ['cases', '/api/cases/x/files/c-0', 401],
  ['cases', '/api/session', 404],
  ['cases', '/liff/config.json', 404],
  ['webhook', '/api/session', 404],
] as const)('%s answers %s with %i', async (name, path, status) => {
  const response = await fetch(`${url}${path}`, { headers: { 'x-function': name } });
  expect(response.status).toBe(status);
});
