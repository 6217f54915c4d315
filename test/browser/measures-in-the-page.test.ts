import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftView } from '../../shared/measures/draft-api.ts';
import type { MeasureList, MeasureView } from '../../shared/measures/measure-api.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { demoPlanText } from '../fixtures/measures/demo-plan.ts';
import { furnish, invite, type Staffed } from '../scenario/furnish.ts';
import { callApi } from '../simulator/call-api.ts';
import { openOffice, type Person, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { axeViolations } from './axe.ts';
import { type MiniApp, openMiniApp } from './mini-app.ts';
import { openBrowser } from './open-browser.ts';

const YEAR = 2026 as FiscalYear;
const HOUR_MS = 60 * 60 * 1000;

describe('reporting on a measure, at 360 × 740', () => {
  let browser: Browser;
  let office: TestOffice;
  let who: Staffed;
  let colleague: Person;
  let app: MiniApp;
  /** The measures of the staff member's unit. */
  let own: MeasureList['measures'];

  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice();
    who = await furnish(office);
    colleague = await office.person('สมชาย ช่างดี');
    await invite(who.admin, colleague, 'กองช่าง', 'เจ้าหน้าที่');
    app = await openMiniApp(browser, office, who.staff);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const sees = (text: string | RegExp) => app.page.getByText(text).first().waitFor();
  const field = (label: string | RegExp) => app.page.getByLabel(label);
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const stored = async (id: string, as: Person = who.staff): Promise<MeasureView> =>
    (await callApi<MeasureView>(office, as, `/measures/${YEAR}/${id}`)).body;
  const form = (n: number) => app.open(`/measures/${YEAR}/${own[n]?.id ?? ''}/report`);

  it('says to whom nothing has been brought in yet what will come, and where an admin brings it in', async () => {
    await app.open('/measures');
    await sees('ยังไม่มีแผนมาตรการของปีนี้ในระบบ');
    expect(await axeViolations(app.page)).toEqual([]);
    const text = demoPlanText('อบต.บ้านสวนริมน้ำ', YEAR);
    const draft = await callApi<DraftView>(office, who.admin, '/measures/drafts', { kind: 'pasted', text });
    const { id, rev } = draft.body;
    await callApi(office, who.admin, `/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
    own = (await callApi<MeasureList>(office, who.staff, '/measures')).body.measures;
    expect(own.length).toBeGreaterThan(1);
  });

  it('lists the own unit’s measures with what is due', async () => {
    await app.open('/measures');
    await sees(own[0]?.title ?? '-');
    expect(await axeViolations(app.page)).toEqual([]);
    await app.page.getByRole('link', { name: new RegExp((own[0]?.title ?? '').slice(0, 20)) }).click();
    await app.page.getByRole('link', { name: 'รายงานผล' }).click();
    await field('ผลการดำเนินการ').waitFor();
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('says what is wrong before anything is sent', async () => {
    await button('บันทึกรายงาน').click();
    await sees('ยังไม่มีสิ่งใดเปลี่ยนแปลง');
    await field('งบประมาณที่ใช้ไปทั้งหมด').fill('หมื่นสอง');
    await button('บันทึกรายงาน').click();
    await sees('กรุณาใส่จำนวนเงินเป็นตัวเลข');
    expect((await stored(own[0]?.id ?? '')).rev).toBe(own[0]?.rev);
  });

  it('reports status, per cent, texts, money in Thai digits, a day and a picture', async () => {
    await field('อยู่ระหว่างดำเนินการ').check();
    await field('ความก้าวหน้า (ร้อยละ)').fill('๔๐');
    await field('ผลการดำเนินการ').fill('อบรมแล้ว 2 ครั้ง\nผู้เข้าอบรม 45 คน');
    await field('ปัญหา/อุปสรรค').fill('ผู้เข้าอบรมน้อย');
    await field('งบประมาณที่ใช้ไปทั้งหมด').fill('๑๒,๕๐๐.๕๐');
    const picture = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#7a3' } })
      .jpeg()
      .toBuffer();
    await field('รูปหลักฐาน').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture });
    await sees('แนบแล้ว 1 รูป');
    await button('บันทึกรายงาน').click();
    await sees('บันทึกรายงานแล้ว');
    const after = await stored(own[0]?.id ?? '');
    expect(after.values).toMatchObject({
      status: 'in-progress',
      percent: 40,
      result: 'อบรมแล้ว 2 ครั้ง\nผู้เข้าอบรม 45 คน',
      budgetUsed: { kind: 'amount', amountSatang: 1_250_050 },
    });
    expect(after.evidence).toHaveLength(1);
    await app.page.getByRole('link', { name: 'มาตรการนี้' }).last().click();
    await button('รูปหลักฐานที่ 1').click();
    await app.page.getByAltText('รูปหลักฐานที่ 1').waitFor();
    await sees('ปิติ รักงาน');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('keeps what was typed when the page is closed, and offers to go on', async () => {
    await form(1);
    await field('ผลการดำเนินการ').fill('พิมพ์ค้างไว้');
    await app.open(`/measures/${YEAR}/${own[1]?.id}`);
    await app.page.getByRole('link', { name: 'รายงานต่อจากที่พิมพ์ค้างไว้' }).click();
    expect(await field('ผลการดำเนินการ').inputValue()).toBe('พิมพ์ค้างไว้');
    await button('ล้างสิ่งที่พิมพ์ค้างไว้').click();
    expect(await field('ผลการดำเนินการ').inputValue()).toBe('');
    await button('เรียกคืน').click();
    expect(await field('ผลการดำเนินการ').inputValue()).toBe('พิมพ์ค้างไว้');
  });

  it('loses nothing when the network is cut, and sends by itself when it is back', async () => {
    const before = await stored(own[1]?.id ?? '');
    await field('ผลการดำเนินการ').fill('เขียนตอนไม่มีสัญญาณ');
    await app.context.setOffline(true);
    await button('บันทึกรายงาน').click();
    await sees('จะส่งให้เองเมื่อมีสัญญาณ');
    expect(await field('ผลการดำเนินการ').inputValue()).toBe('เขียนตอนไม่มีสัญญาณ');
    await app.context.setOffline(false);
    await sees('บันทึกรายงานแล้ว');
    const after = await stored(own[1]?.id ?? '');
    expect(after.values.result).toBe('เขียนตอนไม่มีสัญญาณ');
    expect(after.rev).toBe(before.rev + 1);
  });

  it('counts once when the answer is lost on the way and the phone tries again', async () => {
    await form(1);
    const before = await stored(own[1]?.id ?? '');
    await field('ผลลัพธ์').fill('ประชาชนเข้าใจมากขึ้น');
    let lost = 0;
    await app.page.route('**/reports', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await button('บันทึกรายงาน').click();
    await sees('บันทึกรายงานแล้ว');
    await app.page.unroute('**/reports');
    expect(lost).toBe(1);
    const after = await stored(own[1]?.id ?? '');
    expect(after.values.outcome).toBe('ประชาชนเข้าใจมากขึ้น');
    expect(after.rev).toBe(before.rev + 1);
  });

  it('shows both texts when a colleague saved in between, and both survive', async () => {
    await form(1);
    await field('ผลการดำเนินการ').fill('ของฉัน: ติดป้ายแล้ว');
    await field('ข้อเสนอแนะ').fill('ขอป้ายเพิ่ม');
    const { rev } = await stored(own[1]?.id ?? '');
    await callApi(office, colleague, `/measures/${YEAR}/${own[1]?.id}/reports`, {
      rev,
      result: 'ของเพื่อน: ประชุมแล้ว',
      obstacle: 'ฝนตก',
    });
    await button('บันทึกรายงาน').click();
    await sees('มีผู้อื่นรายงานมาตรการนี้ระหว่างที่ท่านพิมพ์');
    await sees('สมชาย ช่างดี');
    expect(await field('ข้อเสนอแนะ').inputValue()).toBe('ขอป้ายเพิ่ม');
    expect(await field('ปัญหา/อุปสรรค').inputValue()).toBe('ฝนตก');
    expect(await axeViolations(app.page)).toEqual([]);
    await button('รวมทั้งสอง').click();
    await button('บันทึกรายงาน').click();
    await sees('บันทึกรายงานแล้ว');
    const { values } = await stored(own[1]?.id ?? '');
    expect(values.result).toBe('ของเพื่อน: ประชุมแล้ว\nของฉัน: ติดป้ายแล้ว');
    expect(values).toMatchObject({ suggestion: 'ขอป้ายเพิ่ม', obstacle: 'ฝนตก' });
  });

  it('works on a slow network with a slow phone: typing is kept while it is sent', async () => {
    const session = await app.context.newCDPSession(app.page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 20_000,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await form(0);
    await field('ผลการดำเนินการ').fill('เครือข่ายช้า');
    await button('บันทึกรายงาน').click();
    await sees('บันทึกรายงานแล้ว');
    await session.detach();
    expect((await stored(own[0]?.id ?? '')).values.result).toBe('เครือข่ายช้า');
  });

  it('keeps every word through an expired login', async () => {
    await form(0);
    await field('ผลการดำเนินการ').fill('พิมพ์ก่อนหมดเวลา');
    await office.setTime(SCENARIO_START_MS + 3 * HOUR_MS);
    await button('บันทึกรายงาน').click();
    await sees('การเข้าสู่ระบบหมดเวลา');
    await button('เข้าสู่ระบบอีกครั้ง').click();
    await field('ผลการดำเนินการ').waitFor();
    expect(await field('ผลการดำเนินการ').inputValue()).toBe('พิมพ์ก่อนหมดเวลา');
    await button('บันทึกรายงาน').click();
    await sees('บันทึกรายงานแล้ว');
  });

  it('shows what was read last while there is no network', async () => {
    await app.open('/measures');
    await sees(own[0]?.title ?? '-');
    await app.page.getByRole('link', { name: 'หน้าแรก' }).click();
    await app.context.setOffline(true);
    await app.page.getByRole('link', { name: /มาตรการส่งเสริมคุณธรรม/ }).click();
    await sees(own[0]?.title ?? '-');
    await sees('ไม่มีสัญญาณอินเทอร์เน็ต');
    await app.context.setOffline(false);
  });

  it('lets the admin give a measure to another unit in one step, whose people then have it', async () => {
    const admin = await openMiniApp(browser, office, who.admin);
    await admin.open(`/measures/${YEAR}/${own[0]?.id}`);
    await admin.page.locator('summary', { hasText: 'เปลี่ยนผู้รับผิดชอบ' }).click();
    await admin.page.getByLabel('ผู้รับผิดชอบ').fill('กองคลัง');
    await admin.page.getByRole('button', { name: 'บันทึกผู้รับผิดชอบ' }).click();
    await admin.page.getByText('บุคลากรของหน่วยงานใหม่รายงานได้ทันที').waitFor();
    expect(await axeViolations(admin.page)).toEqual([]);
    await admin.close();
    expect((await stored(own[0]?.id ?? '', who.finance)).mayReport).toBe(true);
  });

  it('has no accessibility violation in the dark', async () => {
    const dark = await openMiniApp(browser, office, colleague, { colorScheme: 'dark' });
    for (const path of [
      '/',
      '/measures',
      `/measures/${YEAR}/${own[1]?.id}`,
      `/measures/${YEAR}/${own[1]?.id}/report`,
    ]) {
      await dark.open(path);
      await dark.page.getByRole('heading', { level: 1 }).waitFor();
      await dark.page.waitForLoadState('networkidle');
      if (path.endsWith('report')) await dark.page.getByLabel('ผลการดำเนินการ').waitFor();
      expect(await axeViolations(dark.page), path).toEqual([]);
    }
    await dark.close();
  });
});
