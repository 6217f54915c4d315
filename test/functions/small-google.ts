import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { GoogleOrigins } from '../../functions/deploy/google-origins.ts';
import { BILLING_SERVICE, SERVICES } from '../../functions/deploy/needed-services.ts';

/** The token that it takes. */
export const GOOD_TOKEN = 'good-google-token';
export const PROJECT_ID = 'prongsai-test';

/** What the project is like. A test changes it as somebody in the console would. */
export interface SmallProject {
  isThere: boolean;
  isPaid: boolean;
  /** Whether the account may switch APIs on. */
  mayEnable: boolean;
  readonly enabled: Set<string>;
  database:
    | {
        type: string;
        locationId: string;
        databaseEdition?: string;
        pointInTimeRecoveryEnablement?: string;
      }
    | undefined;
  bucket: { name: string; location: string } | undefined;
  /** Versions of each secret, the newest last. */
  readonly secrets: Map<string, Buffer[]>;
  readonly accounts: Set<string>;
  policy: { version: number; etag: string; bindings: object[]; auditConfigs?: object[] };
  /** How often a policy that names a new account is refused, as until all of Google knows it. */
  policyRefusals: number;
  /** Secrets whose newest version somebody switched off. */
  readonly switchedOff: Set<string>;
}

/** A stand-in of the Google APIs that the deployment calls, all at one address. */
export interface SmallGoogle {
  readonly url: string;
  readonly origins: GoogleOrigins;
  readonly project: SmallProject;
  /** Every request that asked for a change: method and path, without what was sent. */
  readonly changes: string[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly json?: object;
}

const problem = (status: number, reason?: string): Answer => ({
  status,
  json: {
    error: { code: status, details: reason === undefined ? [] : [{ '@type': 'ErrorInfo', reason }] },
  },
});

/** A project on Blaze with everything there but the database, the secrets and most APIs: Firebase's own state after the bucket was made. */
const newProject = (): SmallProject => ({
  isThere: true,
  isPaid: true,
  mayEnable: true,
  enabled: new Set(['firebase.googleapis.com', 'firebasestorage.googleapis.com']),
  database: undefined,
  bucket: { name: `${PROJECT_ID}.firebasestorage.app`, location: 'ASIA-SOUTHEAST1' },
  secrets: new Map(),
  switchedOff: new Set(),
  accounts: new Set(),
  policy: {
    version: 1,
    etag: 'etag-1',
    bindings: [
      { role: 'roles/owner', members: ['user:officer@example.go.th'] },
      { role: 'roles/datastore.user', members: ['user:other@example.go.th'] },
      { role: 'roles/datastore.user', members: ['user:guest@example.go.th'], condition: { expression: 'x' } },
    ],
    auditConfigs: [{ service: 'allServices' }],
  },
  policyRefusals: 0,
});

/** The API of a path, and what of it is asked. */
type Route = readonly [
  method: string,
  path: RegExp,
  service: string | undefined,
  answer: (project: SmallProject, match: RegExpExecArray, asked: Asked) => Answer,
];
interface Asked {
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly userProject: string | undefined;
}

const ROUTES: readonly Route[] = [
  [
    'GET',
    /^\/v1beta1\/projects\/[^/]+$/,
    undefined,
    ({ isThere }) => (isThere ? { status: 200, json: { projectId: PROJECT_ID } } : problem(403)),
  ],
  [
    'GET',
    /\/services:batchGet$/,
    undefined,
    ({ enabled }, _match, { query, userProject }) => {
      if (userProject !== PROJECT_ID) return problem(403);
      const names = query.getAll('names').map((name) => name.split('/').at(-1) ?? '');
      const services = names.map((name) => ({
        name: `projects/123/services/${name}`,
        state: enabled.has(name) ? 'ENABLED' : 'DISABLED',
      }));
      return { status: 200, json: { services } };
    },
  ],
  [
    'POST',
    /\/services:batchEnable$/,
    undefined,
    ({ enabled, mayEnable, isPaid }, _match, { body }) => {
      const ids = body['serviceIds'] as string[];
      if (!mayEnable || ids.length > 20) return problem(403);
      if (!isPaid && ids.some((id) => id !== BILLING_SERVICE)) return problem(400);
      for (const id of ids) enabled.add(id);
      return { status: 200, json: { name: 'operations/enable' } };
    },
  ],
  [
    'GET',
    /\/billingInfo$/,
    BILLING_SERVICE,
    ({ isPaid }, _match, { userProject }) =>
      userProject === PROJECT_ID ? { status: 200, json: { billingEnabled: isPaid } } : problem(403),
  ],
  [
    'GET',
    /\/databases\/\(default\)$/,
    'firestore.googleapis.com',
    ({ database }) => (database ? { status: 200, json: database } : problem(404)),
  ],
  [
    'POST',
    /\/databases$/,
    'firestore.googleapis.com',
    (project, _match, { body, query }) => {
      if (query.get('databaseId') !== '(default)' || project.database) return problem(409);
      project.database = { type: String(body['type']), locationId: String(body['locationId']) };
      return { status: 200, json: { name: 'operations/database' } };
    },
  ],
  [
    'GET',
    /^\/v1alpha\/projects\/[^/]+\/defaultBucket$/,
    'firebasestorage.googleapis.com',
    ({ bucket }) =>
      bucket
        ? {
            status: 200,
            json: {
              bucket: { name: `projects/${PROJECT_ID}/buckets/${bucket.name}` },
              location: bucket.location,
            },
          }
        : problem(404),
  ],
  [
    'GET',
    /\/secrets\/([A-Z_]+)\/versions\/latest:access$/,
    'secretmanager.googleapis.com',
    ({ secrets, switchedOff }, [, name = '']) => {
      const value = secrets.get(name)?.at(-1);
      if (switchedOff.has(name)) return problem(400);
      return value ? { status: 200, json: { payload: { data: value.toString('base64') } } } : problem(404);
    },
  ],
  [
    'POST',
    /\/secrets$/,
    'secretmanager.googleapis.com',
    ({ secrets }, _match, { query }) => {
      const name = query.get('secretId') ?? '';
      if (secrets.has(name)) return problem(409);
      secrets.set(name, []);
      return { status: 200, json: { name: `projects/123/secrets/${name}` } };
    },
  ],
  [
    'POST',
    /\/secrets\/([A-Z_]+):addVersion$/,
    'secretmanager.googleapis.com',
    ({ secrets }, [, name = ''], { body }) => {
      const versions = secrets.get(name);
      if (!versions) return problem(404);
      const { data } = body['payload'] as { data: string };
      // "Secret Payload cannot be empty."
      if (data === '') return problem(400);
      versions.push(Buffer.from(data, 'base64'));
      return { status: 200, json: {} };
    },
  ],
  [
    'GET',
    /\/serviceAccounts\/([^@/]+)@prongsai-test\.iam\.gserviceaccount\.com$/,
    'iam.googleapis.com',
    ({ accounts }, [, name = '']) => (accounts.has(name) ? { status: 200, json: { name } } : problem(404)),
  ],
  [
    'POST',
    /\/serviceAccounts$/,
    'iam.googleapis.com',
    ({ accounts }, _match, { body }) => {
      accounts.add(String(body['accountId']));
      return { status: 200, json: {} };
    },
  ],
  [
    'POST',
    /:getIamPolicy$/,
    'cloudresourcemanager.googleapis.com',
    ({ policy }, _match, { body }) => {
      const { requestedPolicyVersion } = body['options'] as { requestedPolicyVersion: number };
      return requestedPolicyVersion === 3 ? { status: 200, json: policy } : problem(400);
    },
  ],
  [
    'POST',
    /:setIamPolicy$/,
    'cloudresourcemanager.googleapis.com',
    (project, _match, { body }) => {
      const policy = body['policy'] as SmallProject['policy'];
      if (policy.etag !== project.policy.etag) return problem(409);
      if (project.policyRefusals > 0) {
        project.policyRefusals -= 1;
        return problem(400);
      }
      project.policy = { ...policy, etag: `${policy.etag}+` };
      return { status: 200, json: project.policy };
    },
  ],
];

export async function openSmallGoogle(): Promise<SmallGoogle> {
  const project = newProject();
  const changes: string[] = [];
  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://google');
    const bytes = await buffer(request);
    if (request.headers.authorization !== `Bearer ${GOOD_TOKEN}`) return problem(401);
    const isRead = request.method === 'GET' || url.pathname.endsWith(':getIamPolicy');
    if (!isRead) changes.push(`${request.method} ${url.pathname}`);
    for (const [method, path, service, act] of ROUTES) {
      const match = path.exec(url.pathname);
      if (!match || method !== request.method) continue;
      if (!url.pathname.includes(`/projects/${PROJECT_ID}`)) return problem(403);
      if (service && !project.enabled.has(service)) return problem(403, 'SERVICE_DISABLED');
      return act(project, match, {
        query: url.searchParams,
        body: (bytes.length > 0 ? JSON.parse(bytes.toString()) : {}) as Record<string, unknown>,
        userProject: request.headers['x-goog-user-project']?.toString(),
      });
    }
    return problem(501);
  }
  const server = createServer((request, response) => {
    void answer(request).then(({ status, json }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(json ?? {}));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    origins: {
      firebase: url,
      serviceUsage: url,
      billing: url,
      firestore: url,
      firebaseStorage: url,
      secretManager: url,
      iam: url,
      resourceManager: url,
    },
    project,
    changes,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The project as the first deployment left it, without its secrets. */
export function furnish(project: SmallProject): void {
  for (const service of [BILLING_SERVICE, ...SERVICES]) project.enabled.add(service);
  project.database = { type: 'FIRESTORE_NATIVE', locationId: 'asia-southeast1', databaseEdition: 'STANDARD' };
}
