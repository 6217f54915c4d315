import { describe, expect, it } from 'vitest';
import { toArabicDigits, toThaiDigits } from '../../../shared/thai/digits.ts';

describe('digits', () => {
  it('turns Thai, mixed and other digits into Arabic ones and leaves the rest', () => {
    expect(toArabicDigits('พ.ศ.๒๕๖๖ (1 ต.ค. ๖5)')).toBe('พ.ศ.2566 (1 ต.ค. 65)');
    expect(toArabicDigits('٣๓3')).toBe('333');
    expect(toArabicDigits('0123456789')).toBe('0123456789');
    expect(toArabicDigits('๐๑๒๓๔๕๖๗๘๙')).toBe('0123456789');
  });

  it('shows every Arabic digit as a Thai one', () => {
    expect(toThaiDigits('15 มกราคม 2566')).toBe('๑๕ มกราคม ๒๕๖๖');
    expect(toArabicDigits(toThaiDigits('1,234,567.89'))).toBe('1,234,567.89');
  });
});
