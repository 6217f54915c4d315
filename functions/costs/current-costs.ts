import { EXAMPLE_MONTHS } from './assumptions.ts';
import { costTable } from './cost-table.ts';
import { counted } from './counted.ts';
import { BAHT_PER_USD, PRICES } from './prices.ts';

/** The tables from what was counted last, today's prices and the example months. */
export function currentCosts(): string {
  return costTable({
    counted: counted(),
    prices: PRICES,
    bahtPerUsd: BAHT_PER_USD,
    months: EXAMPLE_MONTHS,
  });
}
