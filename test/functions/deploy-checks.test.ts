import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receipts } from '../../bot/complaints/records.ts';
import { makeKey } from '../../bot/keys/make.ts';
import { departures, MOVE_ID, moveJournals } from '../../bot/move/records.ts';
import { members } from '../../bot/people/records.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { type Collection, ref, type Store } from '../../bot/store/store.ts';
import { readDeploySettings } from '../../functions/deploy/deploy-settings.ts';
import { BILLING_SERVICE } from '../../functions/deploy/needed-services.ts';
import { seededRandom, testClock } from '../unit/webhook/seeded-ports.ts';
import { DeployWorld } from './deploy-world.ts';
import { furnish } from './small-google.ts';

let world: DeployWorld;
beforeEach(async () => {
  world = await DeployWorld.open();
  furnish(world.google.project);
});
afterEach(() => world.close());

const KEY = Buffer.alloc(32, 7);
const OTHER_KEY = Buffer.alloc(32, 8).toString('base64url');
const MEMBER = { name: 'ก', unit: 'ข', roles: ['admin'], status: 'active', joinedAtMs: 0 } as const;

function writeKey(name: string, content: string | Uint8Array): void {
  mkdirSync(join(world.dataDir, 'keys'), { recursive: true });
  writeFileSync(join(world.dataDir, 'keys', name), content, { mode: 0o600 });
}

async function put(store: Store, collection: string, id: string, data: object): Promise<void> {
  const where = { name: collection, indexes: [] } as unknown as Collection<object>;
  await store.transact(async (tx) => tx.set(ref(where, id), data));
  await store.close();
}

/** Everything that can be wrong before a deployment, and what the person is told of it. */
const WRONGS: readonly (readonly [string, () => void | Promise<void>, string])[] = [
  [
    'nobody is signed in',
    () => {
      world.token = 'ended';
    },
    '--login',
  ],
  [
    'the project is not there',
    () => {
      world.google.project.isThere = false;
    },
    'Project ID',
  ],
  [
    'the project is not on Blaze',
    () => {
      world.google.project.isPaid = false;
    },
    'usage/details',
  ],
  [
    'an API is off and the account may not switch it on',
    () => {
      world.google.project.enabled.delete('run.googleapis.com');
      world.google.project.mayEnable = false;
    },
    'apis/library/run.googleapis.com',
  ],
  [
    'the database is in Datastore mode',
    () => {
      world.google.project.database = { type: 'DATASTORE_MODE', locationId: 'asia-southeast1' };
    },
    'Datastore mode',
  ],
  [
    'the database is of the edition Enterprise',
    () => {
      const locationId = 'asia-southeast1';
      world.google.project.database = { type: 'FIRESTORE_NATIVE', locationId, databaseEdition: 'ENTERPRISE' };
    },
    'Enterprise',
  ],
  [
    'there is no bucket',
    () => {
      world.google.project.bucket = undefined;
    },
    'Get started',
  ],
  [
    'LINE does not take the token',
    () => {
      world.environment['LINE_CHANNEL_ACCESS_TOKEN'] = 'wrong-token';
    },
    'Channel access token',
  ],
  [
    'the LIFF id is of another channel',
    () => {
      world.environment['LIFF_ID'] = '2000000001-other';
    },
    'LIFF_ID ไม่ได้อยู่ในช่อง',
  ],
  [
    'the public address is not one that LINE takes',
    () => {
      world.environment['PUBLIC_URL'] = 'http://prongsai.example.go.th';
    },
    'https',
  ],
  [
    'the office moved away from the project',
    async () => put(await world.openStore(), departures.name, MOVE_ID, { atMs: 1 }),
    '--stay firestore',
  ],
  [
    'the office is only partly carried in',
    async () => put(await world.openStore(), moveJournals.name, MOVE_ID, { finishedAtMs: null }),
    '--to firestore',
  ],
  [
    'the office still lives on this machine',
    async () => {
      mkdirSync(world.dataDir);
      const store = await openEmbeddedStore({ path: join(world.dataDir, 'office.db') });
      await put(store, members.name, 'U1', MEMBER);
    },
    'npm run move -- --to firestore',
  ],
  [
    'the receipt key is another than the one in use',
    () => {
      writeKey('receipt.key', KEY);
      world.google.project.secrets.set('RECEIPT_KEY', [Buffer.from(OTHER_KEY)]);
    },
    'รหัสติดตามที่ออกให้ประชาชนไปแล้วจะใช้ไม่ได้',
  ],
  [
    'the conversation key is another than the one in use',
    () => {
      writeKey('conversation.key', KEY);
      world.google.project.secrets.set('CONVERSATION_KEY', [Buffer.from(OTHER_KEY)]);
    },
    'บทสนทนาที่ค้างอยู่',
  ],
  [
    'receipts were given out and their key is nowhere',
    async () => put(await world.openStore(), receipts.name, 'r1', { caseId: 'c1' }),
    'receipt.key',
  ],
  [
    'complaints are sealed to a key that is nowhere',
    async () => {
      const store = await world.openStore();
      const dataDir = join(world.folder, 'another-machine');
      await makeKey({ dataDir, store, clock: testClock(), random: seededRandom() });
      await store.close();
    },
    'office.key',
  ],
  ['a key file is damaged', () => writeKey('receipt.key', 'half'), 'receipt.key'],
  ['an office key file is damaged', () => writeKey('office.key', '{"format":"x"}'), 'office.key'],
  [
    'the key in Secret Manager is damaged',
    () => void world.google.project.secrets.set('RECEIPT_KEY', [Buffer.from('half')]),
    'RECEIPT_KEY/versions',
  ],
  [
    'the newest version of a secret is switched off',
    () => {
      world.google.project.secrets.set('RECEIPT_KEY', [Buffer.from(OTHER_KEY)]);
      world.google.project.switchedOff.add('RECEIPT_KEY');
    },
    'RECEIPT_KEY/versions',
  ],
];

describe('nothing is deployed, no secret is put and LINE stays as it is while', () => {
  it.each(WRONGS)('%s', async (_what, spoil, told) => {
    await spoil();
    const before = JSON.stringify([...world.google.project.secrets]);
    expect(await world.run()).toBe(false);
    expect(world.firebaseCalls).toEqual([]);
    expect(JSON.stringify([...world.google.project.secrets])).toBe(before);
    expect(world.simulator.platform.webhookUrl).toBeUndefined();
    expect(world.simulator.platform.richMenus.list()).toEqual([]);
    const bad = world.said.filter((line) => line.startsWith('✗'));
    expect(bad, world.text).toHaveLength(1);
    expect(bad[0]).toContain(told);
  });
});

describe('--check', () => {
  it('says that all is ready, and changes nothing at all', async () => {
    expect(await world.run('check'), world.text).toBe(true);
    expect(world.google.changes).toEqual([]);
    expect(world.firebaseCalls).toEqual([]);
    expect(world.simulator.platform.webhookUrl).toBeUndefined();
    expect(world.text).not.toContain('✗');
  });

  it('names the APIs and the database that the deployment will add, and adds none of them', async () => {
    const { project } = world.google;
    project.database = undefined;
    project.enabled.delete('secretmanager.googleapis.com');
    expect(await world.run('check'), world.text).toBe(true);
    expect(world.google.changes).toEqual([]);
    expect(world.text).toContain('secretmanager.googleapis.com');
    expect(world.text).toContain('asia-southeast1');
  });

  it('tells everything that is wrong at once, not only the first', async () => {
    world.environment['LINE_CHANNEL_ACCESS_TOKEN'] = 'wrong-token';
    world.google.project.bucket = undefined;
    writeKey('receipt.key', 'half');
    expect(await world.run('check')).toBe(false);
    expect(world.said.filter((line) => line.startsWith('✗'))).toHaveLength(3);
  });

  it('tells where LINE sends to now when that will change', async () => {
    world.simulator.setWebhookUrl('https://old.example.go.th/webhook');
    await world.run('check');
    expect(world.text).toContain('https://old.example.go.th/webhook');
  });

  it('a database or a bucket in another region is told, and no reason to stop', async () => {
    world.google.project.database = { type: 'FIRESTORE_NATIVE', locationId: 'nam5' };
    world.google.project.bucket = { name: 'b', location: 'US-CENTRAL1' };
    expect(await world.run('check'), world.text).toBe(true);
    expect(world.said.filter((line) => line.startsWith('?')).join('\n')).toMatch(/nam5[\s\S]*US-CENTRAL1/);
  });

  it('a database that keeps what was removed for days is told, for the complainants’ sake, and no reason to stop', async () => {
    world.google.project.database = {
      type: 'FIRESTORE_NATIVE',
      locationId: 'asia-southeast1',
      pointInTimeRecoveryEnablement: 'POINT_IN_TIME_RECOVERY_ENABLED',
    };
    expect(await world.run('check'), world.text).toBe(true);
    expect(world.said.filter((line) => line.startsWith('?')).join('\n')).toContain('point-in-time recovery');
  });
});

it('APIs are not switched on, nor a database made, while something on LINE’s side is wrong', async () => {
  world.google.project.database = undefined;
  world.google.project.enabled.delete(BILLING_SERVICE);
  world.environment['LINE_CHANNEL_ACCESS_TOKEN'] = 'wrong-token';
  expect(await world.run()).toBe(false);
  expect(world.google.changes).toEqual([]);
});

it('a machine without the keys leaves those in Secret Manager alone', async () => {
  const keys = new Map(
    ['RECEIPT_KEY', 'CONVERSATION_KEY'].map((name) => [name, [Buffer.from(OTHER_KEY)]] as [string, Buffer[]]),
  );
  for (const [name, versions] of keys) world.google.project.secrets.set(name, versions);
  expect(await world.run(), world.text).toBe(true);
  for (const [name] of keys) {
    expect(world.google.project.secrets.get(name)?.map(String)).toEqual([OTHER_KEY]);
  }
  // The run draws the menus for LINE.
}, 120_000);

it('settings: every name that is missing or wrong is told, and the address of the project is the default', () => {
  const none = readDeploySettings({});
  expect('problems' in none && none.problems.map((line) => line.split(':')[0])).toEqual([
    'LINE_CHANNEL_SECRET',
    'LINE_CHANNEL_ACCESS_TOKEN',
    'GOOGLE_CLOUD_PROJECT',
    'LINE_LOGIN_CHANNEL_ID',
    'LIFF_ID',
  ]);
  const { PUBLIC_URL: _, ...environment } = world.environment;
  const read = readDeploySettings(environment);
  expect('settings' in read && read.settings.PUBLIC_URL).toBe('https://prongsai-test.web.app');
  const outside = readDeploySettings({ ...environment, GOOGLE_CLOUD_PROJECT: '../elsewhere' });
  expect('problems' in outside && outside.problems.join()).toContain('GOOGLE_CLOUD_PROJECT');
});
