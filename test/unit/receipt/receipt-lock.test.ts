import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { receiptIndex } from '../../../bot/complaints/receipt/receipt-index.ts';
import { makeReceiptLock, tryReceiptLock } from '../../../bot/complaints/receipt/receipt-lock.ts';
import { loadReceiptSecrets, receiptSecrets } from '../../../bot/complaints/receipt/receipt-secrets.ts';
import {
  makeReplyChannel,
  openReply,
  sealReply,
  unlockReplyKey,
} from '../../../bot/sealing/reply-channel.ts';
import { makeReceiptCode } from '../../../shared/complaints/receipt-code.ts';

const secrets = receiptSecrets(randomBytes(32));
const code = makeReceiptCode('1234567890123456');
const other = makeReceiptCode('1234567890123457');

describe('what a case keeps of its receipt code', () => {
  it('is found by the code, the same each time, and by no other code or office', async () => {
    const id = await receiptIndex(code, secrets);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(await receiptIndex(code, secrets)).toBe(id);
    expect(await receiptIndex(other, secrets)).not.toBe(id);
    expect(await receiptIndex(code, receiptSecrets(randomBytes(32)))).not.toBe(id);
  });

  it('gives the key to the replies for the right code, and nothing for any other, or without a case', async () => {
    const { lock, replyLockKey } = await makeReceiptLock(code, secrets);
    const channel = await makeReplyChannel(replyLockKey);
    const sealed = await sealReply(channel.publicKey, 'รับเรื่องแล้ว');
    const unlocked = await tryReceiptLock(code, lock, secrets);
    expect(unlocked).toBeDefined();
    const key = await unlockReplyKey(channel, unlocked ?? Buffer.alloc(32));
    expect(await openReply(key, sealed)).toBe('รับเรื่องแล้ว');
    expect(await tryReceiptLock(other, lock, secrets)).toBeUndefined();
    expect(await tryReceiptLock(code, undefined, secrets)).toBeUndefined();
  });

  it('is of no use without the key file: store and code together open nothing', async () => {
    const { lock, replyLockKey } = await makeReceiptLock(code, secrets);
    const stranger = receiptSecrets(randomBytes(32));
    expect(await tryReceiptLock(code, lock, stranger)).toBeUndefined();
    const channel = await makeReplyChannel(replyLockKey);
    const { replyLockKey: guessed } = await makeReceiptLock(code, stranger);
    await expect(unlockReplyKey(channel, guessed)).rejects.toThrow(/rejected/);
  });

  it('holds no code, and differs for the same code in two cases', async () => {
    const one = await makeReceiptLock(code, secrets);
    const two = await makeReceiptLock(code, secrets);
    expect(JSON.stringify(one.lock)).not.toContain('123456');
    for (const field of ['verifierSalt', 'verifier', 'replySalt'] as const) {
      expect(one.lock[field]).not.toBe(two.lock[field]);
    }
    expect(one.replyLockKey.equals(two.replyLockKey)).toBe(false);
    expect(one.replyLockKey.toString('base64url')).not.toBe(one.lock.verifier);
  });

  it('does the same work for a hit, a wrong code and no case at all', async () => {
    const { lock } = await makeReceiptLock(code, secrets);
    const cpuMs = async (work: () => Promise<unknown>): Promise<number> => {
      const runs = 8;
      const before = process.cpuUsage();
      for (let run = 0; run < runs; run += 1) await work();
      const used = process.cpuUsage(before);
      return (used.user + used.system) / 1000 / runs;
    };
    await tryReceiptLock(code, lock, secrets);
    const hit = await cpuMs(() => tryReceiptLock(code, lock, secrets));
    const miss = await cpuMs(() => tryReceiptLock(other, lock, secrets));
    const none = await cpuMs(() => tryReceiptLock(code, undefined, secrets));
    // Twice the time or half of it would mean a step left out; less is the noise of a shared machine.
    for (const ms of [miss, none]) {
      expect(ms).toBeGreaterThan(hit / 2);
      expect(ms).toBeLessThan(hit * 2);
    }
  });
});

describe('the key file of the receipt codes', () => {
  it('is made once, closed to others, and read again at the next start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'receipt-'));
    try {
      const first = loadReceiptSecrets(folder);
      const path = join(folder, 'keys', 'receipt.key');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const content = readFileSync(path);
      expect(loadReceiptSecrets(folder)).toEqual(first);
      expect(readFileSync(path)).toEqual(content);
      writeFileSync(path, content.subarray(0, 31));
      expect(() => loadReceiptSecrets(folder)).toThrow(RangeError);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives every use a key of its own', () => {
    const { indexKey, indexSalt, verifierKey, replyKey } = secrets;
    const keys = [indexKey, indexSalt, verifierKey, replyKey].map((key) => key.toString('hex'));
    expect(new Set(keys.map((key) => key.slice(0, 32))).size).toBe(4);
  });
});

describe('what a try at a code costs', () => {
  it('is argon2id over 19 MiB twice, for every secret the program makes or reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'receipt-'));
    try {
      const loaded = loadReceiptSecrets(folder);
      for (const { cost } of [loaded, secrets])
        expect(cost).toEqual({ memoryKib: 19_456, passes: 2, lanes: 1 });
      const salt = loaded.indexSalt;
      const slow = await hashRaw(code, {
        memoryCost: 19_456,
        timeCost: 2,
        parallelism: 1,
        outputLen: 32,
        salt,
      });
      const index = createHmac('sha256', loaded.indexKey).update(slow).digest('hex');
      expect(await receiptIndex(code, loaded)).toBe(index);
      const { lock } = await makeReceiptLock(code, loaded);
      const verifier = await hashRaw(code, {
        memoryCost: 19_456,
        timeCost: 2,
        parallelism: 1,
        outputLen: 32,
        salt: Buffer.from(lock.verifierSalt, 'base64url'),
      });
      expect(lock.verifier).toBe(
        createHmac('sha256', loaded.verifierKey).update(verifier).digest('base64url'),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('cannot be changed while the program runs, and no setting names it', () => {
    expect(Object.isFrozen(secrets.cost)).toBe(true);
    const source = readFileSync('bot/settings.ts', 'utf8');
    expect(source).toContain('DATA_DIR');
    expect(source).not.toMatch(/argon|stretch|cost|memoryKib|passes/i);
    expect(loadReceiptSecrets).toHaveLength(1);
    expect(receiptSecrets).toHaveLength(1);
  });
});
