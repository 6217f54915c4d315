import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditRecords } from '../../../bot/audit/records.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import type { KeysDeps, KeysReport } from '../../../bot/keys/keys-deps.ts';
import { runKeys } from '../../../bot/keys/run-keys.ts';
import { keysText as t } from '../../../bot/keys/text.ts';
import { systemRandom } from '../../../bot/random.ts';
import { generateHpkeBytes } from '../../../bot/sealing/hpke.ts';
import { loadKeyring, writeOfficeKey } from '../../../bot/sealing/opening/office-key-file.ts';
import { open } from '../../../bot/sealing/opening/open.ts';
import { pickKey } from '../../../bot/sealing/opening/private-key.ts';
import { currentSealingKey } from '../../../bot/sealing/read-sealing-keys.ts';
import { sealingKeys } from '../../../bot/sealing/records.ts';
import { seal } from '../../../bot/sealing/seal.ts';
import { openEmbeddedStore } from '../../../bot/store/embedded.ts';
import { ref } from '../../../bot/store/store.ts';

const NOW = 1_763_000_000_000;

describe('the keys commands', () => {
  let deps: KeysDeps;
  let folder: string;
  const run = (command: string, text = ''): Promise<KeysReport> => runKeys(command, deps, async () => text);
  const path = (name: string): string => join(folder, 'keys', name);
  const said = (report: KeysReport): string => report.lines.join('\n');
  const blocks = (report: KeysReport): string[] => report.lines.filter((line) => line.startsWith('====='));
  const current = async () => (await currentSealingKey(deps.store)) ?? expect.fail('no current key');
  const actions = async (): Promise<string[]> =>
    (
      await deps.store.query({
        collection: auditRecords,
        orderBy: { field: 'seq', direction: 'asc' },
        limit: 50,
      })
    ).map(({ data }) => data.action);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const store = await openEmbeddedStore({ path: join(folder, 'office.db') });
    deps = {
      dataDir: folder,
      store,
      clock: { now: () => NOW, sleep: async () => {} },
      random: systemRandom,
    };
  });
  afterEach(async () => {
    await deps.store.close();
    rmSync(folder, { recursive: true });
  });

  it('make: puts the private half into a closed file and only the public half into the store', async () => {
    const report = await run('make');
    expect(report.ok).toBe(true);
    expect(said(report)).toMatch(/(\d{5} ?){4}/);
    expect(statSync(path('office.key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    const { privateKey } = JSON.parse(readFileSync(path('office.key'), 'utf8')) as { privateKey: string };
    await deps.store.close();
    for (const name of readdirSync(folder).filter((one) => one.startsWith('office.db'))) {
      const bytes = readFileSync(join(folder, name));
      expect(bytes.includes(privateKey)).toBe(false);
      expect(bytes.includes(Buffer.from(privateKey, 'base64url'))).toBe(false);
    }
  });

  it('make: has its audit entry, and the second time changes nothing', async () => {
    await run('make');
    const before = readFileSync(path('office.key'));
    const again = await run('make');
    expect(again.ok).toBe(false);
    expect(said(again)).toContain(t.alreadyMade);
    expect(readFileSync(path('office.key'))).toEqual(before);
    expect(await actions()).toEqual(['sealing.key-made']);
    expect((await verifyAudit(deps.store)).kind).toBe('whole');
  });

  it('make: finishes what a crash between file and record left', async () => {
    await run('make');
    const { keyId } = await current();
    await deps.store.transact(async (tx) => tx.remove(ref(sealingKeys, keyId)));
    expect(said(await run('check'))).toContain(t.notOnRecord);
    expect((await run('make')).ok).toBe(true);
    expect((await current()).keyId).toBe(keyId);
  });

  it('make: does not replace the key of an office that lost its file', async () => {
    await run('make');
    rmSync(path('office.key'));
    expect(await run('make')).toEqual({ ok: false, lines: [t.fileLost] });
    expect(said(await run('check'))).toContain(t.fileLost);
  });

  it('split and restore: any two of three shares make the same file again, one does not', async () => {
    await run('make');
    const before = readFileSync(path('office.key'));
    const split = await run('split');
    const shares = blocks(split);
    expect(shares).toHaveLength(3);
    expect((await current()).sharesMadeAtMs).toBe(NOW);
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      rmSync(path('office.key'));
      expect((await run('restore', shares[a])).ok).toBe(false);
      expect((await run('restore', `${shares[a]}\n${shares[a]}`)).ok).toBe(false);
      const restored = await run('restore', `${shares[a]}\n${shares[b]}`);
      expect(restored.ok, said(restored)).toBe(true);
      expect(readFileSync(path('office.key'))).toEqual(before);
      expect(statSync(path('office.key')).mode & 0o777).toBe(0o600);
    }
    expect(await actions()).toEqual([
      'sealing.key-made',
      'sealing.key-split',
      ...Array(3).fill('sealing.key-restored'),
    ]);
  });

  it('restore: refuses shares of two splits, of two keys, and of a key the office never had', async () => {
    await run('make');
    const first = blocks(await run('split'));
    const second = blocks(await run('split'));
    await run('rotate');
    const third = blocks(await run('split'));
    rmSync(path('office.key'));
    expect(await run('restore', `${first[0]}\n${second[1]}`)).toEqual({
      ok: false,
      lines: [t.sharesDoNotFit],
    });
    expect(await run('restore', `${first[0]}\n${third[1]}`)).toEqual({
      ok: false,
      lines: [t.sharesOfOtherKeys],
    });
    const { keyId } = await current();
    await deps.store.transact(async (tx) => tx.remove(ref(sealingKeys, keyId)));
    expect(await run('restore', `${third[0]}\n${third[1]}`)).toEqual({ ok: false, lines: [t.unknownKey] });
  });

  it('restore: overwrites no file, be it whole, another key or damaged', async () => {
    await run('make');
    const text = blocks(await run('split')).join('\n');
    expect(await run('restore', text)).toEqual({ ok: false, lines: [t.restoredAlready] });
    for (const content of ['', 'not a key']) {
      writeFileSync(path('office.key'), content);
      expect(await run('restore', text)).toEqual({ ok: false, lines: [t.fileInTheWay('office.key')] });
      expect(readFileSync(path('office.key'), 'utf8')).toBe(content);
    }
  });

  it('rotate: new complaints get the new key, old ones still open, both keys are kept', async () => {
    await run('make');
    const old = await current();
    const sealed = await seal(old, Buffer.from('เรื่องเดิม'), 'x');
    expect((await run('rotate')).ok).toBe(true);
    const fresh = await current();
    expect(fresh.keyId).not.toBe(old.keyId);
    const ring = await loadKeyring(folder);
    expect(String(await open(pickKey(ring, sealed.keyId), sealed, 'x'))).toBe('เรื่องเดิม');
    const next = await seal(fresh, Buffer.from('เรื่องใหม่'), 'x');
    expect(String(await open(pickKey(ring, next.keyId), next, 'x'))).toBe('เรื่องใหม่');
    const check = await run('check');
    expect(check.ok, said(check)).toBe(true);
    expect(said(check)).toContain(t.noShares);
    expect((await actions()).slice(1)).toEqual(['sealing.key-retired', 'sealing.key-made']);
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(
      ['office.key', `office-retired-${old.keyId}.key`].sort(),
    );
  });

  it('rotate: goes on from wherever it stopped, and loses no key on the way', async () => {
    await run('make');
    const old = await current();
    const oldFile = readFileSync(path('office.key'));
    await run('rotate');
    const fresh = await current();
    const newFile = readFileSync(path('office.key'));
    // Stopped after the record and before the last step: the old key still lies in the place of the one in use.
    writeFileSync(path('office.key'), oldFile, { mode: 0o600 });
    writeFileSync(path('office-next.key'), newFile, { mode: 0o600 });
    expect((await loadKeyring(folder)).map(({ keyId }) => keyId)).toContain(fresh.keyId);
    expect(said(await run('check'))).toContain(t.rotationStopped);
    expect((await run('rotate')).ok).toBe(true);
    expect((await current()).keyId).toBe(fresh.keyId);
    expect(readFileSync(path('office.key'))).toEqual(newFile);
    expect((await run('check')).ok).toBe(true);

    // Stopped before the record: the next key is there and is the one that gets used.
    rmSync(path(`office-retired-${old.keyId}.key`));
    const { privateBytes } = await generateHpkeBytes();
    writeOfficeKey(folder, 'office-next.key', privateBytes);
    const waiting = readFileSync(path('office-next.key'));
    expect((await run('rotate')).ok).toBe(true);
    expect(readFileSync(path('office.key'))).toEqual(waiting);
    expect(said(await run('check'))).toContain(t.oldKeyMissing(old.keyId));
  });

  it('rotate: an old key comes back from its shares into a file of its own', async () => {
    await run('make');
    const { keyId } = await current();
    const shares = blocks(await run('split')).join('\n');
    await run('rotate');
    const inUse = readFileSync(path('office.key'));
    rmSync(path(`office-retired-${keyId}.key`));
    expect((await run('restore', shares)).ok).toBe(true);
    expect((await loadKeyring(folder)).map((key) => key.keyId)).toContain(keyId);
    expect(readFileSync(path('office.key'))).toEqual(inUse);
  });

  it('check: says what is missing, open to others, damaged or exchanged', async () => {
    expect(said(await run('check'))).toContain(t.noKeyYet);
    await run('make');
    expect((await run('check')).ok).toBe(true);
    chmodSync(path('office.key'), 0o644);
    const open = await run('check');
    expect(open.ok).toBe(false);
    expect(said(open)).toContain(`chmod 600 ${path('office.key')}`);
    chmodSync(path('office.key'), 0o600);

    const whole = readFileSync(path('office.key'), 'utf8');
    writeFileSync(path('office.key'), whole.slice(0, 50));
    expect(said(await run('check'))).toContain(t.fileDamaged('office.key'));
    expect(await run('split')).toEqual({ ok: false, lines: [t.someFileDamaged] });

    const { privateBytes } = await generateHpkeBytes();
    rmSync(path('office.key'));
    writeOfficeKey(folder, 'office.key', privateBytes);
    const exchanged = await run('check');
    expect(said(exchanged)).toContain(t.otherKeyOnRecord);
    expect(said(exchanged)).toContain(t.drillFailed);
    for (const command of ['make', 'split', 'rotate']) {
      expect(said(await run(command))).toContain(t.otherKeyOnRecord);
    }
  });

  it('explains itself when asked for something else', async () => {
    expect(await run('toString')).toEqual({ ok: false, lines: t.usage });
    expect(await run('split')).toEqual({ ok: false, lines: [t.noKeyYet] });
  });
});
