import { z } from 'zod';
import type { GoogleProject, Refusal, Told } from './google-project.ts';

/** Making a database or a secret is answered at once; a slow line takes the rest. */
const TIMEOUT_MS = 30_000;
/** A secret's value has up to 64 KiB ("Secret Manager quotas"), a project's policy up to 1,500 members. */
const MAX_ANSWER_BYTES = 1_000_000;
/** The only one that shows conditions whole, without which a policy must not be written back ("Policy"). */
const POLICY_VERSION = 3;

/** Where Google's APIs are; a stand-in puts all of them at one address. */
export interface GoogleOrigins {
  readonly firebase: string;
  readonly serviceUsage: string;
  readonly billing: string;
  readonly firestore: string;
  readonly firebaseStorage: string;
  readonly secretManager: string;
  readonly iam: string;
  readonly resourceManager: string;
}

/** Google's own. */
export const GOOGLE_ORIGINS: GoogleOrigins = {
  firebase: 'https://firebase.googleapis.com',
  serviceUsage: 'https://serviceusage.googleapis.com',
  billing: 'https://cloudbilling.googleapis.com',
  firestore: 'https://firestore.googleapis.com',
  firebaseStorage: 'https://firebasestorage.googleapis.com',
  secretManager: 'https://secretmanager.googleapis.com',
  iam: 'https://iam.googleapis.com',
  resourceManager: 'https://cloudresourcemanager.googleapis.com',
};

export interface GoogleClientOptions {
  readonly projectId: string;
  readonly origins: GoogleOrigins;
  /** An access token. May throw: then nobody is signed in. */
  token(): Promise<string>;
}

interface Request {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** Asks on the project's own account, as these two APIs want it of people who are signed in. */
  readonly onProject?: boolean;
}

const serviceList = z.object({
  services: z.array(z.object({ name: z.string(), state: z.string() })).default([]),
});
const databaseShape = z.object({
  type: z.string(),
  locationId: z.string(),
  databaseEdition: z.string().default(''),
});
const bucketShape = z.object({ bucket: z.object({ name: z.string() }), location: z.string().default('') });
const secretShape = z.object({ payload: z.object({ data: z.string().default('') }).default({ data: '' }) });
const policyShape = z.looseObject({
  bindings: z.array(z.looseObject({ role: z.string(), members: z.array(z.string()).default([]) })).optional(),
});
const problemShape = z.object({
  error: z.object({ details: z.array(z.object({ reason: z.string().optional() })).default([]) }),
});

/** {@link GoogleProject} over Google's REST APIs. What is sent and what comes back is logged nowhere. */
export function createGoogleClient({ projectId, origins, token }: GoogleClientOptions): GoogleProject {
  const ask = async (url: string, request: Request = {}): Promise<Told<unknown>> => {
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
  const project = `projects/${encodeURIComponent(projectId)}`;
  const services = `${origins.serviceUsage}/v1/${project}/services`;
  const databases = `${origins.firestore}/v1/${project}/databases`;
  const secrets = `${origins.secretManager}/v1/${project}/secrets`;
  const accounts = `${origins.iam}/v1/${project}/serviceAccounts`;
  const policies = `${origins.resourceManager}/v1/${project}`;

  return {
    project: () => ask(`${origins.firebase}/v1beta1/${project}`),
    enabled: async (names) => {
      const query = names.map((name) => `names=${encodeURIComponent(`${project}/services/${name}`)}`);
      const told = await ask(`${services}:batchGet?${query.join('&')}`, { onProject: true });
      // Names come back with the project's number in place of its id.
      return read(told, serviceList, (list) => {
        const on = list.services.filter(({ state }) => state === 'ENABLED');
        return new Set(on.map(({ name }) => name.split('/').at(-1) ?? ''));
      });
    },
    enable: (serviceIds) =>
      ask(`${services}:batchEnable`, { method: 'POST', body: { serviceIds }, onProject: true }),
    billing: async () =>
      read(
        await ask(`${origins.billing}/v1/${project}/billingInfo`, { onProject: true }),
        z.object({ billingEnabled: z.boolean().default(false) }),
        ({ billingEnabled }) => billingEnabled,
      ),
    database: async () =>
      read(await ask(`${databases}/(default)`), databaseShape, (found) => ({
        type: found.type,
        location: found.locationId,
        edition: found.databaseEdition,
      })),
    createDatabase: (locationId) =>
      ask(`${databases}?databaseId=(default)`, {
        method: 'POST',
        body: { type: 'FIRESTORE_NATIVE', locationId, deleteProtectionState: 'DELETE_PROTECTION_ENABLED' },
      }),
    bucket: async () =>
      read(
        await ask(`${origins.firebaseStorage}/v1alpha/${project}/defaultBucket`),
        bucketShape,
        (found) => ({ name: found.bucket.name.split('/').at(-1) ?? '', location: found.location }),
      ),
    secret: async (name) =>
      read(await ask(`${secrets}/${name}/versions/latest:access`), secretShape, ({ payload }) =>
        Buffer.from(payload.data, 'base64'),
      ),
    putSecret: async (name, value) => {
      const add = () =>
        ask(`${secrets}/${name}:addVersion`, {
          method: 'POST',
          body: { payload: { data: value.toString('base64') } },
        });
      const added = await add();
      if (added.kind !== 'none') return added;
      const body = { replication: { automatic: {} } };
      const made = await ask(`${secrets}?secretId=${name}`, { method: 'POST', body });
      return made.kind === 'told' ? add() : made;
    },
    account: (name) => ask(`${accounts}/${name}@${projectId}.iam.gserviceaccount.com`),
    makeAccount: (name) =>
      ask(accounts, {
        method: 'POST',
        body: { accountId: name, serviceAccount: { displayName: name } },
      }),
    policy: async () =>
      read(
        await ask(`${policies}:getIamPolicy`, {
          method: 'POST',
          body: { options: { requestedPolicyVersion: POLICY_VERSION } },
        }),
        policyShape,
        (policy) => policy,
      ),
    setPolicy: (policy) =>
      ask(`${policies}:setIamPolicy`, {
        method: 'POST',
        body: { policy: { ...policy, version: POLICY_VERSION } },
      }),
  };
}

function read<S extends z.ZodType, V>(told: Told<unknown>, shape: S, of: (value: z.infer<S>) => V): Told<V> {
  if (told.kind !== 'told') return told;
  const found = shape.safeParse(told.value);
  // A proxy's page, or an answer Google never gave before.
  return found.success
    ? { kind: 'told', value: of(found.data) }
    : { kind: 'failed', why: 'other', status: 200 };
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
