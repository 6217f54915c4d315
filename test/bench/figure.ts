/** One line of the bench's table. */
export interface Figure {
  /** Short and stable: the key in the JSON line. */
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure to reach, when the design names one. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

/** "≥ 0.5", or a dash; and whether it was reached. */
export function targetText({ target, value }: Figure): string {
  if (!target) return '-';
  const [sign, limit, isReached] =
    'atMost' in target
      ? ['≤', target.atMost, value <= target.atMost]
      : ['≥', target.atLeast, value >= target.atLeast];
  return `${sign} ${limit} ${isReached ? 'ok' : 'MISSED'}`;
}

/** The table that people read. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [one.name, shown(one.value), one.unit, targetText(one)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, n) => (n === 1 ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}
