import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readShares, writeShare } from '../../../bot/keys/share-text.ts';
import { toThaiDigits } from '../../../shared/thai/digits.ts';

const FINGERPRINT = '12345 67890 12345 67890 12345 67890 12345 67890';
const share = (number: number) => ({
  number,
  fingerprint: FINGERPRINT,
  bytes: new Uint8Array(randomBytes(33)),
});

describe('a printed recovery share', () => {
  it('is read back as it was, in Thai digits, with other spacing and with words around it', () => {
    for (let run = 0; run < 50; run += 1) {
      const shares = [share(1), share(3)];
      const printed = shares.map(writeShare).join('\n\n');
      for (const text of [
        printed,
        toThaiDigits(printed),
        `บันทึก 14 พ.ย. 2567\r\n${printed.replaceAll('\n', '\r\n').replaceAll(' - ', '   ')}\r\nลงชื่อ`,
      ]) {
        expect(readShares(text)).toEqual({ kind: 'shares', shares });
      }
    }
  });

  it('keeps a share that begins with zeros', () => {
    const zeros = { ...share(2), bytes: new Uint8Array(33).fill(1, 30) };
    expect(readShares(writeShare(zeros))).toEqual({ kind: 'shares', shares: [zeros] });
  });

  it('names the line of every wrong digit and of every swap of neighbours', () => {
    const text = writeShare(share(2));
    const lines = text.split('\n');
    for (let row = 2; row <= 5; row += 1) {
      const line = lines[row] ?? '';
      for (let at = 3; at < line.length; at += 1) {
        const digit = line[at] ?? '';
        if (!/\d/.test(digit)) continue;
        for (let other = 0; other <= 9; other += 1) {
          if (String(other) === digit) continue;
          expect(readChanged(lines, row, at, String(other))).toEqual({
            kind: 'bad-line',
            share: 2,
            line: row - 1,
          });
        }
        const next = line[at + 1] ?? '';
        if (/\d/.test(next) && next !== digit) {
          const swapped = line.slice(0, at) + next + digit + line.slice(at + 2);
          const read = readShares(lines.with(row, swapped).join('\n'));
          expect(read).toEqual({ kind: 'bad-line', share: 2, line: row - 1 });
        }
      }
    }
  });

  it('names the line that is missing, and the share whose fingerprint is not whole', () => {
    const lines = writeShare(share(1)).split('\n');
    expect(readShares(lines.toSpliced(4, 1).join('\n'))).toEqual({ kind: 'bad-line', share: 1, line: 3 });
    expect(readShares(lines.toSpliced(1, 1).join('\n'))).toEqual({ kind: 'bad-share', share: 1 });
    expect(readShares('')).toEqual({ kind: 'shares', shares: [] });
  });
});

function readChanged(lines: readonly string[], row: number, at: number, digit: string): unknown {
  const line = lines[row] ?? '';
  return readShares(lines.with(row, line.slice(0, at) + digit + line.slice(at + 1)).join('\n'));
}
