/** The middle one of some figures; the mean of the two middle ones of an even number. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** The figure below which this share of them lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new RangeError('no figures');
  return low + (high - low) * (at - Math.floor(at));
}
