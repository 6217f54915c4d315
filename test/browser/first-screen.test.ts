import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { furnish } from '../scenario/furnish.ts';
import { openOffice, type Person, type TestOffice } from '../simulator/office.ts';
import { PHONE } from './mini-app.ts';
import { openBrowser } from './open-browser.ts';

/** Slow 4G as browsers' own tools define it, and a phone four times slower than this machine. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const CPU_SLOWDOWN = 4;
const LCP_LIMIT_MS = 1_000;
const CLS_LIMIT = 0.05;
/** The best counts: what else this machine does only adds to it. */
const LOADS = 5;

let browser: Browser;
let office: TestOffice;
let staff: Person;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice();
  ({ staff } = await furnish(office));
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

/** One first visit: nothing cached, until the person's own screen stands. */
async function firstVisit(): Promise<{ lcpMs: number; cls: number }> {
  const context = await browser.newContext({ viewport: PHONE });
  const page: Page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(() => {
    const seen = { lcpMs: 0, cls: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) => {
      seen.lcpMs = list.getEntries().at(-1)?.startTime ?? seen.lcpMs;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.cls += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const login = await fetch(`${office.simulatorUrl}/sim/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: staff.user.id }),
  });
  const { idToken } = (await login.json()) as { idToken: string };
  await page.goto(`${office.program.programUrl}/liff/#sim_id_token=${idToken}`);
  await page.getByText('อบต.บ้านสวนริมน้ำ').waitFor();
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { lcpMs: number; cls: number } }).seen,
  );
  await context.close();
  return seen;
}

it('stands within a second on slow 4G and a slow phone, and nothing jumps', async () => {
  const visits: { lcpMs: number; cls: number }[] = [];
  for (let n = 0; n < LOADS; n += 1) visits.push(await firstVisit());
  const best = Math.min(...visits.map(({ lcpMs }) => lcpMs));
  console.log(`largest contentful paint, best of ${LOADS}: ${Math.round(best)} ms`);
  expect(best).toBeGreaterThan(0);
  expect(best).toBeLessThanOrEqual(LCP_LIMIT_MS);
  for (const { cls } of visits) expect(cls).toBeLessThan(CLS_LIMIT);
});
