/** `npm run pictures`: makes every picture of the README from the running program. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildLiff } from '../../liff/build-liff.ts';
import type { DownloadTicket } from '../../shared/api/download.ts';
import type { MeasureList } from '../../shared/measures/measure-api.ts';
import { openMiniApp } from '../browser/mini-app.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { callApi } from '../simulator/call-api.ts';
import { furnishDemoOffice } from '../simulator/demo-office.ts';
import { openOffice, type TestOffice } from '../simulator/office.ts';
import { createServePage } from '../simulator/page/serve-page.ts';
import { firstPage } from './report-page.ts';

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

/** A screen of the mini-app on one person's phone, once `sign` stands on it. */
async function screen(office: TestOffice, userId: string, path: string, sign: string, name: string) {
  const { users } = await office.state();
  const user = users.find(({ id }) => id === userId);
  if (!user) throw new Error(`nobody: ${userId}`);
  const app = await openMiniApp(browser, office, { user });
  await app.open(path);
  await app.page.getByText(sign).first().waitFor();
  await app.page.screenshot({ path: `${FOLDER}${name}.png` });
  await app.close();
}

await buildLiff();
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

  const staff = users.find(({ id }) => id === idOf('ปิติ'));
  const executive = users.find(({ id }) => id === idOf('วิชัย'));
  if (!staff || !executive) throw new Error('the demo office lacks its people');
  const own = (await callApi<MeasureList>(office, { user: staff }, '/measures')).body;
  const [measure] = own.measures;
  const form = `/measures/${own.fiscalYear}/${measure?.id}/report`;
  await screen(office, staff.id, form, 'ผลการดำเนินการ', 'form');
  await screen(office, executive.id, '/dashboard', 'ร้อยละ', 'dashboard');
  const input = { layout: 'ph', round: 12, format: 'docx' };
  const asked = { kind: 'measure-report', input };
  const ticket = await callApi<DownloadTicket>(office, { user: executive }, '/downloads', asked);
  const file = await fetch(`${office.program.programUrl}${ticket.body.path}`);
  const page = await firstPage(new Uint8Array(await file.arrayBuffer()));
  if (page) await writeFile(`${FOLDER}report.png`, page);
  else console.log('report.png stays as it is: LibreOffice and poppler-utils are not installed');
} finally {
  await browser.close();
  await office.close();
}
