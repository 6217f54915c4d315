import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileComplaint } from '../scenario/file-complaint.ts';
import { furnish, invite, type Staffed } from '../scenario/furnish.ts';
import { makeOfficeKey } from '../simulator/make-office-key.ts';
import { openOffice, type Person, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { axeViolations } from './axe.ts';
import { type MiniApp, openMiniApp } from './mini-app.ts';
import { openBrowser } from './open-browser.ts';

const HOUR_MS = 60 * 60 * 1000;

/** The address of the file that the phone's own browser saves after a tap. */
async function savedAddress({ context, page }: MiniApp, tap: () => Promise<void>): Promise<string> {
  const saved = new Promise<string>((resolve) => {
    const listen = (one: Page) => one.on('download', (download) => resolve(download.url()));
    listen(page);
    context.on('page', listen);
  });
  await tap();
  return saved;
}

describe('the whole life of a case, in chat and in the officer’s mini-app', () => {
  let browser: Browser;
  let office: TestOffice;
  let who: Staffed;
  let officer: Person;
  /** The complainant's account at filing, and the one from which the case is followed. */
  let other: Person;
  let app: MiniApp;
  let code: string;

  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice();
    who = await furnish(office);
    officer = await office.person('อรุณ ยุติธรรม');
    await invite(who.admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    await makeOfficeKey(office);
    other = await office.person('เครื่องของเพื่อน');
    app = await openMiniApp(browser, office, officer);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const sees = (text: string | RegExp) => app.page.getByText(text).first().waitFor();
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const follow = async () => (await other.says(`ติดตาม ${code}`)).text;
  const step = async (label: string, words?: string) => {
    await button(label).click();
    if (words !== undefined) await app.page.getByLabel('ข้อความถึงผู้ร้อง').last().fill(words);
    await button(`ยืนยัน: ${label}`).click();
    await sees(`เปลี่ยนสถานะเป็น "${label}" แล้ว`);
  };

  it('is empty and says when something will come', async () => {
    await app.open('/cases');
    await sees('ไม่มีเรื่องที่กำลังดำเนินการ');
  });

  it('is filed, alerted without content, and listed by its clock', async () => {
    code = await fileComplaint(who.citizen);
    await office.setTime(SCENARIO_START_MS + HOUR_MS + 60_000);
    const alert = await officer.says('เรื่อง');
    expect(alert.text).toMatch(/เรื่องที่ 2569-\d{5}/);
    expect(alert.text).not.toContain('ผู้รับเหมา');
    await app.open('/cases');
    await sees('เหลือ 15 วัน');
    await sees('ครบ 4 จาก 7 ข้อ');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('opens in the page with everything that was told, and says what is missing', async () => {
    await app.page.getByRole('link', { name: /เรื่องที่ 2569-/ }).click();
    await sees('สองหมื่นบาท');
    await sees('นายช่างที่ตรวจรับถนน');
    await sees('ยังขาดข้อมูลที่จะทำให้ตรวจสอบได้');
    expect(await axeViolations(app.page)).toEqual([]);
    await button('รับเรื่องนี้เป็นผู้รับผิดชอบ').click();
    await sees('ท่านเป็นผู้รับผิดชอบเรื่องนี้แล้ว');
  });

  it('leaves no word of the case on the officer’s phone, but what the officer typed until the window closes', async () => {
    await app.page.getByLabel('เขียนถึงผู้ร้อง').fill('ร่างของเจ้าหน้าที่');
    const kept = await app.page.evaluate(() => ({
      phone: JSON.stringify(localStorage),
      window: JSON.stringify(sessionStorage),
      caches: document.cookie,
    }));
    for (const word of ['สองหมื่นบาท', 'นายช่างที่ตรวจรับถนน', 'หน้าสำนักงาน']) {
      expect(JSON.stringify(kept)).not.toContain(word);
    }
    expect(kept.phone).not.toContain('ร่างของเจ้าหน้าที่');
    expect(kept.window).toContain('ร่างของเจ้าหน้าที่');
    await app.page.getByLabel('เขียนถึงผู้ร้อง').fill('');
  });

  it('asks for more, and is answered by code from another LINE account, with a picture', async () => {
    await step('ขอข้อมูลเพิ่ม', 'มีใครเห็นเหตุการณ์หรือไม่ ไม่ต้องบอกชื่อท่าน');
    expect(await follow()).toContain('มีใครเห็นเหตุการณ์หรือไม่');
    await other.taps('ตอบหรือส่งเพิ่ม');
    await other.says('มีพยานเห็นสองคน');
    const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#3a7' } })
      .withExif({ IFD0: { Copyright: 'เจ้าของภาพ' } })
      .jpeg()
      .toBuffer();
    await other.sends({ name: 'photo.jpg', bytes: picture, kind: 'image' });
    await other.taps('ส่งให้เจ้าหน้าที่');
    await app.page.reload();
    await sees('มีพยานเห็นสองคน');
    await app.page.getByRole('button', { name: /^แสดงรูปที่ 1/ }).click();
    const shown = app.page.getByAltText('รูปที่ 1 ที่ผู้ร้องแนบ');
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  });

  it('writes to the complainant, and only the code shows it', async () => {
    await app.page.getByLabel('เขียนถึงผู้ร้อง').fill('ขอบคุณครับ กำลังตรวจสอบเอกสาร');
    await button('ส่งข้อความ').click();
    await sees('ส่งแล้ว ผู้ร้องจะเห็นเมื่อกลับมาดู');
    expect(await follow()).toContain('กำลังตรวจสอบเอกสาร');
  });

  it('keeps what was typed when somebody else changes the case meanwhile, and says so', async () => {
    await app.page.getByLabel('เขียนถึงผู้ร้อง').fill('ข้อความที่ยังไม่ได้ส่ง');
    await officer.says('เรื่อง');
    await officer.taps('ขั้นตอนต่อไป');
    await officer.taps('ตรวจสอบข้อเท็จจริง');
    await button('ส่งข้อความ').click();
    await sees('มีผู้อื่นปรับปรุงเรื่องนี้ก่อนท่าน');
    expect(await app.page.getByLabel('เขียนถึงผู้ร้อง').inputValue()).toBe('ข้อความที่ยังไม่ได้ส่ง');
    await button('ส่งข้อความ').click();
    await sees('ส่งแล้ว ผู้ร้องจะเห็นเมื่อกลับมาดู');
    expect(await app.page.getByLabel('เขียนถึงผู้ร้อง').inputValue()).toBe('');
  });

  it('is extended with a reason that the complainant reads', async () => {
    await app.page.locator('summary', { hasText: 'ขยายเวลา' }).click();
    await app.page.getByLabel('ขยายกี่วัน').fill('๙๙๙');
    await app.page.getByLabel('เหตุผลที่แจ้งผู้ร้อง').fill('รอเอกสารจากผู้รับเหมา');
    await button('ยืนยัน: ขยายเวลา').click();
    await sees(/กรุณาใส่ตัวเลข 1 ถึง \d+/);
    await app.page.getByLabel('ขยายกี่วัน').fill('๑๐');
    await button('ยืนยัน: ขยายเวลา').click();
    await sees('ขยายเวลาแล้ว ครบกำหนดใหม่ 26 กรกฎาคม 2569');
    expect(await follow()).toContain('รอเอกสารจากผู้รับเหมา');
  });

  it('reports the result and is closed', async () => {
    await step('แจ้งผล', 'ตรวจสอบแล้ว สั่งให้คืนเงินและตักเตือน');
    await step('ยุติเรื่อง', 'ดำเนินการครบถ้วนแล้ว');
    expect(await follow()).toContain('ดำเนินการครบถ้วนแล้ว');
    await app.open('/cases');
    await sees('ไม่มีเรื่องที่กำลังดำเนินการ');
    await button('ทั้งหมด').click();
    await app.page.getByRole('link', { name: /เรื่องที่ 2569-/ }).waitFor();
  });

  it('is disputed by the complainant, reopened, and closed again', async () => {
    await other.taps('ยังไม่ได้แก้ไขจริง');
    await other.says('ยังไม่ได้รับเงินคืน');
    expect((await other.taps('ส่งให้เจ้าหน้าที่')).text).toContain('ส่งคำขอให้พิจารณาอีกครั้งแล้ว');
    await app.open('/cases');
    await app.page.getByRole('link', { name: /เรื่องที่ 2569-/ }).click();
    await sees('ยังไม่ได้รับเงินคืน');
    await step('เปิดเรื่องใหม่', 'รับไว้ตรวจสอบอีกครั้ง');
    await step('แจ้งผล', 'คืนเงินแล้วเมื่อวานนี้');
    await step('ยุติเรื่อง', 'ผู้ร้องได้รับเงินคืนแล้ว');
    await app.page.locator('summary', { hasText: 'ประวัติ' }).click();
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('is counted, once', async () => {
    const statistics = await officer.says('สถิติร้องเรียน');
    expect(statistics.text).toContain('รับเรื่องทั้งหมด\n1');
    await app.open('/statistics');
    await sees('1 เรื่อง');
    await sees('รอบ 6 เดือนหลัง');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('gives the statistics as a Word file, by a link that works once', async () => {
    const address = await savedAddress(app, () => button('บันทึกเป็น Word (DOCX)').click());
    const again = await fetch(address);
    expect(again.status).toBe(404);
  });

  it('has no accessibility violation in the dark either', async () => {
    const dark = await openMiniApp(browser, office, officer, { colorScheme: 'dark' });
    await dark.open('/cases');
    await dark.page.getByRole('button', { name: 'ทั้งหมด' }).click();
    await dark.page.getByRole('link', { name: /เรื่องที่ 2569-/ }).click();
    await dark.page.getByText('สองหมื่นบาท').waitFor();
    expect(await axeViolations(dark.page)).toEqual([]);
    await dark.close();
  });

  it('opens to nobody but the officers: others hear that it is not theirs, strangers how to register', async () => {
    const finance = await openMiniApp(browser, office, who.finance);
    await finance.open('/cases');
    await finance.page.getByText('ท่านไม่มีสิทธิ์ใช้ส่วนนี้').waitFor();
    await finance.close();
    const stranger = await openMiniApp(browser, office, who.citizen);
    await stranger.open('/');
    await stranger.page.getByText('ยังไม่ได้ลงทะเบียนเป็นบุคลากร').waitFor();
    await stranger.close();
  });

  it('asks for a new login when the old one has run out, and keeps what was typed', async () => {
    await app.open('/cases');
    await button('ทั้งหมด').click();
    await app.page.getByRole('link', { name: /เรื่องที่ 2569-/ }).click();
    await app.page.getByLabel('เขียนถึงผู้ร้อง').fill('พิมพ์ไว้ก่อนหมดเวลา');
    await office.setTime(SCENARIO_START_MS + 4 * HOUR_MS);
    await button('ส่งข้อความ').click();
    await sees('การเข้าสู่ระบบหมดเวลา');
    await button('เข้าสู่ระบบอีกครั้ง').click();
    await sees('สองหมื่นบาท');
    expect(await app.page.getByLabel('เขียนถึงผู้ร้อง').inputValue()).toBe('พิมพ์ไว้ก่อนหมดเวลา');
    await button('ส่งข้อความ').click();
    await sees('ส่งแล้ว ผู้ร้องจะเห็นเมื่อกลับมาดู');
  });
});
