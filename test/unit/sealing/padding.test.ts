import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FILE_BLOCK_BYTES,
  pad,
  paddedFileLength,
  paddedTextLength,
  TEXT_BLOCK_BYTES,
  unpad,
} from '../../../bot/sealing/padding.ts';

const MIB = 1024 * 1024;

describe('padding', () => {
  it('gives back what was padded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(unpad(pad(bytes, paddedTextLength(bytes.length)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('fills texts up to whole blocks', () => {
    expect(paddedTextLength(0)).toBe(TEXT_BLOCK_BYTES);
    expect(paddedTextLength(508)).toBe(TEXT_BLOCK_BYTES);
    expect(paddedTextLength(509)).toBe(2 * TEXT_BLOCK_BYTES);
  });

  it('leaves of the length of a file a few steps only, for little room', () => {
    const seen = new Set<number>();
    for (let size = 0; size <= 50 * MIB; size += 4099) {
      const padded = paddedFileLength(size);
      expect(padded).toBeGreaterThanOrEqual(size + 4);
      expect(padded).toBeLessThanOrEqual((size + 4) * 1.032 + FILE_BLOCK_BYTES);
      seen.add(padded);
    }
    expect(paddedFileLength(1)).toBe(FILE_BLOCK_BYTES);
    expect(paddedFileLength(40 * MIB + 1)).toBe(paddedFileLength(41 * MIB - 5));
    expect(seen.size).toBeLessThan(200);
  });

  it('rejects a length that does not fit and a filling that is not empty', () => {
    const padded = pad(Buffer.from('abc'), 16);
    const tooLong = Buffer.from(padded);
    tooLong.writeUInt32BE(13, 0);
    const filled = Buffer.from(padded);
    filled[15] = 1;
    for (const bad of [tooLong, filled, Buffer.alloc(3)]) expect(() => unpad(bad)).toThrow(/malformed/);
  });
});
