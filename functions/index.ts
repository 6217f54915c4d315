import { onDocumentCreated } from 'firebase-functions/firestore';
import { type HttpsOptions, onRequest } from 'firebase-functions/https';
import { onSchedule } from 'firebase-functions/scheduler';
import {
  accessToken,
  casesAccount,
  channelSecret,
  conversationKey,
  officeKeyring,
  receiptKey,
} from './secrets.ts';

/** Bangkok's nearest region with Firestore, Functions and Scheduler. */
const region = 'asia-southeast1';
/** Nothing is paid while nobody writes. */
const common = { region, minInstances: 0, memory: '512MiB', timeoutSeconds: 60 } as const;
/** Limits of calls are counted in each process; few processes keep them what they say. */
const http: HttpsOptions = { ...common, invoker: 'public', maxInstances: 4, concurrency: 40 };

/** One process: looks at a case, the throttle of receipt codes and the turns of a chat live in its memory, as on one machine. */
export const webhook = onRequest(
  {
    ...http,
    maxInstances: 1,
    concurrency: 80,
    secrets: [channelSecret, accessToken, conversationKey, receiptKey],
  },
  async (request, response) => {
    const { webhookApp } = await import('./webhook-app.ts');
    (await webhookApp())(request, response);
  },
);

export const api = onRequest(
  { ...http, secrets: [accessToken, conversationKey] },
  async (request, response) => {
    const { apiApp } = await import('./api-app.ts');
    (await apiApp())(request, response);
  },
);

export const cases = onRequest(
  { ...http, serviceAccount: casesAccount, secrets: [accessToken, conversationKey, officeKeyring] },
  async (request, response) => {
    const { casesApp } = await import('./api-app.ts');
    (await casesApp())(request, response);
  },
);

const sweeping = { ...common, maxInstances: 1, secrets: [accessToken, conversationKey, receiptKey] };

/** Jobs that want it once an hour see to that themselves. */
export const everyMinute = onSchedule(
  { ...sweeping, schedule: 'every 1 minutes', timeZone: 'Asia/Bangkok' },
  async () => {
    const { tick } = await import('./sweep-app.ts');
    await tick();
  },
);

/** A post that is due at once does not wait for the minute. What fails here the minute does. */
export const outbox = onDocumentCreated({ ...sweeping, document: 'posts/{id}', concurrency: 1 }, async () => {
  const { sweep } = await import('./sweep-app.ts');
  await sweep();
});
