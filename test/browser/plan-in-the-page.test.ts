import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftView } from '../../shared/measures/draft-api.ts';
import type { MeasureList } from '../../shared/measures/measure-api.ts';
import { furnish, invite, type Staffed } from '../scenario/furnish.ts';
import { callApi } from '../simulator/call-api.ts';
import { openOffice, type Person, type TestOffice } from '../simulator/office.ts';
import { axeViolations } from './axe.ts';
import { type MiniApp, openMiniApp, PHONE } from './mini-app.ts';
import { openBrowser } from './open-browser.ts';
import { COPIED_HTML, longPlan, NEXT_PLAN, PASTED_PLAN } from './pasted-plan.ts';

/** A real report, which stands beside the repository because it may not be copied into it. */
const REAL_REPORT = fileURLToPath(
  new URL('../../../shared/data/measures/bankham-2566.docx', import.meta.url),
);

describe('a plan on its way into the program, in the page', () => {
  let browser: Browser;
  let office: TestOffice;
  let who: Staffed;
  let officer: Person;
  let app: MiniApp;

  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice();
    who = await furnish(office);
    officer = await office.person('อรุณ ยุติธรรม');
    await invite(who.admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    app = await openMiniApp(browser, office, who.admin);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const sees = (text: string | RegExp) => app.page.getByText(text).first().waitFor();
  const button = (name: string | RegExp) =>
    app.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const measure = (title: string | RegExp) => app.page.getByRole('article', { name: title });
  const paste = async (text: string) => {
    await app.open('/measures/plan');
    await button('วางตาราง').click();
    await app.page.getByLabel('ตารางมาตรการ', { exact: true }).fill(text);
    await button('อ่านตาราง').click();
    await app.page.getByRole('heading', { name: 'ตรวจแผนที่อ่านได้' }).waitFor();
  };
  const draftId = () => new URL(app.page.url()).pathname.split('/').at(-1) ?? '';
  const fits = () =>
    app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('is refused to whoever may not bring one in, and what was pasted stays', async () => {
    const staff = await openMiniApp(browser, office, who.staff);
    await staff.open('/');
    expect(await staff.page.getByRole('link', { name: /นำแผนเข้าระบบ/ }).count()).toBe(0);
    await staff.open('/measures/plan');
    await staff.page.getByRole('button', { name: 'วางตาราง' }).click();
    await staff.page.getByLabel('ตารางมาตรการ', { exact: true }).fill(PASTED_PLAN);
    await staff.page.getByRole('button', { name: 'อ่านตาราง' }).click();
    await staff.page.getByText('ท่านไม่มีสิทธิ์ใช้ส่วนนี้').nth(1).waitFor();
    expect(await staff.page.getByLabel('ตารางมาตรการ', { exact: true }).inputValue()).toBe(PASTED_PLAN);
    await staff.close();
  });

  it('says in place what is missing, and refuses a text without a table in words', async () => {
    await app.open('/');
    await app.page.getByRole('link', { name: /นำแผนเข้าระบบ/ }).click();
    await button('ส่งและอ่านไฟล์').click();
    await sees('กรุณาเลือกไฟล์');
    await button('คัดลอกปีก่อน').click();
    await sees('ยังไม่มีแผนของปีใดในระบบ');
    await button('วางตาราง').click();
    await button('อ่านตาราง').click();
    await sees('กรุณาวางตารางมาตรการ');
    await app.page.getByLabel('ตารางมาตรการ', { exact: true }).fill('ข้อความที่ไม่ใช่ตาราง');
    await app.page.getByLabel('ปีงบประมาณของแผน').fill('69');
    await button('อ่านตาราง').click();
    await sees('กรุณาใส่ปี พ.ศ. สี่หลัก');
    await app.page.getByLabel('ปีงบประมาณของแผน').fill('');
    await button('อ่านตาราง').click();
    await sees('ไม่พบตารางมาตรการ');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('shows the doubtful measures first, each with what is printed and what it probably means', async () => {
    await paste(PASTED_PLAN);
    await sees('4 มาตรการ');
    const doubtful = measure(/กาการทุจริต/);
    await doubtful.getByText('น่าจะเป็น').waitFor();
    expect(await doubtful.getByText('การทุจริต', { exact: true }).count()).toBe(1);
    await measure(/เผยแพร่แผน/)
      .getByText(/ช่วงที่เหมาะสม/)
      .first()
      .waitFor();
    expect(await measure(/ลดขั้นตอน/).count()).toBe(0);
    expect(await axeViolations(app.page)).toEqual([]);
    expect(await fits()).toBeLessThanOrEqual(0);
  });

  it('tells a printed dash, an empty cell and an amount apart', async () => {
    await button('ทั้งหมด').click();
    const money = (title: RegExp) =>
      measure(title).locator('dt', { hasText: 'งบประมาณที่ตั้งไว้' }).locator('xpath=../dd').textContent();
    await measure(/ลดขั้นตอน/).waitFor();
    expect(await money(/โครงการอบรม/)).toBe('20,000.00 บาท');
    expect(await money(/กาการทุจริต/)).toBe('-');
    expect(await money(/เผยแพร่แผน/)).toBe('ว่าง');
  });

  it('puts a suggestion in when a person takes it, keeps the text when they keep it, and the focus stays', async () => {
    await button('เฉพาะที่รอตรวจ').click();
    await measure(/กาการทุจริต/)
      .getByRole('button', { name: 'ใช้ตามนี้' })
      .click();
    await measure(/มาตรการป้องกันการทุจริตในการบริหารงานบุคคล/)
      .getByText('ตรวจครบแล้ว')
      .waitFor();
    await expect
      .poll(async () => (await callApi<DraftView>(office, who.admin, `/measures/drafts/${draftId()}`)).body)
      .toMatchObject({ measures: [{}, { title: 'มาตรการป้องกันการทุจริตในการบริหารงานบุคคล' }, {}, {}] });
    await measure(/เผยแพร่แผน/)
      .getByRole('button', { name: 'คงตามเดิม' })
      .first()
      .click();
    await measure(/เผยแพร่แผน/)
      .getByText('ตรวจครบแล้ว')
      .waitFor();
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('keeps what was typed when somebody else edits the draft meanwhile, and says so', async () => {
    await button('ทั้งหมด').click();
    await measure(/ลดขั้นตอน/)
      .getByRole('button', { name: 'แก้ไข' })
      .click();
    await measure(/ลดขั้นตอน/)
      .getByLabel('ผู้รับผิดชอบ')
      .fill('กองช่าง\nสำนักปลัด');
    const path = `/measures/drafts/${draftId()}`;
    const { rev } = (await callApi<DraftView>(office, officer, path)).body;
    const edits = [{ kind: 'set', key: 'd0', field: 'note', text: 'ตรวจโดยงานนิติการ' }];
    expect((await callApi(office, officer, `${path}/edits`, { rev, edits })).status).toBe(200);
    await button('บันทึกการแก้ไข').click();
    await sees('ร่างหรือแผนนี้เปลี่ยนไปก่อนที่ท่านจะบันทึก');
    expect(
      await measure(/ลดขั้นตอน/)
        .getByLabel('ผู้รับผิดชอบ')
        .inputValue(),
    ).toBe('กองช่าง\nสำนักปลัด');
    await button('บันทึกการแก้ไข').click();
    await expect.poll(() => button('บันทึกการแก้ไข').count()).toBe(0);
    // The page shows what was typed before the server has it.
    const stored = async () => (await callApi<DraftView>(office, officer, path)).body.measures;
    await expect
      .poll(async () => (await stored())[3]?.units.map(({ unit }) => unit))
      .toEqual(['กองช่าง', 'สำนักปลัด']);
    expect((await stored())[0]?.note).toBe('ตรวจโดยงานนิติการ');
  });

  it('is found again unfinished, with what was typed into it', async () => {
    await measure(/ลดขั้นตอน/)
      .getByRole('button', { name: 'แก้ไข' })
      .click();
    await measure(/ลดขั้นตอน/)
      .getByLabel('งบประมาณที่ตั้งไว้')
      .fill('7500');
    await app.open('/measures/plan');
    await app.page.getByRole('link', { name: /แผนปีงบประมาณ พ.ศ. 2569/ }).click();
    await button('ทั้งหมด').click();
    await sees('นี่คือสิ่งที่ท่านพิมพ์ค้างไว้');
    expect(
      await measure(/ลดขั้นตอน/)
        .getByLabel('งบประมาณที่ตั้งไว้')
        .inputValue(),
    ).toBe('7500');
    await button('บันทึกการแก้ไข').click();
    await measure(/ลดขั้นตอน/)
      .getByText('7,500.00 บาท')
      .waitFor();
  });

  it('takes a measure that the reading missed, and lets one go', async () => {
    await app.page.locator('summary', { hasText: 'เพิ่มมาตรการที่ขาด' }).click();
    await app.page.getByLabel('ชื่อมาตรการ').last().fill('มาตรการที่พิมพ์ไว้ท้ายเล่ม');
    await button('เพิ่มท้ายร่าง').click();
    await sees('เพิ่มท้ายร่างแล้ว');
    await measure(/ท้ายเล่ม/)
      .getByRole('button', { name: 'นำออกจากร่าง' })
      .click();
    await button('นำออก').click();
    await expect.poll(() => measure(/ท้ายเล่ม/).count()).toBe(0);
    await sees('4 มาตรการ');
  });

  it('becomes the plan', async () => {
    await button('รับ 4 มาตรการเข้าแผน').click();
    await app.page.getByRole('heading', { name: 'รับแผนปีงบประมาณ พ.ศ. 2569 แล้ว' }).waitFor();
    const list = (await callApi<MeasureList>(office, who.admin, '/measures?view=all')).body;
    expect(list.measures.map(({ title }) => title)).toContain('มาตรการลดขั้นตอนการให้บริการประชาชน');
    expect(list.total).toBe(4);
    const drafts = app.page.waitForResponse((answer) => answer.url().endsWith('/api/measures/drafts'));
    await app.open('/measures/plan');
    expect(await (await drafts).json()).toEqual({ drafts: [] });
  });

  it('pairs a newer plan with it, says what would leave, and retires that', async () => {
    await paste(NEXT_PLAN);
    await button('ทั้งหมด').click();
    await measure(/โครงการอบรม/)
      .locator('summary', { hasText: 'เป็นมาตรการเดิม' })
      .waitFor();
    await measure(/ประชาคม/)
      .locator('summary', { hasText: 'เป็นมาตรการใหม่' })
      .waitFor();
    await app.page.locator('summary', { hasText: 'จะพ้นจากแผน 1 มาตรการ' }).click();
    await app.page.getByRole('listitem').filter({ hasText: 'ลดขั้นตอน' }).waitFor();
    expect(await axeViolations(app.page)).toEqual([]);
    await button('รับ 4 มาตรการเข้าแผน').click();
    await app.page.getByRole('heading', { name: /รับแผน.*แล้ว/ }).waitFor();
    await sees('พ้นจากแผน');
    const list = (await callApi<MeasureList>(office, who.admin, '/measures?view=all')).body;
    expect(list.measures.map(({ title }) => title)).not.toContain('มาตรการลดขั้นตอนการให้บริการประชาชน');
    expect(list.total).toBe(4);
  });

  it('is copied from one year to the next, without its results', async () => {
    await app.open('/measures/plan');
    await button('คัดลอกปีก่อน').click();
    expect(await app.page.getByLabel('เป็นแผนของปีงบประมาณ').inputValue()).toBe('2570');
    await app.page.getByLabel('เป็นแผนของปีงบประมาณ').fill('๒๕๖๙');
    await button('คัดลอกเป็นร่าง').click();
    await sees('กรุณาใส่ปีที่ต่างจากปีต้นทาง');
    await app.page.getByLabel('เป็นแผนของปีงบประมาณ').fill('๒๕๗๐');
    await button('คัดลอกเป็นร่าง').click();
    await app.page.getByRole('heading', { name: 'ตรวจแผนที่อ่านได้' }).waitFor();
    await sees('คัดลอกจากปีก่อน');
    const draft = (await callApi<DraftView>(office, who.admin, `/measures/drafts/${draftId()}`)).body;
    expect(draft).toMatchObject({ fiscalYear: 2027, measureCount: 4 });
    expect(draft.measures.every(({ status }) => status === null)).toBe(true);
  });

  it('is read out of a table copied from Word, cells of several paragraphs included', async () => {
    await app.open('/measures/plan');
    await button('วางตาราง').click();
    await app.page.getByLabel('ตารางมาตรการ', { exact: true }).evaluate((field, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, COPIED_HTML);
    await sees('วางตารางแล้ว 1 ตาราง รวม 2 แถว');
    await button('อ่านตาราง').click();
    await app.page.getByRole('heading', { name: 'ตรวจแผนที่อ่านได้' }).waitFor();
    await expect.poll(() => app.page.title()).toBe('ตรวจแผนที่อ่านได้');
    const draft = (await callApi<DraftView>(office, who.admin, `/measures/drafts/${draftId()}`)).body;
    expect(draft.measures).toHaveLength(1);
    expect(draft.measures[0]).toMatchObject({
      title: 'มาตรการเผยแพร่ข้อมูลต่อสาธารณะ',
      steps: [
        { mark: '๑.', text: 'รวบรวมข้อมูล' },
        { mark: '๒.', text: 'เผยแพร่บนเว็บไซต์' },
      ],
    });
  });

  it('is shown fifty measures at a time, and every one is reached', async () => {
    await paste(longPlan(60));
    await button('ทั้งหมด').click();
    await expect.poll(() => app.page.getByRole('article').count()).toBe(50);
    await button('มาตรการถัดไป').click();
    await measure(/เรื่องที่ 60$/).waitFor();
    expect(await app.page.getByRole('article').count()).toBe(10);
    await button('มาตรการก่อนหน้า').click();
    await measure(/เรื่องที่ 1$/).waitFor();
  });

  it.runIf(existsSync(REAL_REPORT))('is read out of an office’s own Word file', async () => {
    await app.open('/measures/plan');
    await app.page.locator('input[type=file]').setInputFiles(REAL_REPORT);
    await sees('bankham-2566.docx');
    await button('ส่งและอ่านไฟล์').click();
    await app.page.getByRole('heading', { name: 'ตรวจแผนที่อ่านได้' }).waitFor();
    await sees('6 มาตรการ');
    await sees('2566');
    await app.page.getByRole('article').first().waitFor();
    expect(await axeViolations(app.page)).toEqual([]);
    expect(await fits()).toBeLessThanOrEqual(0);
  });

  it('gives fingers at least 44 pixels', async () => {
    await paste(PASTED_PLAN);
    await app.page.getByRole('article').first().waitFor();
    const small = await app.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, a, .one-of label')]
        .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML),
    );
    expect(small).toEqual([]);
    expect(PHONE.width).toBe(360);
  });

  it('has no accessibility violation in the dark either', async () => {
    const dark = await openMiniApp(browser, office, officer, { colorScheme: 'dark' });
    await dark.open(new URL(app.page.url()).pathname.replace('/liff', ''));
    await dark.page.getByRole('article').first().waitFor();
    expect(await axeViolations(dark.page)).toEqual([]);
    await dark.page.getByRole('button', { name: 'ทั้งหมด', exact: true }).click();
    await dark.page.getByRole('button', { name: 'แก้ไข' }).first().click();
    expect(await axeViolations(dark.page)).toEqual([]);
    await dark.close();
  });
});
