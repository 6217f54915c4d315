import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileNames } from '../../bot/files/file-names.ts';
import type { Files } from '../../bot/files/files.ts';
import { type Bucket, openBucket } from '../../bot/files/open-storage.ts';
import { createStorageFiles, storageHousekeeping } from '../../bot/files/storage-files.ts';
import { openSmallStorage, type SmallStorage } from './small-storage.ts';

/**
 * Google's own client library against a small server that answers as Cloud Storage's description says. The service itself is
 * not reached from here.
 */
const NAME = 'evidence/0c2f-1.bin';
let storage: SmallStorage;
let bucket: Bucket;
let files: Files & FileNames;

beforeAll(async () => {
  storage = await openSmallStorage();
  process.env['STORAGE_EMULATOR_HOST'] = storage.url;
  bucket = await openBucket('office-files');
  files = createStorageFiles(bucket);
});
afterAll(async () => {
  delete process.env['STORAGE_EMULATOR_HOST'];
  await storage?.close();
});
beforeEach(() => storage.objects.clear());

describe('files in Cloud Storage', () => {
  it('gives back what was put, the newest of it, and undefined for what is not there or was removed', async () => {
    expect(await files.get(NAME)).toBeUndefined();
    await files.remove(NAME);
    await files.put(NAME, Buffer.from('one'));
    await files.put(NAME, Buffer.from('2'));
    expect(String(await files.get(NAME))).toBe('2');
    await files.remove(NAME);
    expect(await files.get(NAME)).toBeUndefined();
    await files.put(NAME, new Uint8Array());
    expect(await files.get(NAME)).toEqual(Buffer.alloc(0));
    const large = randomBytes(3_000_000);
    await files.put(NAME, large);
    expect((await files.get(NAME))?.equals(large)).toBe(true);
  });

  it('takes no name that people could have made', async () => {
    for (const name of [
      '../secret.txt',
      'evidence/a/b.txt',
      'evidence/รูป.jpg',
      'EVIDENCE/a.jpg',
      'a.jpg',
      '',
    ]) {
      await expect(files.put(name, Buffer.from('x'))).rejects.toThrow(RangeError);
      await expect(files.get(name)).rejects.toThrow(RangeError);
      await expect(files.remove(name)).rejects.toThrow(RangeError);
    }
    expect(storage.objects.size).toBe(0);
  });

  it('never mixes the bytes of two writers of one name', async () => {
    const versions = Array.from({ length: 6 }, () => randomBytes(200_000));
    await Promise.all(versions.map((bytes) => files.put(NAME, bytes)));
    const kept = await files.get(NAME);
    expect(versions.some((bytes) => kept?.equals(bytes))).toBe(true);
    expect([...storage.objects.keys()]).toEqual([NAME]);
  });

  it('does not take what was changed on the way for the file', async () => {
    await files.put(NAME, Buffer.from('whole'));
    storage.spoilNext();
    await expect(files.get(NAME)).rejects.toThrow();
  });

  it('an answer that is neither yes nor no is an error, not a missing file', async () => {
    await files.put(NAME, Buffer.from('x'));
    storage.failNext(1_000);
    const broken = createStorageFiles({
      file: (name: string) => {
        const file = bucket.file(name);
        file.storage.retryOptions.autoRetry = false;
        return file;
      },
      getFiles: bucket.getFiles.bind(bucket),
    } as Bucket);
    await expect(broken.get(NAME)).rejects.toThrow();
    storage.failNext(0);
    expect(String(await files.get(NAME))).toBe('x');
  });

  it('lists all names page by page, and old files of a folder alone', async () => {
    const names = ['a', 'b', 'c', 'd'].map((one) => `evidence/${one}.bin`);
    for (const name of [...names, 'cases/e.bin']) await files.put(name, Buffer.from('x'));
    storage.objects.set('somebody/else', { bytes: Buffer.from('x'), updatedMs: 0 });
    const first = await files.names({ limit: 3 });
    expect(first).toEqual(['cases/e.bin', ...names.slice(0, 2)]);
    expect(await files.names({ after: first.at(-1), limit: 3 })).toEqual(names.slice(2));
    const longAgoMs = Date.now() - 3_600_000;
    for (const name of names.slice(1)) {
      const held = storage.objects.get(name);
      if (held) held.updatedMs = longAgoMs;
    }
    const { oldFiles } = storageHousekeeping(bucket);
    const page = { folder: 'evidence', beforeMs: longAgoMs + 1_000, limit: 2 };
    expect(await oldFiles(page)).toEqual(names.slice(1, 3));
    expect(await oldFiles({ ...page, after: names[2] })).toEqual(names.slice(3));
  });
});
