import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKey } from '../../bot/keys/make.ts';
import { members } from '../../bot/people/records.ts';
import { keyringOf } from '../../bot/sealing/opening/office-key-file.ts';
import { ref } from '../../bot/store/store.ts';
import { BILLING_SERVICE, SERVICES } from '../../functions/deploy/needed-services.ts';
import { KEY_SECRETS, KEYRING, LINE_SECRETS } from '../../functions/deploy/secret-plan.ts';
import * as bound from '../../functions/secrets.ts';
import { seededRandom, testClock } from '../unit/webhook/seeded-ports.ts';
import { CHANNEL, DeployWorld, LIFF_ID } from './deploy-world.ts';
import { PROJECT_ID, type SmallProject } from './small-google.ts';

/** Every run draws the eleven menus for LINE. */
const DRAWING_MS = 120_000;

let world: DeployWorld;

const newest = (name: string): string => world.google.project.secrets.get(name)?.at(-1)?.toString() ?? '';

async function addAdmin(): Promise<void> {
  const store = await world.openStore();
  await store.transact(async (tx) =>
    tx.set(ref(members, `U${'1'.repeat(32)}`), {
      name: 'สมชาย ใจดี',
      unit: 'สำนักปลัด',
      roles: ['admin'],
      status: 'active',
      joinedAtMs: 0,
    }),
  );
  await store.close();
}

describe('an empty project, after one run', () => {
  let before: SmallProject['policy'];
  beforeAll(async () => {
    world = await DeployWorld.open();
    const { project } = world.google;
    before = structuredClone(project.policy);
    // As until all of Google knows the new account.
    project.policyRefusals = 3;
    expect(await world.run(), world.text).toBe(true);
  }, DRAWING_MS);
  afterAll(() => world.close());

  it('it is an office that answers, with LINE pointed at it and a code for the first admin', () => {
    const { project } = world.google;
    expect(project.database).toEqual({ type: 'FIRESTORE_NATIVE', locationId: 'asia-southeast1' });
    expect([BILLING_SERVICE, ...SERVICES].filter((name) => !project.enabled.has(name))).toEqual([]);
    const common = ['deploy', '--project', PROJECT_ID, '--non-interactive', '--only'];
    expect(world.firebaseCalls.map(({ words }) => words)).toEqual([
      [...common, 'firestore,storage'],
      [...common, 'functions,hosting', '--force'],
    ]);
    expect(world.simulator.platform.webhookUrl).toBe(`${world.hosting.url}/webhook`);
    expect(world.text).toContain('ไลน์ทดสอบส่งถึงโปรแกรมได้');
    expect(world.text).toMatch(/ลงทะเบียน \d/);
    expect(world.text).toContain('npm run keys -- make');
    // Nobody is told of a key that is not there.
    expect(world.text).not.toContain('(office.key): เก็บ');
  });

  it('every secret that a function binds is put, under the name it is bound by, and the keys are those of this machine', async () => {
    const { CASES_ACCOUNT: _, casesAccount: __, ...secrets } = bound;
    const names = Object.values(secrets).map(({ name }) => name);
    expect([...world.google.project.secrets.keys()].toSorted()).toEqual(names.toSorted());
    expect([...LINE_SECRETS, ...KEY_SECRETS, KEYRING].toSorted()).toEqual(names.toSorted());
    for (const [name, file] of [
      ['CONVERSATION_KEY', 'conversation.key'],
      ['RECEIPT_KEY', 'receipt.key'],
    ] as const) {
      const key = readFileSync(join(world.dataDir, 'keys', file));
      expect(Buffer.from(newest(name), 'base64url').equals(key)).toBe(true);
    }
    expect(newest('LINE_CHANNEL_SECRET')).toBe(CHANNEL.channelSecret);
    // An office without a key yet: something that a function can bind, and that holds no key.
    expect(await keyringOf(newest(KEYRING))).toEqual([]);
    expect(newest(KEYRING).length).toBeGreaterThan(0);
  });

  it('the function that shows cases gets an account of its own and its rights, and nobody else’s rights change', () => {
    const { project } = world.google;
    const member = `serviceAccount:prongsai-cases@${PROJECT_ID}.iam.gserviceaccount.com`;
    const [owner, users, guests] = before.bindings;
    expect([...project.accounts]).toEqual(['prongsai-cases']);
    expect(project.policy).toMatchObject({ version: 3, auditConfigs: before.auditConfigs });
    expect(project.policy.bindings).toEqual([
      owner,
      { ...users, members: ['user:other@example.go.th', member] },
      guests,
      { role: 'roles/storage.objectUser', members: [member] },
    ]);
  });

  it('the functions are given their settings and nothing else by the file beside their code', () => {
    const written = readFileSync(join(world.folder, 'functions', `.env.${PROJECT_ID}`), 'utf8');
    expect(written.split('\n')).toEqual([
      `LIFF_ID="${LIFF_ID}"`,
      `LINE_LOGIN_CHANNEL_ID="${CHANNEL.loginChannelId}"`,
      `PUBLIC_URL="${world.hosting.url}"`,
      `STORAGE_BUCKET="${PROJECT_ID}.firebasestorage.app"`,
      '',
    ]);
  });
});

describe('a run', { timeout: DRAWING_MS }, () => {
  beforeEach(async () => {
    world = await DeployWorld.open();
  });
  afterEach(() => world.close());

  it('a second run changes nothing in Google, in LINE or on this machine', async () => {
    await world.run();
    await addAdmin();
    const menus = JSON.stringify(world.simulator.platform.richMenus.list());
    const secrets = JSON.stringify([...world.google.project.secrets]);
    const files = readdirSync(join(world.dataDir, 'keys'));
    world.google.changes.length = 0;
    expect(await world.run(), world.text).toBe(true);
    expect(world.google.changes).toEqual([]);
    expect(JSON.stringify([...world.google.project.secrets])).toBe(secrets);
    expect(JSON.stringify(world.simulator.platform.richMenus.list())).toBe(menus);
    expect(readdirSync(join(world.dataDir, 'keys'))).toEqual(files);
    expect(world.text).not.toContain('ลงทะเบียน');
  });

  it('no secret is said, given to firebase-tools in any way, or written to a file beside the keys of this machine', async () => {
    await addAdmin();
    const store = await world.openStore();
    await makeKey({ dataDir: world.dataDir, store, clock: testClock(), random: seededRandom() });
    await store.close();
    expect(await world.run(), world.text).toBe(true);
    const key = JSON.parse(readFileSync(join(world.dataDir, 'keys', 'office.key'), 'utf8')) as {
      privateKey: string;
    };
    const secrets = [
      CHANNEL.channelSecret,
      CHANNEL.channelAccessToken,
      world.token,
      key.privateKey,
      ...KEY_SECRETS.map(newest),
      ...KEY_SECRETS.map((name) => Buffer.from(newest(name), 'base64url').toString('hex')),
    ];
    expect(newest(KEYRING)).toContain(key.privateKey);
    const written = readdirSync(world.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath !== join(world.dataDir, 'keys'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8);
      expect(world.text).not.toContain(secret);
      expect(JSON.stringify(world.firebaseCalls)).not.toContain(secret);
      expect(written.some((content) => content.includes(secret))).toBe(false);
    }
  });

  it('a new channel token becomes a new version, and the old one stays for what still runs with it', async () => {
    await world.run();
    world.google.project.secrets.set('LINE_CHANNEL_ACCESS_TOKEN', [Buffer.from('an-old-token')]);
    world.google.changes.length = 0;
    expect(await world.run(), world.text).toBe(true);
    expect(world.google.changes).toEqual([
      `POST /v1/projects/${PROJECT_ID}/secrets/LINE_CHANNEL_ACCESS_TOKEN:addVersion`,
    ]);
    expect(world.google.project.secrets.get('LINE_CHANNEL_ACCESS_TOKEN')?.map(String)).toEqual([
      'an-old-token',
      CHANNEL.channelAccessToken,
    ]);
  });

  it('LINE is left as it was while the deployed office does not answer as it must, and the next run goes on', async () => {
    world.simulator.setWebhookUrl('http://127.0.0.1:9/webhook');
    world.hosting.breakFunctions(true);
    expect(await world.run()).toBe(false);
    expect(world.simulator.platform.webhookUrl).toBe('http://127.0.0.1:9/webhook');
    expect(world.text).toContain('/api/session');
    expect(world.text).not.toContain('ลงทะเบียน');
    world.hosting.breakFunctions(false);
    expect(await world.run(), world.text).toBe(true);
    expect(world.simulator.platform.webhookUrl).toBe(`${world.hosting.url}/webhook`);
  });

  it('a failure of firebase-tools ends the run there, says what to do, and the next run completes it', async () => {
    world.failFirebase(true);
    expect(await world.run()).toBe(false);
    expect(world.firebaseCalls).toHaveLength(1);
    expect(world.simulator.platform.webhookUrl).toBeUndefined();
    expect(world.text).toContain('firebase-debug.log');
    world.failFirebase(false);
    expect(await world.run(), world.text).toBe(true);
  });

  it('what cannot be built is not deployed, and no secret leaves', async () => {
    world.isBuilt = false;
    expect(await world.run()).toBe(false);
    expect(world.firebaseCalls).toEqual([]);
    expect(world.google.project.secrets.size).toBe(0);
    expect(existsSync(join(world.dataDir, 'keys'))).toBe(false);
  });
});
