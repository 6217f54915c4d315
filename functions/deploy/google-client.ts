import { z } from 'zod';
import { createAskGoogle } from './ask-google.ts';
import type { GoogleOrigins } from './google-origins.ts';
import type { GoogleProject, Told } from './google-project.ts';

/** The only one that shows conditions whole, without which a policy must not be written back ("Policy"). */
const POLICY_VERSION = 3;

export interface GoogleClientOptions {
  readonly projectId: string;
  readonly origins: GoogleOrigins;
  /** An access token. May throw: then nobody is signed in. */
  token(): Promise<string>;
}

const serviceList = z.object({
  services: z.array(z.object({ name: z.string(), state: z.string() })).default([]),
});
const databaseShape = z.object({
  type: z.string(),
  locationId: z.string(),
  databaseEdition: z.string().default(''),
  pointInTimeRecoveryEnablement: z.string().default(''),
});
const bucketShape = z.object({ bucket: z.object({ name: z.string() }), location: z.string().default('') });
const secretShape = z.object({ payload: z.object({ data: z.string().default('') }).default({ data: '' }) });
const policyShape = z.looseObject({
  bindings: z.array(z.looseObject({ role: z.string(), members: z.array(z.string()).default([]) })).optional(),
});

/** {@link GoogleProject} over Google's REST APIs. What is sent and what comes back is logged nowhere. */
export function createGoogleClient(options: GoogleClientOptions): GoogleProject {
  const { projectId, origins } = options;
  const ask = createAskGoogle(options);
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
        keepsPast: found.pointInTimeRecoveryEnablement === 'POINT_IN_TIME_RECOVERY_ENABLED',
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
