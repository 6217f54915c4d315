import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openFile, sealFile, unwrapFile, wrapFile } from '../../../bot/sealing/seal-file.ts';

const NAME = 'drafts/0f3a.bin';

describe('sealed files', () => {
  it.each([0, 1, 65_531, 65_532, 65_533, 3 * 1024 * 1024 + 17])('give back %d bytes', (size) => {
    const plain = randomBytes(size);
    const sealed = sealFile(plain, NAME);
    expect(openFile(sealed, NAME).equals(plain)).toBe(true);
    if (size >= 16) expect(sealed.bytes.includes(plain.subarray(0, 16))).toBe(false);
  });

  it('hide whether a file has one byte or sixty thousand', () => {
    expect(sealFile(randomBytes(1), NAME).bytes.length).toBe(
      sealFile(randomBytes(60_000), NAME).bytes.length,
    );
  });

  it('reject every changed bit, another name, another key and a missing end', () => {
    const { bytes, fileKey } = sealFile(Buffer.from('หลักฐาน'), NAME);
    for (let bit = 0; bit < bytes.length * 8; bit += 8191) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openFile({ bytes: changed, fileKey }, NAME)).toThrow(/rejected/);
    }
    expect(() => openFile({ bytes, fileKey }, 'drafts/0f3b.bin')).toThrow(/rejected/);
    expect(() => openFile({ bytes, fileKey: sealFile(bytes, NAME).fileKey }, NAME)).toThrow(/rejected/);
    expect(() => openFile({ bytes: bytes.subarray(0, -1), fileKey }, NAME)).toThrow(/rejected/);
    expect(() => openFile({ bytes: bytes.subarray(0, 20), fileKey }, NAME)).toThrow(/malformed/);
    expect(() => openFile({ bytes, fileKey: 'AQ' }, NAME)).toThrow(/malformed/);
  });

  it('get another key and share no bytes when they go from draft to case', () => {
    const draft = sealFile(randomBytes(5000), NAME);
    const filed = wrapFile(draft.bytes, 'evidence/77.bin');
    expect(filed.fileKey).not.toBe(draft.fileKey);
    for (let at = 0; at + 16 <= draft.bytes.length; at += 4096) {
      expect(filed.bytes.includes(draft.bytes.subarray(at, at + 16))).toBe(false);
    }
    const inner = unwrapFile(filed, 'evidence/77.bin');
    expect(openFile({ bytes: inner, fileKey: draft.fileKey }, NAME).length).toBe(5000);
    expect(() => openFile(filed, 'evidence/77.bin')).toThrow(/rejected/);
  });
});
