const FULL = 10_000;

/** A bar beside a figure that is read already: a screen reader hears the figure alone. */
export function PercentBar({
  hundredths,
  isWeak,
}: {
  readonly hundredths: number | null;
  readonly isWeak?: boolean;
}) {
  const share = Math.min(Math.max(hundredths ?? 0, 0), FULL) / (FULL / 100);
  return (
    <span class={isWeak ? 'bar weak' : 'bar'} aria-hidden="true">
      <i style={{ width: `${share}%` }} />
    </span>
  );
}
