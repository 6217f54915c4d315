import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsReceiptCode,
  findReceiptCode,
  makeReceiptCode,
  parseReceiptCode,
  type ReceiptCode,
  showReceiptCode,
} from '../../../shared/complaints/receipt-code.ts';
import { toThaiDigits } from '../../../shared/thai/digits.ts';
import { cpuTimeMs } from '../../fixtures/cpu-time.ts';

const digits16 = fc.stringMatching(/^[0-9]{16}$/);
const samples = fc
  .sample(digits16, { numRuns: 300, seed: 97 })
  .concat(['0000000000000000', '9999999999999999', '0123456789012345']);

describe('a receipt code', () => {
  it('has the check digits of ISO 7064 MOD 97-10', () => {
    // The standard's own example is 794 with 44; zeros in front change nothing.
    expect(makeReceiptCode('0000000000000794')).toBe('000000000000079444');
    for (const digits of samples) expect(BigInt(makeReceiptCode(digits)) % 97n).toBe(1n);
  });

  it('is shown as six groups of three and read back', () => {
    const code = makeReceiptCode('1234567890123456');
    expect(showReceiptCode(code)).toBe('123 456 789 012 345 611');
    expect(parseReceiptCode(showReceiptCode(code))).toEqual({ kind: 'code', code });
  });

  it('is read however it is typed: Thai and other digits, spaces, dashes, line breaks, nothing between', () => {
    for (const digits of samples) {
      const code = makeReceiptCode(digits);
      const shown = showReceiptCode(code);
      for (const typed of [
        code,
        ` ${shown}\n`,
        toThaiDigits(shown),
        shown.replaceAll(' ', '-'),
        shown.replaceAll(' ', ' – '),
        shown.replaceAll(' ', '\r\n'),
        shown.replaceAll(' ', '\u200b\u00a0'),
        code.split('').join(' '),
        code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
      ]) {
        expect(parseReceiptCode(typed)).toEqual({ kind: 'code', code });
      }
    }
  });

  it('is called mistyped for every single wrong digit, at every place', () => {
    for (const digits of samples) {
      const code = makeReceiptCode(digits);
      for (let at = 0; at < code.length; at += 1) {
        for (let digit = 0; digit <= 9; digit += 1) {
          if (code[at] === String(digit)) continue;
          const typed = code.slice(0, at) + digit + code.slice(at + 1);
          expect(parseReceiptCode(typed).kind).toBe('mistyped');
        }
      }
    }
  });

  it('is called mistyped for every swap of neighbours and for every wrong pair of twins', () => {
    for (const digits of samples) {
      const code = makeReceiptCode(digits);
      for (let at = 0; at + 1 < code.length; at += 1) {
        const [a = '', b = ''] = [code[at], code[at + 1]];
        const change = (pair: string): string => code.slice(0, at) + pair + code.slice(at + 2);
        if (a !== b) expect(parseReceiptCode(change(b + a)).kind).toBe('mistyped');
        if (a === b) {
          for (let twin = 0; twin <= 9; twin += 1) {
            if (String(twin) !== a) expect(parseReceiptCode(change(`${twin}${twin}`)).kind).toBe('mistyped');
          }
        }
      }
    }
  });

  it('has one spelling: no other pair of check digits is taken', () => {
    for (const digits of samples.slice(0, 50)) {
      const taken = Array.from({ length: 100 }, (_, check) => `${digits}${String(check).padStart(2, '0')}`)
        .map(parseReceiptCode)
        .filter(({ kind }) => kind === 'code');
      expect(taken).toHaveLength(1);
    }
  });

  it('is not seen in what is something else', () => {
    for (const text of [
      '',
      'ติดตามเรื่อง',
      '12345',
      '1'.repeat(17),
      '1'.repeat(19),
      '123 456 789 012 345 61x',
    ]) {
      expect(parseReceiptCode(text)).toEqual({ kind: 'not-a-code' });
    }
    expect(() => makeReceiptCode('123')).toThrow(RangeError);
    expect(() => makeReceiptCode('๑๒๓๔๕๖๗๘๙๐๑๒๓๔๕๖')).toThrow(RangeError);
  });
});

describe('a code inside a longer message', () => {
  const code: ReceiptCode = makeReceiptCode('8025510394417760');
  const shown = showReceiptCode(code);

  it('is found between words, after and before other numbers, over lines and in Thai digits', () => {
    for (const text of [
      `รหัสของผมคือ ${shown} ครับ`,
      `รหัส${code}ครับ`,
      `โทร 081-234-5678 รหัส ${shown}`,
      `081 234 5678 ${shown} 12/11/2567`,
      `081 234 5678\n${shown}\n2567`,
      toThaiDigits(`รหัส ${shown} นะ`),
      shown.replaceAll(' ', '\n'),
      shown.replaceAll(' ', ' - '),
    ]) {
      expect(findReceiptCode(text)).toBe(code);
      expect(containsReceiptCode(text)).toBe(true);
    }
  });

  it('is not seen in amounts, phone numbers, dates and wrong codes', () => {
    for (const text of [
      'งบ 1,250,000.00 บาท จ่ายจริง 980,500.25 บาท เมื่อ 12 ตุลาคม 2566',
      'โทร 081-234-5678 บัญชี 123-4-56789-0',
      `${shown.slice(0, -1)}${(Number(shown.at(-1)) + 1) % 10}`,
      `9${code}`,
    ]) {
      expect(containsReceiptCode(text)).toBe(false);
    }
  });

  it('is found wherever it stands among any words', () => {
    fc.assert(
      fc.property(digits16, fc.string(), fc.string(), (digits, before, after) => {
        const hidden = showReceiptCode(makeReceiptCode(digits));
        expect(containsReceiptCode(`${before}ก ${hidden} ก${after}`)).toBe(true);
      }),
    );
  });

  it('does not take long over a long message of digits', () => {
    const started = cpuTimeMs();
    containsReceiptCode('1 '.repeat(2500));
    containsReceiptCode('123 '.repeat(1250) + '9'.repeat(5000));
    expect(cpuTimeMs() - started).toBeLessThan(500);
  });
});
