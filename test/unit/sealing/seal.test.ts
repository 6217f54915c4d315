import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../bot/sealing/base64url.ts';
import { open } from '../../../bot/sealing/opening/open.ts';
import { fingerprintOf, publicBytes, publicKeyOf } from '../../../bot/sealing/public-key.ts';
import { seal } from '../../../bot/sealing/seal.ts';
import { flipBit, makeKey } from './make-key.ts';

const CONTEXT = 'complaints/answer';
const WORD = 'นายกขนส่งเงินใต้โต๊ะ canary-7731';

describe('seal and open', async () => {
  const key = await makeKey();
  const other = await makeKey();

  it('gives back any bytes of any length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(await open(key, await seal(key, bytes, CONTEXT), CONTEXT)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('shows neither the text nor its length within a block of 512 bytes', async () => {
    const short = await seal(key, Buffer.from('ก'), CONTEXT);
    const long = await seal(key, Buffer.from('ก'.repeat(169)), CONTEXT);
    const longer = await seal(key, Buffer.from('ก'.repeat(170)), CONTEXT);
    expect(short.ct.length).toBe(long.ct.length);
    expect(longer.ct.length).toBeGreaterThan(long.ct.length);
    const sealed = await seal(key, Buffer.from(WORD), CONTEXT);
    expect(Buffer.from(sealed.ct, 'base64url').includes(Buffer.from('canary'))).toBe(false);
  });

  it('rejects the change of any bit of any part', async () => {
    const sealed = await seal(key, Buffer.from(WORD), CONTEXT);
    for (const part of ['keyId', 'enc', 'ct'] as const) {
      for (let at = 0; at < sealed[part].length; at += 1) {
        const changed = { ...sealed, [part]: flipBit(sealed[part], at, at % 7) };
        await expect(open(key, changed, CONTEXT)).rejects.toThrow(
          /^sealing: (malformed|wrong-key|rejected)$/,
        );
      }
    }
    const bytes = Buffer.from(sealed.ct, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 37) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(open(key, { ...sealed, ct: toBase64url(changed) }, CONTEXT)).rejects.toThrow(/rejected/);
    }
    await expect(open(key, { ...sealed, ct: sealed.ct.slice(0, -4) }, CONTEXT)).rejects.toThrow(/rejected/);
    await expect(open(key, { ...sealed, ct: '' }, CONTEXT)).rejects.toThrow(/^sealing:/);
  });

  it('opens for its own purpose and its own key only', async () => {
    const sealed = await seal(key, Buffer.from(WORD), CONTEXT);
    await expect(open(key, sealed, 'complaints/other')).rejects.toThrow(/rejected/);
    await expect(open(other, sealed, CONTEXT)).rejects.toThrow(/wrong-key/);
    await expect(open(other, { ...sealed, keyId: other.keyId }, CONTEXT)).rejects.toThrow(/rejected/);
  });

  it('says nothing of the content in an error, not even in its causes', async () => {
    const sealed = await seal(key, Buffer.from(WORD), CONTEXT);
    const error: unknown = await open(key, sealed, 'wrong').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).cause).toBeUndefined();
    expect(String((error as Error).stack)).not.toContain('canary');
  });

  it('refuses to seal to a key that was exchanged under its name', async () => {
    const exchanged = { keyId: key.keyId, publicKey: other.publicKey };
    await expect(seal(exchanged, Buffer.from(WORD), CONTEXT)).rejects.toThrow(/bad-key/);
    expect(() => publicBytes(exchanged)).toThrow(/bad-key/);
  });
});

describe('names of keys', () => {
  it('shows a fingerprint of eight groups of five digits that another key does not have', async () => {
    const [one, two] = [await makeKey(), await makeKey()];
    expect(fingerprintOf(one)).toMatch(/^(\d{5} ){7}\d{5}$/);
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(two));
    expect(fingerprintOf(one)).toBe(fingerprintOf({ keyId: one.keyId, publicKey: one.publicKey }));
  });

  it('takes only the length of a public key', () => {
    expect(() => publicKeyOf(randomBytes(64))).toThrow(/bad-key/);
  });
});

describe('base64url', () => {
  it('takes exactly one text for the same bytes', () => {
    expect(fromBase64url('AQ')).toEqual(Buffer.of(1));
    for (const text of ['AR', 'AQ==', 'A Q', 'AQ\n', 'A+', 'ก', 'A']) {
      expect(() => fromBase64url(text)).toThrow(/malformed/);
    }
  });
});
