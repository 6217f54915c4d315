import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskFiles } from '../../../bot/files/disk-files.ts';
import { diskHousekeeping } from '../../../bot/files/disk-housekeeping.ts';
import { FILE_NAME } from '../../../bot/files/files.ts';
import { removeUnfinished } from '../../../bot/files/remove-unfinished.ts';

const NAME = 'evidence/0c2f-1.bin';
const HOUR = 60 * 60 * 1000;

describe('files on disk', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'files-'));
    folder = join(parent, 'files');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('gives back what was put, the newest of it, and undefined for what is not there or was removed', async () => {
    const files = createDiskFiles(folder);
    expect(await files.get(NAME)).toBeUndefined();
    await files.remove(NAME);
    await files.put(NAME, Buffer.from('one'));
    await files.put(NAME, Buffer.from('2'));
    expect(String(await files.get(NAME))).toBe('2');
    await files.remove(NAME);
    expect(await files.get(NAME)).toBeUndefined();
    await files.put(NAME, new Uint8Array());
    expect(await files.get(NAME)).toEqual(Buffer.alloc(0));
  });

  it('is closed to every other account of the machine', async () => {
    const files = createDiskFiles(folder);
    await files.put(NAME, Buffer.from('x'));
    expect(statSync(join(folder, NAME)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'evidence')).mode & 0o777).toBe(0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('takes no name that leaves the folder or that people could have made', async () => {
    const files = createDiskFiles(folder);
    const outside = [
      '../secret.txt',
      'evidence/../../secret.txt',
      '/etc/passwd.txt',
      'evidence/..',
      'evidence/.hidden',
      'evidence/a.b.txt',
      'evidence/a/b.txt',
      'evidence\\a.txt',
      'evidence/a.txt\n',
      'evidence/a.txt\0.jpg',
      'evidence/รูป.jpg',
      'EVIDENCE/a.jpg',
      'evidence/a.jpg.part',
      'con/..%2fa.jpg',
      'a.jpg',
      '',
    ];
    for (const name of outside) {
      await expect(files.put(name, Buffer.from('x'))).rejects.toThrow(RangeError);
      await expect(files.get(name)).rejects.toThrow(RangeError);
      await expect(files.remove(name)).rejects.toThrow(RangeError);
    }
    expect(readdirSync(parent)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', '/', 'a', '\\', '~', '0') }), (name) => {
        if (FILE_NAME.test(name)) expect(join(folder, name).startsWith(`${folder}/a`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never shows a file half-written by a crash, and is not hindered by it', async () => {
    const files = createDiskFiles(folder);
    await files.put('evidence/other.bin', Buffer.from('x'));
    writeFileSync(join(folder, `${NAME}.7d0c.part`), 'half');
    expect(await files.get(NAME)).toBeUndefined();
    await files.put(NAME, Buffer.from('whole'));
    expect(String(await files.get(NAME))).toBe('whole');
  });

  it('clears away what a crash left, but not what is being written and not whole files', async () => {
    const files = createDiskFiles(folder);
    expect(await removeUnfinished(folder, Date.now())).toBe(0);
    await files.put(NAME, Buffer.from('x'));
    const old = join(folder, `${NAME}.1.part`);
    const young = join(folder, `${NAME}.2.part`);
    writeFileSync(old, 'half');
    writeFileSync(young, 'half');
    const nowMs = Date.now();
    const longAgo = new Date(nowMs - HOUR - 1000);
    utimesSync(old, longAgo, longAgo);
    utimesSync(join(folder, NAME), longAgo, longAgo);
    expect(await removeUnfinished(folder, nowMs)).toBe(1);
    expect([existsSync(old), existsSync(young), existsSync(join(folder, NAME))]).toEqual([false, true, true]);
  });

  it('lists whole files written before a moment, page by page, and nothing else', async () => {
    const files = createDiskFiles(folder);
    const { oldFiles } = diskHousekeeping(folder);
    const nowMs = Date.now();
    expect(await oldFiles({ folder: 'evidence', beforeMs: nowMs, limit: 10 })).toEqual([]);
    const names = ['a', 'b', 'c', 'd'].map((one) => `evidence/${one}.bin`);
    for (const name of [...names, 'cases/e.bin']) await files.put(name, Buffer.from('x'));
    writeFileSync(join(folder, 'evidence/a.bin.1.part'), 'half');
    const longAgo = new Date(nowMs - HOUR);
    for (const name of [...names.slice(1), 'evidence/a.bin.1.part'])
      utimesSync(join(folder, name), longAgo, longAgo);
    const page = { folder: 'evidence', beforeMs: nowMs - HOUR / 2, limit: 2 };
    const first = await oldFiles(page);
    expect(first).toEqual(names.slice(1, 3));
    expect(await oldFiles({ ...page, after: first.at(-1) })).toEqual(names.slice(3));
  });

  it('never mixes the bytes of two writers of one name', async () => {
    const files = createDiskFiles(folder);
    const versions = Array.from({ length: 8 }, () => randomBytes(300_000));
    await Promise.all(versions.map((bytes) => files.put(NAME, bytes)));
    const kept = await files.get(NAME);
    expect(versions.some((bytes) => kept?.equals(bytes))).toBe(true);
    expect(readdirSync(join(folder, 'evidence'))).toEqual(['0c2f-1.bin']);
  });

  it('leaves nothing behind when a file cannot be put in its place', async () => {
    const files = createDiskFiles(folder);
    await files.put('evidence/other.bin', Buffer.from('x'));
    // A folder of that name is in the way of the rename.
    await createDiskFiles(join(folder, NAME)).put(NAME, Buffer.from('x'));
    await expect(files.put(NAME, Buffer.from('y'))).rejects.toThrow();
    expect(readdirSync(join(folder, 'evidence')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
