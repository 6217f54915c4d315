import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ItaView } from '../../shared/measures/dashboard-api.ts';
import type { DraftView } from '../../shared/measures/draft-api.ts';
import type { MeasureList } from '../../shared/measures/measure-api.ts';
import { furnish, invite, type Staffed } from '../scenario/furnish.ts';
import { callApi } from '../simulator/call-api.ts';
import { openOffice, type Person, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { axeViolations } from './axe.ts';
import { type MiniApp, openMiniApp } from './mini-app.ts';
import { openBrowser } from './open-browser.ts';
import { PASTED_PLAN } from './pasted-plan.ts';

const YEAR = 2026;
const DAY_MS = 24 * 60 * 60 * 1000;

describe('how the plan stands, and its reports, in the page', () => {
  let browser: Browser;
  let office: TestOffice;
  let who: Staffed;
  let officer: Person;
  let executive: Person;
  let app: MiniApp;

  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice();
    who = await furnish(office);
    officer = await office.person('อรุณ ยุติธรรม');
    await invite(who.admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    executive = await office.person('วิชัย ตั้งตรง');
    await invite(who.admin, executive, 'สำนักปลัด', 'ผู้บริหาร');
    app = await openMiniApp(browser, office, who.admin);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const sees = (text: string | RegExp) => app.page.getByText(text).first().waitFor();
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const card = (heading: string) =>
    app.page.locator('section.card').filter({ has: app.page.getByRole('heading', { name: heading }) });
  const fits = () =>
    app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('says that there is no plan yet, and to whoever may bring one in where', async () => {
    await app.open('/reports');
    await sees('ยังไม่มีแผนมาตรการในระบบ');
    await app.open('/dashboard');
    await sees('ยังไม่มีแผนมาตรการในระบบ');
    await app.page.getByRole('link', { name: 'นำแผนเข้าระบบ' }).waitFor();
    const reader = await openMiniApp(browser, office, executive);
    await reader.open('/dashboard');
    await reader.page.getByText('กรุณาแจ้งงานนิติการหรือผู้ดูแลระบบ').waitFor();
    expect(await reader.page.getByRole('link', { name: 'นำแผนเข้าระบบ' }).count()).toBe(0);
    await reader.close();
  });

  it('shows the whole plan in one figure, and what it is made of', async () => {
    const draft = await callApi<DraftView>(office, who.admin, '/measures/drafts', {
      kind: 'pasted',
      text: PASTED_PLAN,
    });
    const { id, rev } = draft.body;
    await callApi(office, who.admin, `/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
    await app.open('/dashboard');
    const whole = card('ความก้าวหน้าทั้งแผน');
    await whole.waitFor();
    // One done and half a one of four.
    expect(await whole.locator('.figure').textContent()).toContain('37.50');
    expect(await whole.locator('dl').textContent()).toMatch(
      /แล้วเสร็จ\s*1\s*กำลังดำเนินการ\s*1\s*ยังไม่ดำเนินการ\s*1\s*ยังไม่ระบุ\s*1/,
    );
    expect(await axeViolations(app.page)).toEqual([]);
    expect(await fits()).toBeLessThanOrEqual(0);
  });

  it('shows it by unit, dimension and indicator, as a table', async () => {
    const row = (name: RegExp) => app.page.getByRole('row', { name });
    expect(await row(/^สำนักปลัด/).textContent()).toMatch(/1\/2\s*75\.00/);
    await button('มิติ').click();
    expect(await row(/การป้องกันการทุจริต/).textContent()).toMatch(/0\/2\s*0\.00/);
    await button('ตัวชี้วัด').click();
    expect(await row(/^ไม่ระบุ/).textContent()).toMatch(/1\/4\s*37\.50/);
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('adds the money up to the satang, and shows a dash as a dash', async () => {
    const money = card('การใช้งบประมาณ');
    expect(await money.locator('dl').first().textContent()).toMatch(
      /25,000\.00 บาท\s*ใช้ไป\s*18,450\.50 บาท\s*ร้อยละ\s*73\.80/,
    );
    await money.locator('summary').click();
    const small = money.getByRole('listitem').filter({ hasText: 'ลดขั้นตอน' });
    expect(await small.textContent()).toMatch(/5,000\.00\s*ใช้ไป\s*-/);
  });

  it('lists what nobody reported on for too long', async () => {
    await sees('ไม่มีมาตรการที่ขาดรายงานนานเกินกำหนด');
    await office.setTime(SCENARIO_START_MS + 61 * DAY_MS);
    await app.open('/dashboard');
    const still = card('มาตรการที่ไม่คืบหน้า');
    await still.getByText('ไม่มีรายงานมา 61 วัน').first().waitFor();
    expect(await still.getByRole('listitem').count()).toBe(3);
  });

  it('takes ITA scores, and refuses what is none in place', async () => {
    await app.page.getByRole('link', { name: 'บันทึกคะแนน ITA' }).click();
    await app.page.getByLabel('การใช้งบประมาณ (IIT)').fill('๘๑.๒');
    await app.page.getByLabel('การใช้อำนาจ (IIT)').fill('184');
    await button('บันทึก').click();
    await sees('กรุณาใส่คะแนน 0 ถึง 100');
    await app.page.getByLabel('การใช้อำนาจ (IIT)').fill('91.25');
    await app.page.getByLabel('การเปิดเผยข้อมูล (OIT)').fill('70');
    const budget = app.page
      .locator('section.card')
      .filter({ has: app.page.getByLabel('การใช้งบประมาณ (IIT)') });
    await budget.locator('summary').click();
    await budget.getByRole('button', { name: 'เลือกมาตรการที่รองรับ' }).click();
    await budget.getByLabel('ค้นหาชื่อมาตรการ').fill('แผนการใช้จ่าย');
    await budget.getByRole('checkbox').check();
    await sees('เลือกแล้ว 1 มาตรการ');
    expect(await axeViolations(app.page)).toEqual([]);
    await button('บันทึก').click();
    await sees('บันทึกแล้ว');
  });

  it('shows the weak indicators first, with the measures that answer them', async () => {
    await app.open('/dashboard');
    const weak = card('ตัวชี้วัด ITA ที่ต้องปรับปรุง');
    await weak.waitFor();
    const items = weak.locator('.ruled > li');
    expect(await items.count()).toBe(2);
    expect(await items.nth(0).textContent()).toMatch(/การเปิดเผยข้อมูล[\s\S]*70\.00[\s\S]*ยังไม่มีมาตรการรองรับ/);
    expect(await items.nth(1).textContent()).toMatch(/การใช้งบประมาณ[\s\S]*81\.20[\s\S]*กิจกรรมเผยแพร่แผน/);
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('keeps the typed scores when somebody else saves meanwhile, and shows theirs beside', async () => {
    await app.page.getByRole('link', { name: 'บันทึกคะแนน ITA' }).click();
    await app.page.getByLabel('การใช้อำนาจ (IIT)').fill('92');
    const { fiscalYear, scoredYear, rev, indicators } = (
      await callApi<ItaView>(office, officer, `/measures/ita?year=${YEAR}`)
    ).body;
    const theirs = indicators.map(({ name, instrument, scoreHundredths, measureIds }) => ({
      name,
      instrument,
      scoreHundredths: name === 'การใช้อำนาจ' ? 8000 : scoreHundredths,
      measureIds,
    }));
    const saved = await callApi(office, officer, '/measures/ita', {
      fiscalYear,
      scoredYear,
      rev,
      indicators: theirs,
    });
    expect(saved.status).toBe(200);
    await button('บันทึก').click();
    await sees('มีผู้อื่นบันทึกก่อนท่าน');
    await sees('ในระบบ: 80.00');
    expect(await app.page.getByLabel('การใช้อำนาจ (IIT)').inputValue()).toBe('92');
    await button('บันทึก').click();
    await sees('บันทึกแล้ว');
    const after = (await callApi<ItaView>(office, officer, `/measures/ita?year=${YEAR}`)).body;
    expect(after.indicators.find(({ name }) => name === 'การใช้อำนาจ')?.scoreHundredths).toBe(9200);
  });

  it('takes the office’s own rounds, and refuses two that are the same', async () => {
    await app.open('/dashboard');
    await app.page.getByRole('link', { name: 'ตั้งค่ารอบรายงาน' }).click();
    await button('เพิ่มรอบ').click();
    await app.page.getByLabel('จำนวนเดือน').last().fill('6');
    await button('บันทึก').click();
    await sees('มีรอบที่จำนวนเดือนซ้ำกัน');
    await app.page.getByLabel('จำนวนเดือน').last().fill('9');
    await app.page.getByLabel('ชื่อรอบ').last().fill('รอบไตรมาสที่สาม');
    await app.page.getByLabel('เตือนก่อนปิดรับ').fill('๑๐, ๕');
    expect(await axeViolations(app.page)).toEqual([]);
    await app.page.reload();
    await sees('นี่คือสิ่งที่ท่านพิมพ์ค้างไว้');
    await button('บันทึก').click();
    await sees('บันทึกแล้ว');
    const settings = await callApi(office, who.admin, '/measures/settings');
    expect(settings.body).toMatchObject({
      rounds: [{ months: 6 }, { months: 12 }, { months: 9, name: 'รอบไตรมาสที่สาม' }],
      reminderDays: [10, 5],
    });
  });

  it('previews a report of any round and layout, within a box of its own', async () => {
    await app.open('/reports');
    const table = app.page.getByRole('region', { name: 'ตารางรายงาน' });
    await table.waitFor();
    await app.page.getByLabel('รอบ', { exact: true }).selectOption({ label: 'รอบไตรมาสที่สาม' });
    await app.page.getByLabel('รูปแบบตาราง').selectOption('ka');
    await table.getByRole('columnheader', { name: 'งบประมาณที่ตั้งไว้' }).waitFor();
    await sees('ประจำปีงบประมาณ พ.ศ. ๒๕๖๙');
    await table.getByRole('cell', { name: '๑๘,๔๕๐.๕๐' }).waitFor();
    await app.page.getByLabel('ตามที่พิมพ์ไว้').check();
    await table.getByRole('cell', { name: '18,450.50' }).waitFor();
    expect(await fits()).toBeLessThanOrEqual(0);
    expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    expect(await axeViolations(app.page)).toEqual([]);
    await app.page.getByLabel('รอบ', { exact: true }).selectOption('plan');
    await table.getByRole('cell', { name: 'รอคู่มือฉบับใหม่' }).waitFor();
  });

  it('warns of figures that do not fit before the report is used', async () => {
    await app.page.getByLabel('รอบ', { exact: true }).selectOption('6');
    await sees('ควรตรวจก่อนใช้รายงาน');
    await sees(/แผนมี 4 โครงการ/);
  });

  it.each(['Word', 'Excel'])(
    'gives the previewed report as a file for %s, which the browser saves',
    async (program) => {
      // The event comes on either page: the tab that takes the file closes at once.
      const file = new Promise<Download>((take) => {
        app.page.once('download', take);
        app.context.once('page', (page) => page.once('download', take));
      });
      await button(`ไฟล์ ${program}`).click();
      const saved = await file;
      expect(saved.suggestedFilename()).toMatch(program === 'Word' ? /\.docx$/ : /\.xlsx$/);
      expect(await saved.failure()).toBeNull();
    },
  );

  it('opens to executives to read, and to staff not at all', async () => {
    const reader = await openMiniApp(browser, office, executive);
    await reader.open('/dashboard');
    await reader.page.getByText('ความก้าวหน้าทั้งแผน').waitFor();
    expect(await reader.page.getByRole('link', { name: 'บันทึกคะแนน ITA' }).count()).toBe(0);
    expect(await reader.page.getByRole('link', { name: 'ตั้งค่ารอบรายงาน' }).count()).toBe(0);
    await reader.open('/reports');
    await reader.page.getByRole('region', { name: 'ตารางรายงาน' }).waitFor();
    await reader.close();
    const staff = await openMiniApp(browser, office, who.staff);
    await staff.open('/dashboard');
    await staff.page.getByText('ท่านไม่มีสิทธิ์ใช้ส่วนนี้').waitFor();
    await staff.open('/reports');
    await staff.page.getByText('ท่านไม่มีสิทธิ์ใช้ส่วนนี้').waitFor();
    await staff.close();
  });

  it('has no accessibility violation in the dark either', async () => {
    const dark = await openMiniApp(browser, office, who.admin, { colorScheme: 'dark' });
    for (const [path, sign] of [
      ['/dashboard', 'ความก้าวหน้าทั้งแผน'],
      [`/dashboard/ita/${YEAR}`, 'ถือว่าต้องปรับปรุงเมื่อต่ำกว่า'],
      ['/dashboard/settings', 'เตือนก่อนปิดรับ (วัน)'],
      ['/reports', 'ควรตรวจก่อนใช้รายงาน'],
    ] as const) {
      await dark.open(path);
      await dark.page.getByText(sign).first().waitFor();
      expect(await axeViolations(dark.page)).toEqual([]);
    }
    await dark.close();
  });

  it('leads from a measure on the board to the measure itself', async () => {
    const { measures } = (await callApi<MeasureList>(office, who.admin, '/measures?view=all')).body;
    const late = measures.find(({ title }) => title.includes('ลดขั้นตอน'));
    await app.open('/dashboard');
    const link = app.page.getByRole('link', { name: /ลดขั้นตอน/ }).first();
    expect(await link.getAttribute('href')).toBe(`/liff/measures/${YEAR}/${late?.id}`);
  });
});
