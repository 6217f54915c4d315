/** `npm run pictures`: makes every picture of the README from the running program. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { furnishDemoOffice } from '../simulator/demo-office.ts';
import { openOffice } from '../simulator/office.ts';
import { createServePage } from '../simulator/page/serve-page.ts';

const FOLDER = fileURLToPath(new URL('../../.docs/', import.meta.url));
/** The day the pictures show: the same at every run. */
const START_MS = Date.UTC(2026, 6, 6, 2, 12);
const PHONE = { width: 390, height: 800 };

async function picture(browser: Browser, url: string, name: string, size: { width: number; height: number }) {
  const page = await browser.newPage({
    viewport: size,
    deviceScaleFactor: 2,
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
  });
  await page.goto(url);
  await page.getByTestId('message').last().waitFor();
  await page.getByText('โปร่งใส').first().waitFor();
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await page.close();
}

await mkdir(FOLDER, { recursive: true });
const office = await openOffice({
  startMs: START_MS,
  servePage: await createServePage(),
  groupPostbackUserId: true,
});
const browser = await openBrowser();
try {
  await furnishDemoOffice(office, START_MS);
  const { users, groups } = await office.state();
  const idOf = (name: string) => users.find((user) => user.name.startsWith(name))?.id ?? '';
  const group = groups[0]?.id ?? '';
  const say = (chatId: string, from: string, text: string) =>
    fetch(`${office.simulatorUrl}/sim/chats/${chatId}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, text }),
    });
  await say(group, idOf('ปิติ'), 'งบ');
  await fetch(`${office.program.controlUrl}/settle`, { method: 'POST' });
  const chat = (person: string, chatId: string) =>
    `${office.simulatorUrl}/?as=${idOf(person)}&chat=${chatId}&bare=1`;
  await picture(browser, chat('ปิติ', group), 'group', PHONE);
  await picture(browser, chat('สมศรี', idOf('สมศรี')), 'admin', PHONE);
  const whole = `${office.simulatorUrl}/?as=${idOf('มานี')}&chat=${group}`;
  await picture(browser, whole, 'simulator', { width: 1280, height: 860 });
} finally {
  await browser.close();
  await office.close();
}
