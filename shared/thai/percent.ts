/**
 * What share `part` is of `whole`, in hundredths of a percent (9429 is 94.29 %), rounded half up (away from zero) by
 * integer arithmetic: ร้อยละ is shown with two decimals. Both are safe integers of the same unit.
 * Null when `whole` is zero, where no share exists. Exact as long as the share itself stays below 90 million million percent.
 */
export function percentHundredths(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const scaled = BigInt(part) * 10_000n;
  const divisor = BigInt(whole);
  const negative = scaled < 0n !== divisor < 0n;
  const numerator = scaled < 0n ? -scaled : scaled;
  const denominator = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  return negative && rounded !== 0n ? -Number(rounded) : Number(rounded);
}

/** "94.29" for 9429; "-" for null, as Thai tables print what does not exist. No percent sign. */
export function formatPercent(hundredths: number | null): string {
  if (hundredths === null) return '-';
  const absolute = Math.abs(hundredths);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${hundredths < 0 ? '-' : ''}${whole}.${String(absolute % 100).padStart(2, '0')}`;
}
