import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_MONTHS,
  INSTANCE,
  MINI_APP_BYTES,
  SCHEDULER_JOBS,
  SECRETS,
  WEBHOOK_MIX,
} from '../../functions/costs/assumptions.ts';
import { counted } from '../../functions/costs/counted.ts';
import { monthlyCost, type Prices, type Usage } from '../../functions/costs/monthly-cost.ts';
import { operations } from '../../functions/costs/operations.ts';
import { POSITIONS, PRICES, type Price } from '../../functions/costs/prices.ts';
import { monthlyUsage, operationsOf, usageOf } from '../../functions/costs/usage.ts';
import { FIRST_SCREEN_LIMITS, SCREEN_LIMIT } from '../../liff/check-sizes.ts';

const NOTHING = Object.fromEntries(POSITIONS.map((position) => [position, 0])) as Usage;
const used = (some: Partial<Usage>): Usage => ({ ...NOTHING, ...some });
const priced = (some: Partial<Price>): Prices => ({
  ...PRICES,
  firestoreReads: { ...PRICES.firestoreReads, ...some },
});
const cents = (reads: number, price: Partial<Price>, projects = 1): number =>
  monthlyCost(used({ firestoreReads: reads }), priced(price), 35, projects).cents;

describe('a position', () => {
  const each = { usd: 1, per: 100 };
  it('costs nothing up to the free quota, and beyond it only what is beyond', () => {
    const free = { amount: 1_000, each: 'project' } as const;
    expect([0, 999, 1_000, 1_001, 1_100].map((n) => cents(n, { ...each, free }))).toEqual([0, 0, 0, 1, 100]);
  });

  it('is free once for each project or once for the billing account, as its quota says', () => {
    const amount = 1_000;
    expect(cents(1_100, { ...each, free: { amount, each: 'project' } }, 50)).toBe(50 * 100);
    expect(cents(1_100, { ...each, free: { amount, each: 'billing account' } }, 50)).toBe(
      (55_000 - 1_000) * 1,
    );
    // One project's rest is not another's.
    expect(cents(900, { ...each, free: { amount, each: 'project' } }, 50)).toBe(0);
  });

  it('with a quota that is money at a lower price pays the difference too', () => {
    const free = { amount: 1_000, each: 'billing account', worthUsd: 0.005 } as const;
    expect(cents(500, { ...each, free })).toBe(0);
    expect(cents(1_000, { ...each, free })).toBe(500);
  });

  it('is rounded to the cent, half a cent up, whatever a machine makes of the fraction', () => {
    const { free: _free, ...price } = PRICES.firestoreReads;
    const without = { ...PRICES, firestoreReads: { ...price, usd: 0.001, per: 1 } };
    const of = (reads: number) => monthlyCost(used({ firestoreReads: reads }), without, 35).cents;
    expect([4, 5, 14, 15, 1_004, 1_005].map(of)).toEqual([0, 1, 1, 2, 100, 101]);
  });
});

describe('a month', () => {
  it('costs the sum of its lines, in dollars and in baht', () => {
    for (const month of EXAMPLE_MONTHS) {
      const cost = monthlyCost(monthlyUsage(operationsOf(month, counted())), PRICES, 35.5, month.projects);
      expect(cost.lines.map(({ position }) => position)).toEqual(POSITIONS);
      expect(cost.cents).toBe(cost.lines.reduce((sum, line) => sum + line.cents, 0));
      expect(cost.satang).toBe(Math.round(cost.cents * 35.5));
    }
  });

  it('of a hundred million reads costs by hand what it costs here', () => {
    // 100,000,000 reads, 1,500,000 of them free: 985 times 3.8 cents.
    const cost = monthlyCost(used({ firestoreReads: 100_000_000 }), PRICES, 35);
    expect(cost.cents).toBe(3_743);
    // 428,572 vCPU-seconds at 0.0000336 less 180,000 at 0.000024.
    expect(monthlyCost(used({ vcpuSeconds: 428_572 }), PRICES, 35).cents).toBe(1_008);
  });

  it('of an office where nothing happens costs no more than the hourly look at its folders', () => {
    const idle = { ...operations(), ...counted().workingDay };
    const month = operationsOf({ name: '', webhooks: 0, times: NO_ACTS, projects: 1 }, counted());
    const paid = monthlyCost(monthlyUsage(month), PRICES, 35).lines.filter((line) => line.cents > 0);
    expect(idle.tickCalls).toBe(24 * 60);
    expect(paid).toEqual([{ position: 'storageWrites', used: 2_160, cents: 1 }]);
  });

  it('of a thousand webhooks is the mix, and no call is forgotten', () => {
    expect(Object.values(WEBHOOK_MIX).reduce((sum, n) => sum + n, 0)).toBe(1_000);
    const month = operationsOf({ name: '', webhooks: 1_000, times: NO_ACTS, projects: 1 }, counted());
    expect([month.webhookCalls, month.tickCalls]).toEqual([1_000, 30 * 24 * 60]);
    const calls = { webhookCalls: 1, apiCalls: 2, caseCalls: 4, tickCalls: 8, outboxCalls: 16 };
    expect(usageOf(operations(calls)).requests).toBe(31);
  });
});

const NO_ACTS = { postNotice: 0, sendWorkbook: 0, wholeComplaint: 0, lookAtCase: 0, reportMeasure: 0 };

describe('the data', () => {
  it('says of every price where it is found and when it was seen', () => {
    for (const price of Object.values(PRICES)) {
      expect(price.address).toMatch(/^https:\/\//);
      expect(price.seen).toMatch(/20\d\d|firebase-tools \d/);
      expect(price.usd > 0 && price.per > 0).toBe(true);
    }
  });

  it('has the secrets, memory and jobs that the functions have', async () => {
    const functions = (await import('../../functions/index.ts')) as unknown as Record<
      string,
      { __endpoint: Endpoint }
    >;
    const ends = Object.entries(functions).map(([name, { __endpoint }]) => [name, __endpoint] as const);
    const secrets = (end: Endpoint) => (end.secretEnvironmentVariables ?? []).map(({ key }) => key);
    const { all, ...each } = SECRETS;
    expect(Object.fromEntries(ends.map(([name, end]) => [name, secrets(end).length]))).toEqual(each);
    expect(new Set(ends.flatMap(([, end]) => secrets(end))).size).toBe(all);
    expect(ends.filter(([, end]) => end.scheduleTrigger !== undefined)).toHaveLength(SCHEDULER_JOBS);
    for (const [, end] of ends) expect(end.availableMemoryMb).toBe(INSTANCE.gib * 1_024);
  });

  it('has a mini-app as large as its build may be', () => {
    const { js, css, html } = FIRST_SCREEN_LIMITS;
    expect(MINI_APP_BYTES).toBe(js + css + html + SCREEN_LIMIT);
  });
});

interface Endpoint {
  readonly availableMemoryMb: unknown;
  readonly scheduleTrigger?: unknown;
  readonly secretEnvironmentVariables?: readonly { readonly key: string }[];
}
