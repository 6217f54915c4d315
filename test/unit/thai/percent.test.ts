import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, percentHundredths } from '../../../shared/thai/percent.ts';

describe('percent', () => {
  it('gives two decimals, half up', () => {
    expect(formatPercent(percentHundredths(33, 35))).toBe('94.29');
    expect(formatPercent(percentHundredths(1, 3))).toBe('33.33');
    expect(formatPercent(percentHundredths(1, 20_000))).toBe('0.01');
    expect(formatPercent(percentHundredths(1, 20_001))).toBe('0.00');
    expect(formatPercent(percentHundredths(-1, 3))).toBe('-33.33');
    expect(formatPercent(percentHundredths(150, 1))).toBe('15,000.00');
  });

  it('has no share of nothing', () => {
    expect(percentHundredths(5, 0)).toBeNull();
    expect(formatPercent(null)).toBe('-');
  });

  it('is never further than half a hundredth from the true share, however large the sums', () => {
    const amount = fc.maxSafeNat();
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        fc.pre(whole > 0 && part / whole < 1e9);
        const share = BigInt(percentHundredths(part, whole) ?? 0);
        const gap = 2n * (share * BigInt(whole) - 10_000n * BigInt(part));
        expect(gap <= BigInt(whole) && gap > -BigInt(whole)).toBe(true);
      }),
    );
  });
});
