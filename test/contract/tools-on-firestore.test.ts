import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditId } from '../../bot/audit/chain.ts';
import { auditHeads, auditRecords } from '../../bot/audit/records.ts';
import { commandText } from '../../bot/command-line/text.ts';
import { prepareAudit } from '../../bot/commit/apply-audit.ts';
import { keysText } from '../../bot/keys/text.ts';
import { departures, MOVE_ID, moveJournals } from '../../bot/move/records.ts';
import { members } from '../../bot/people/records.ts';
import { sealingKeys } from '../../bot/sealing/records.ts';
import { setupText } from '../../bot/setup/text.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { MAX_PAGE, ref, type Store } from '../../bot/store/store.ts';
import { menuAlias } from '../../shared/menus/menu-alias.ts';
import { createSimulator } from '../simulator/simulator.ts';
import { runCommand } from './command-process.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

let emulator: FirestoreEmulator;
let store: Store;
let dataDir: string;

beforeAll(async () => {
  emulator = await startFirestoreEmulator();
  store = await openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });
}, 90_000);
afterAll(async () => {
  await store?.close();
  await emulator?.stop();
});
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'prongsai-tools-')), 'data');
});
afterEach(async () => {
  rmSync(join(dataDir, '..'), { recursive: true });
  await emulator.clear();
});

/** What the admin of an office on Firestore has set, for whoever calls LINE and whoever does not. */
const settings = (extra: Readonly<Record<string, string>> = {}) => ({
  STORE: 'firestore',
  GOOGLE_CLOUD_PROJECT: emulator.projectId,
  FIRESTORE_EMULATOR_HOST: emulator.host,
  DATA_DIR: dataDir,
  ...extra,
});
const keys = (words: readonly string[], extra?: Readonly<Record<string, string>>) =>
  runCommand('keys', words, settings(extra));
const keyFiles = () => readdirSync(join(dataDir, 'keys')).sort();
const officeKey = () => readFileSync(join(dataDir, 'keys', 'office.key'), 'utf8');
const statuses = async () =>
  (await store.query({ collection: sealingKeys, limit: 10 })).map(({ data }) => data.status).sort();
const entries = (count: number, from = 0) =>
  store.transact(async (tx) =>
    (
      await prepareAudit(
        tx,
        Array.from({ length: count }, (_, n) => ({
          actor: { kind: 'program' as const },
          action: 'people.tried',
          subject: `subject-${from + n}`,
          detail: { n },
        })),
        1_000,
      )
    )(),
  );

describe('npm run keys on Firestore', () => {
  it('keeps the private key in a closed file here, the public one on record there, and says what Firebase still needs', async () => {
    const made = await keys(['make']);
    expect(made.said).toContain(keysText.made);
    expect(made.said).toContain(keysText.nowDeploy);
    expect(made.code).toBe(0);
    expect(keyFiles()).toEqual(['office.key']);
    expect(statSync(join(dataDir, 'keys', 'office.key')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(dataDir, 'office.db'))).toBe(false);
    expect(await statuses()).toEqual(['current']);
    const { privateKey } = JSON.parse(officeKey()) as { privateKey: string };
    const everything = JSON.stringify([
      await store.query({ collection: sealingKeys, limit: 10 }),
      await store.query({ collection: auditRecords, limit: 10 }),
    ]);
    expect(everything).not.toContain(privateKey);

    const again = await keys(['make']);
    expect(again.said).toContain(keysText.alreadyMade);
    expect(again.code).toBe(1);
    const checked = await keys(['check']);
    expect(checked.said).toContain(keysText.allWell);
    expect(checked.said).not.toContain(keysText.nowDeploy);
    expect(checked.code).toBe(0);
  }, 60_000);

  it('splits, restores and rotates, and the chain of it is whole', async () => {
    await keys(['make']);
    const shares = (await keys(['split'])).said;
    expect(shares).not.toContain(keysText.nowDeploy);
    const before = officeKey();
    rmSync(join(dataDir, 'keys', 'office.key'));
    const paper = join(dataDir, '..', 'shares.txt');
    writeFileSync(paper, shares.slice(shares.indexOf('=====')));
    const restored = await keys(['restore', paper]);
    expect(restored.said).toContain(keysText.restored('office.key'));
    expect(restored.said).toContain(keysText.nowDeploy);
    expect(officeKey()).toBe(before);

    const rotated = await keys(['rotate']);
    expect(rotated.said).toContain(keysText.rotated);
    expect(rotated.said).toContain(keysText.nowDeploy);
    expect(keyFiles()).toEqual([expect.stringMatching(/^office-retired-/), 'office.key']);
    expect(await statuses()).toEqual(['current', 'retired']);
    const audit = await runCommand('audit', [], settings());
    expect(audit.said).toContain('บันทึกครบถ้วน 5 รายการ');
    expect(audit.code).toBe(0);
  }, 60_000);

  it.each(['check', 'split', 'rotate', 'restore'])(
    '%s in a project without an office says so, and starts none',
    async (command) => {
      const run = await keys([command]);
      expect(run.said).toContain(emulator.projectId);
      expect(run.said).toContain('GOOGLE_CLOUD_PROJECT');
      expect(run.said).not.toContain(keysText.noKeyYet);
      expect(run.code).toBe(1);
      expect(existsSync(dataDir)).toBe(false);
      expect(await store.count({ collection: auditHeads })).toBe(0);
    },
    60_000,
  );

  it('a mistyped project or folder never takes the office for one without keys', async () => {
    await keys(['make']);
    const other = 'demo-prongsai-mistyped';
    for (const command of ['make', 'check']) {
      const run = await keys([command], { GOOGLE_CLOUD_PROJECT: other });
      expect(run.said).toContain(other);
      expect(run.code).toBe(1);
    }
    const elsewhere = await openFirestoreStore({ projectId: other, emulatorHost: emulator.host });
    expect(await elsewhere.count({ collection: sealingKeys })).toBe(0);
    await elsewhere.close();

    const folder = join(dataDir, '..', 'dtaa');
    for (const command of ['make', 'check', 'split', 'rotate']) {
      const run = await keys([command], { DATA_DIR: folder });
      expect(run.said).toContain(keysText.fileLost);
      expect(run.code).toBe(1);
    }
    expect(existsSync(folder)).toBe(false);

    const forgot = await keys(['make'], { STORE: 'embedded' });
    expect(forgot.said).toContain(keysText.keyOfOther);
    expect(existsSync(join(dataDir, 'office.db'))).toBe(false);
    expect(await statuses()).toEqual(['current']);
  }, 60_000);

  it('asks for the project by name when it is missing', async () => {
    const run = await keys(['check'], { GOOGLE_CLOUD_PROJECT: '' });
    expect(run.said).toContain('GOOGLE_CLOUD_PROJECT: missing');
    expect(run.code).toBe(1);
  });
});

describe('an office that lives elsewhere', () => {
  it.each(['moved-away', 'half-moved'] as const)(
    'is not worked on by any command: %s',
    async (where) => {
      await keys(['make']);
      const from = { seq: 0, hash: '' };
      const journal = { from, startedAtMs: 1, carried: {}, files: null, finishedAtMs: null };
      await store.transact(async (tx) => {
        if (where === 'moved-away') tx.set(ref(departures, MOVE_ID), { atMs: 1 });
        else tx.set(ref(moveJournals, MOVE_ID), journal);
      });
      const line = { LINE_CHANNEL_SECRET: 's', LINE_CHANNEL_ACCESS_TOKEN: 't' };
      const closed = commandText.closed(where, {
        STORE: 'firestore',
        DATA_DIR: dataDir,
        GOOGLE_CLOUD_PROJECT: emulator.projectId,
      });
      for (const run of [
        await keys(['rotate']),
        await keys(['make']),
        await runCommand('audit', [], settings()),
        // Nobody listens there: a call of LINE would show.
        await runCommand('setup', [], settings({ ...line, LINE_API_URL: 'http://127.0.0.1:9' })),
      ]) {
        expect(run.said.trim()).toBe(closed);
        expect(run.code).toBe(1);
      }
      expect(await statuses()).toEqual(['current']);
      expect(keyFiles()).toEqual(['office.key']);
    },
    60_000,
  );
});

describe('npm run audit on Firestore', () => {
  const audit = (extra?: Readonly<Record<string, string>>) => runCommand('audit', [], settings(extra));
  /** More than two pages. */
  const LENGTH = 2 * MAX_PAGE + 100;
  const BATCH = 200;

  it('reads every page of the chain, and names the entry that was changed or cut off', async () => {
    for (let from = 0; from < LENGTH; from += BATCH) await entries(Math.min(BATCH, LENGTH - from), from);
    const whole = await audit();
    expect(whole.said).toContain('บันทึกครบถ้วน 1,100 รายการ');
    expect(whole.code).toBe(0);

    const late = ref(auditRecords, auditId(LENGTH - 3));
    const before = (await store.get(late))?.data ?? expect.fail('no entry');
    await store.transact(async (tx) => tx.set(late, { ...before, subject: 'somebody else' }));
    const changed = await audit();
    expect(changed.said).toContain('รายการที่ 1,097 ถูกแก้ไข');
    expect(changed.code).toBe(1);

    await store.transact(async (tx) => tx.set(late, before));
    await store.transact(async (tx) => tx.remove(ref(auditRecords, auditId(LENGTH))));
    const cut = await audit();
    expect(cut.said).toContain('รายการที่ 1,099 ถูกตัดท้าย');
    expect(cut.code).toBe(1);
  }, 90_000);

  it('finds no whole chain where there is no office, on Firestore or here', async () => {
    for (const run of [await audit(), await audit({ STORE: 'embedded' })]) {
      expect(run.said).toContain('ไม่พบข้อมูลของหน่วยงาน');
      expect(run.code).toBe(1);
    }
    expect(existsSync(dataDir)).toBe(false);
  }, 60_000);
});

describe('npm run line:setup on Firestore', () => {
  const CHANNEL = {
    channelSecret: 'tools-channel-secret',
    channelAccessToken: 'tools-channel-token',
    loginChannelId: '2000000001',
  };

  it('gives the members on record there their menus, and looks for the key here', async () => {
    const simulator = createSimulator(CHANNEL);
    const { url, close } = await simulator.listen(0);
    try {
      const setUp = () =>
        runCommand(
          'setup',
          [],
          settings({
            LINE_CHANNEL_SECRET: CHANNEL.channelSecret,
            LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.channelAccessToken,
            LINE_LOGIN_CHANNEL_ID: CHANNEL.loginChannelId,
            LINE_API_URL: url,
            LINE_DATA_API_URL: url,
          }),
        );
      const first = await setUp();
      expect(first.said).toContain(setupText.keyMissing);
      expect(first.said).toContain(`โครงการ Firebase ${emulator.projectId}`);
      expect(existsSync(dataDir)).toBe(false);

      const sent = await fetch(`${url}/sim/users`, {
        method: 'POST',
        body: JSON.stringify({ name: 'มานี', label: '', follows: true }),
        headers: { 'content-type': 'application/json' },
      });
      const { id } = (await sent.json()) as { id: string };
      await keys(['make']);
      await store.transact(async (tx) =>
        tx.set(ref(members, id), {
          name: 'มานี',
          unit: 'กองคลัง',
          roles: ['finance'],
          status: 'active',
          joinedAtMs: 1,
        }),
      );
      const second = await setUp();
      expect(second.said).toContain(setupText.linked(1));
      expect(second.said).toContain(setupText.keyThere);
      const { aliases } = (await (await fetch(`${url}/sim/richmenus`)).json()) as {
        aliases: { richMenuAliasId: string; richMenuId: string }[];
      };
      const state = (await (await fetch(`${url}/sim/state`)).json()) as { richMenus: Record<string, string> };
      const own = menuAlias({ owner: 'finance', side: 'own' });
      const menu = aliases.find(({ richMenuAliasId }) => richMenuAliasId === own)?.richMenuId;
      expect(menu).toBeDefined();
      expect(state.richMenus[id]).toBe(menu);
      expect((await setUp()).said).toContain(setupText.linkedAlready);
    } finally {
      await close();
    }
  }, 60_000);
});
