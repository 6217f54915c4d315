import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expiringCollections } from '../../bot/collections.ts';
import { buildFunctions } from '../../functions/build-functions.ts';
import { firebaseRuns } from '../../functions/deploy/firebase-runs.ts';
import { firebaseTools } from '../../functions/deploy/firebase-tools.ts';
import { runFirebase } from '../../functions/deploy/run-firebase.ts';
import { type GoogleForFirebaseTools, openGoogleForFirebaseTools } from './google-for-firebase-tools.ts';
import { PROJECT_ID } from './small-google.ts';

/** Google's own command line, run as `npm run deploy` runs it on what the office deploys, with a stand-in behind it. It may have to be installed. */
const RUN_MS = 300_000;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the product's folder, for the functions are loaded there and look for their packages; not where other tests build. */
const FOLDER = `${ROOT}dist/firebase-tools-test/`;
const HOME = `${FOLDER}home`;
const CASES = `serviceAccount:prongsai-cases@${PROJECT_ID}.iam.gserviceaccount.com`;
const OTHERS = 'serviceAccount:123-compute@developer.gserviceaccount.com';

let google: GoogleForFirebaseTools;
const codes: number[] = [];

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const folder of ['dist/hosting/liff', 'home/.config/configstore']) {
    mkdirSync(join(FOLDER, folder), { recursive: true });
  }
  for (const name of ['firebase.json', 'firestore.rules', 'firestore.indexes.json', 'storage.rules']) {
    cpSync(join(ROOT, name), join(FOLDER, name));
  }
  writeFileSync(join(FOLDER, 'dist/hosting/liff/index.html'), '<!doctype html>');
  await buildFunctions(`${FOLDER}functions/dist/`);
  writeFileSync(join(FOLDER, `functions/dist/.env.${PROJECT_ID}`), 'LIFF_ID="1-a"\n');
  writeFileSync(
    join(HOME, '.config/configstore/firebase-tools.json'),
    JSON.stringify({
      // Neither news nor statistics: both would be asked of the world outside.
      motd: { fetched: Number.MAX_SAFE_INTEGER },
      usage: false,
      user: { email: 'officer@example.go.th' },
      tokens: { refresh_token: 'r' },
    }),
  );
  const tools = firebaseTools(() => {});
  google = await openGoogleForFirebaseTools(tools);
  const environment = { PATH: process.env['PATH'] ?? '', HOME, ...google.environment };
  for (const words of firebaseRuns(PROJECT_ID)) {
    codes.push(await runFirebase(tools.script, words, { folder: FOLDER, environment }));
  }
}, RUN_MS);
afterAll(async () => {
  await google?.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

const bodiesOf = (path: RegExp) =>
  google.calls.filter((call) => call.method !== 'GET' && path.test(call.path)).map(({ body }) => body);
const readersOf = (secret: string): readonly string[] => {
  const [body = '{}'] = bodiesOf(new RegExp(`/secrets/${secret}:setIamPolicy$`));
  const { policy } = JSON.parse(body) as { policy: { bindings: { members: string[] }[] } };
  return policy.bindings.flatMap(({ members }) => members);
};

it('the pinned firebase-tools takes the words it is given and ends well, without anybody in front of it', () => {
  expect(codes).toEqual([0, 0]);
});

it('Secret Manager gives the keyring to the function that shows cases, and to that one alone', () => {
  expect(readersOf('OFFICE_KEYRING')).toEqual([CASES]);
  expect(readersOf('LINE_CHANNEL_SECRET')).toEqual([OTHERS]);
  expect(readersOf('RECEIPT_KEY')).toEqual([OTHERS]);
  expect(readersOf('CONVERSATION_KEY').toSorted()).toEqual([OTHERS, CASES].toSorted());
});

it('all five functions are made, with the settings of the file and the account that is theirs', () => {
  const made = bodiesOf(/functions\?functionId=/).map(
    (body) =>
      JSON.parse(body) as {
        name: string;
        serviceConfig: { serviceAccountEmail?: string; environmentVariables: Record<string, string> };
      },
  );
  const accounts = made.map(({ name, serviceConfig }) => [
    name.split('/').at(-1),
    serviceConfig.serviceAccountEmail ?? null,
  ]);
  expect(Object.fromEntries(accounts)).toEqual({
    webhook: null,
    api: null,
    cases: CASES.replace('serviceAccount:', ''),
    everyMinute: null,
    outbox: null,
  });
  for (const { serviceConfig } of made) expect(serviceConfig.environmentVariables['LIFF_ID']).toBe('1-a');
});

it('the sweeping policies and indexes are sent, and the pages released', () => {
  const swept = google.calls.filter(({ method, path }) => method === 'PATCH' && path.includes('/fields/'));
  const names = swept.map(({ path }) => /collectionGroups\/([^/]+)/.exec(path)?.[1]);
  expect(names.toSorted()).toEqual(expiringCollections.map(({ name }) => name).toSorted());
  expect(swept.every(({ body }) => body.includes('ttlConfig'))).toBe(true);
  expect(bodiesOf(/collectionGroups\/[^/]+\/indexes$/).length).toBeGreaterThan(0);
  expect(bodiesOf(/\/releases\?versionName=/)).toHaveLength(1);
});

it('old images of the functions are cleaned away, so that no bill grows', () => {
  expect(bodiesOf(/\/repositories\/gcf-artifacts/).join()).toContain('cleanupPolicies');
});
