import { POSITIONS, type Position, type Price } from './prices.ts';

/** What one project uses in a month, in the units of the prices. */
export type Usage = Readonly<Record<Position, number>>;

export type Prices = Readonly<Record<Position, Price>>;

export interface CostLine {
  readonly position: Position;
  /** Of all projects. */
  readonly used: number;
  /** Whole cents. */
  readonly cents: number;
}

export interface MonthlyCost {
  readonly lines: readonly CostLine[];
  /** The sum of the lines. */
  readonly cents: number;
  /** Baht and satang, as satang. */
  readonly satang: number;
}

const CENTS = 100;
/** Half a cent stays half a cent, however a machine writes down 0.035. */
const EXACT_DIGITS = 9;

function toCents(usd: number): number {
  return Math.round(Number((usd * CENTS).toFixed(EXACT_DIGITS)));
}

/** Dollars for an amount without any free quota; not rounded. */
export function fullPrice(amount: number, { usd, per }: Price): number {
  return (amount / per) * usd;
}

/** Dollars for what `projects` projects of one billing account use each; not rounded, never below nothing. */
function payable(used: number, price: Price, projects: number): number {
  const { free } = price;
  if (!free) return fullPrice(used * projects, price);
  const worth = free.amount * (free.worthUsd ?? price.usd / price.per);
  return free.each === 'project'
    ? projects * Math.max(0, fullPrice(used, price) - worth)
    : Math.max(0, fullPrice(used * projects, price) - worth);
}

/**
 * What a month costs: usage at its price, less the free quota, each position to the cent, and the total as the sum of what is
 * shown. `projects` projects use the same, on one billing account. Quotas given by the day are taken as used evenly.
 */
export function monthlyCost(usage: Usage, prices: Prices, bahtPerUsd: number, projects = 1): MonthlyCost {
  const lines = POSITIONS.map((position) => ({
    position,
    used: usage[position] * projects,
    cents: toCents(payable(usage[position], prices[position], projects)),
  }));
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  return { lines, cents, satang: Math.round(Number((cents * bahtPerUsd).toFixed(EXACT_DIGITS))) };
}
