import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FirebaseTools } from '../../functions/deploy/firebase-tools.ts';
import { PROJECT_ID } from './small-google.ts';

/** One call of firebase-tools to Google. */
export interface GoogleCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Google as firebase-tools sees it during a first deployment: it says yes to everything and writes down what it was told. */
export interface GoogleForFirebaseTools {
  readonly calls: readonly GoogleCall[];
  /** What firebase-tools is given so that it talks to nobody else. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Settings of firebase-tools that are no addresses (lib/api.js). */
const NO_ADDRESS = /CLIENT|REGION|P4SA|POSTGRESQL|CONTAINER_REGISTRY|EMULATOR/;
const SITE = { name: `projects/${PROJECT_ID}/sites/${PROJECT_ID}`, type: 'DEFAULT_SITE' };

/** The first pattern that fits answers. A function of the path makes what depends on it. */
const ANSWERS: readonly (readonly [RegExp, (call: GoogleCall, url: string) => object])[] = [
  [
    /\/compute\/v1\/projects\/[^/]+$/,
    () => ({ defaultServiceAccount: '123-compute@developer.gserviceaccount.com' }),
  ],
  [/oauth2/, () => ({ access_token: 'token', expires_in: 3600, refresh_token: 'refresh' })],
  [
    /testIamPermissions$/,
    ({ body }) => ({ permissions: (JSON.parse(body) as { permissions: unknown }).permissions }),
  ],
  [/IamPolicy$/, () => ({ bindings: [] })],
  [/\/adminSdkConfig$/, () => ({ projectId: PROJECT_ID, storageBucket: 'office-bucket' })],
  [/\/defaultBucket$/, () => ({ bucket: { name: 'projects/p/buckets/office-bucket' } })],
  [
    /\/versions\/latest$/,
    ({ path }) => ({ name: path.replace(/.*projects/, 'projects').replace('latest', '1'), state: 'ENABLED' }),
  ],
  [/\/secrets\/[A-Z_]+$/, ({ path }) => ({ name: path.replace(/.*projects/, 'projects'), replication: {} })],
  [
    /generateUploadUrl/,
    (_call, url) => ({ uploadUrl: `${url}/upload`, storageSource: { bucket: 'b', object: 'o' } }),
  ],
  [
    /functions\?functionId=/,
    ({ path, body }) => ({
      name: `operations/${path.split('=')[1]}`,
      done: true,
      response: JSON.parse(body) as object,
    }),
  ],
  [/\/functions(\?|$)/, () => ({ functions: [] })],
  [
    /\/repositories\//,
    () => ({ name: `projects/${PROJECT_ID}/locations/asia-southeast1/repositories/gcf-artifacts` }),
  ],
  [/\/instances\?/, () => ({ instances: [] })],
  [/\/billingInfo$/, () => ({ billingEnabled: true })],
  [/populateFiles/, (_call, url) => ({ uploadRequiredHashes: [], uploadUrl: `${url}/upload` })],
  [/\/sites\/[^/]+\/versions/, () => ({ name: `${SITE.name}/versions/v1`, status: 'FINALIZED' })],
  [/\/sites\/[^/]+$/, () => SITE],
  [/\/sites(\?|$)/, () => ({ sites: [SITE] })],
  [/databases\/\(default\)$/, () => ({ name: 'd', type: 'FIRESTORE_NATIVE', locationId: 'asia-southeast1' })],
  [/\/services\/.+/, () => ({ state: 'ENABLED' })],
  [/\/rulesets/, () => ({ name: `projects/${PROJECT_ID}/rulesets/r1`, rulesets: [] })],
  [
    /projects\/[^/]+$/,
    () => ({ projectId: PROJECT_ID, projectNumber: '123', resources: { hostingSite: PROJECT_ID } }),
  ],
  [/./, () => ({ name: 'operations/any', done: true, response: {} })],
];

export async function openGoogleForFirebaseTools(tools: FirebaseTools): Promise<GoogleForFirebaseTools> {
  const calls: GoogleCall[] = [];
  let url = '';
  const server = createServer(async (request, response) => {
    const call = { method: request.method ?? '', path: request.url ?? '', body: await text(request) };
    calls.push(call);
    const answer = ANSWERS.find(([path]) => path.test(call.path))?.[1];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.(call, url) ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const source = readFileSync(join(tools.folder, 'lib', 'api.js'), 'utf8');
  const names = [...source.matchAll(/envOverride\("([A-Z_0-9]+)"/g)].map(([, name = '']) => name);
  return {
    calls,
    environment: Object.fromEntries(
      names.filter((name) => !NO_ADDRESS.test(name)).map((name) => [name, url]),
    ),
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
