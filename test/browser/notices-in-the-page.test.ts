import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GiftView } from '../../shared/notices/gift-api.ts';
import type { NoticeList } from '../../shared/notices/notice-api.ts';
import { type NoticeOffice, noticeOffice } from '../scenario/notice-hand.ts';
import { openOffice, type Person, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { axeViolations } from './axe.ts';
import { type MiniApp, type MiniAppOptions, openMiniApp } from './mini-app.ts';
import { openBrowser } from './open-browser.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('notices, the gift register and the month’s messages in the mini-app', () => {
  let browser: Browser;
  let office: TestOffice;
  let who: NoticeOffice;
  let app: MiniApp;
  let folder: string;

  /** A phone whose calendar agrees with the office's. */
  const phone = async (person: Person, options: MiniAppOptions = {}): Promise<MiniApp> => {
    const opened = await openMiniApp(browser, office, person, options);
    await opened.page.clock.setFixedTime(SCENARIO_START_MS);
    return opened;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice({
      groupPostbackUserId: true,
      publicUrl: 'https://prongsai.example.go.th',
    });
    await office.quota({ type: 'limited', limit: 300, used: 12 });
    who = await noticeOffice(office);
    folder = await mkdtemp(join(tmpdir(), 'prongsai-page-'));
    app = await phone(who.admin);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });

  const sees = (text: string | RegExp) => app.page.getByText(text).first().waitFor();
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => app.page.getByRole('link', { name });
  const field = (label: string) => app.page.getByLabel(label, { exact: true });
  const photo = async (name: string, width: number): Promise<string> => {
    const path = join(folder, name);
    await sharp({ create: { width, height: width / 2, channels: 3, background: '#2a7' } })
      .jpeg()
      .toFile(path);
    return path;
  };

  it('says at first that there is nothing, and offers to write', async () => {
    await app.open('/');
    await link(/ประกาศ/).click();
    await sees('ยังไม่มีประกาศที่ส่งแล้ว');
    expect(await axeViolations(app.page)).toEqual([]);
    await button('ฉบับร่าง').click();
    await sees('ไม่มีฉบับร่าง');
  });

  it('composes a notice from the kind’s words, names what is missing, and keeps what was typed over a reload', async () => {
    await link('ประกาศใหม่').click();
    await field('ประเภท').selectOption({ label: 'No Gift Policy' });
    expect(await field('หัวเรื่อง').inputValue()).toContain('No Gift Policy');
    await sees('วันพุธที่ 8 กรกฎาคม 2569');
    await field('หัวเรื่อง').fill('');
    await button('ดูตัวอย่างก่อนส่ง').click();
    await sees('กรุณาใส่หัวเรื่อง');
    expect(await field('หัวเรื่อง').evaluate((one) => one === document.activeElement)).toBe(true);
    await field('หัวเรื่อง').fill('งดรับของขวัญทุกเทศกาล');
    await app.page.reload();
    await sees('นำข้อความที่เขียนค้างไว้มาให้แล้ว');
    expect(await field('หัวเรื่อง').inputValue()).toBe('งดรับของขวัญทุกเทศกาล');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('shrinks a picture on the phone before it is uploaded', async () => {
    const sent = app.page.waitForRequest((request) => request.url().endsWith('/api/notices/pictures'));
    const large = await photo('large.jpg', 3000);
    await app.page.setInputFiles('input[type=file]', large);
    const { 'content-length': bytes } = await (await sent).allHeaders();
    expect(Number(bytes)).toBeGreaterThan(0);
    expect(Number(bytes)).toBeLessThan((await stat(large)).size / 2);
    await sees('แนบรูปแล้ว');
    const shown = app.page.getByAltText('แนบรูปแล้ว');
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1024);
  });

  it('shows the card and its cost before anything is sent, and schedules at a day and time', async () => {
    await app.page.getByLabel('เลือกวันและเวลา').check();
    await button('ดูตัวอย่างก่อนส่ง').click();
    await sees('กรุณาเลือกวันที่ส่ง');
    await field('วันที่ส่ง').fill('2026-07-01');
    await field('เวลา').fill('10:30');
    await button('ดูตัวอย่างก่อนส่ง').click();
    const card = app.page.getByRole('figure', { name: 'กลุ่มจะเห็นดังนี้' });
    await card.waitFor();
    for (const words of ['งดรับของขวัญทุกเทศกาล', 'เกณฑ์ 3,000 บาท', 'รับทราบ'])
      expect(await card.textContent()).toContain(words);
    const hero = card.locator('img');
    await expect.poll(() => hero.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1024);
    await sees('ไม่เกิน 3 ข้อความ');
    await sees(/เดือนนี้ยังส่งได้ \d+ ข้อความ/);
    expect(await axeViolations(app.page)).toEqual([]);
    await button('ตั้งเวลาส่ง 1 ก.ค. 2569 10.30 น.').click();
    await sees('จะส่ง 1 ก.ค. 2569 10.30 น.');
    await sees('กลุ่มที่จะส่ง');
    expect(await axeViolations(app.page)).toEqual([]);
    await app.open('/notices');
    await button('รอส่ง').click();
    await link(/งดรับของขวัญทุกเทศกาล/).waitFor();
  });

  it('shows both texts when somebody else changed the notice meanwhile, and overwrites nothing unasked', async () => {
    await link(/งดรับของขวัญทุกเทศกาล/).click();
    await link('แก้ไข').click();
    await field('ข้อความ').fill('ข้อความของผู้ดูแลระบบ');
    const id = /notices\/([^/]+)\/edit/.exec(app.page.url())?.[1] ?? expect.fail('no id in the address');
    const view = await who.view(id);
    const { kind, title, groupIds, asksAck } = view;
    const content = who.content({ kind, title, groupIds, asksAck, text: 'ข้อความของนิติกร' });
    expect((await who.api.officer.post(`/notices/${id}`, { rev: view.rev, content })).status).toBe(200);
    await button('ดูตัวอย่างก่อนส่ง').click();
    await button('บันทึกการแก้ไข').click();
    await sees('มีผู้อื่นแก้ไขประกาศนี้ก่อนท่าน');
    await sees('ข้อความของนิติกร');
    await sees('ข้อความของผู้ดูแลระบบ');
    expect((await who.view(id)).text).toBe('ข้อความของนิติกร');
    expect(await axeViolations(app.page)).toEqual([]);
    await button('ใช้ของฉัน').click();
    await button('ดูตัวอย่างก่อนส่ง').click();
    await button('บันทึกการแก้ไข').click();
    await sees('จะส่ง 1 ก.ค. 2569 10.30 น.');
    expect((await who.view(id)).text).toBe('ข้อความของผู้ดูแลระบบ');
  });

  it('comes into the group at its time, with the words of the page', async () => {
    await office.setTime(SCENARIO_START_MS + HOUR_MS);
    expect((await who.staff.says('สวัสดี', who.group)).text).not.toContain('งดรับของขวัญทุกเทศกาล');
    await office.setTime(SCENARIO_START_MS + 90 * MINUTE_MS + MINUTE_MS);
    const { text } = await who.staff.says('ครับ', who.group);
    expect(text).toContain('งดรับของขวัญทุกเทศกาล');
    expect(text).toContain('ข้อความของผู้ดูแลระบบ');
    await app.open('/notices');
    await link(/งดรับของขวัญทุกเทศกาล/).click();
    await sees(/ส่งแล้ว 1 ก.ค. 2569 10.31 น. \(ส่งฟรีพร้อมคำตอบ\)/);
  });

  it('counts who acknowledged by a tap in the group and who did on the page, and names to admins who has not', async () => {
    await who.staff.taps('รับทราบ', who.group);
    await app.page.reload();
    await sees('1 จาก 4 คน');
    await button('รับทราบ').click();
    await sees('2 จาก 4 คน');
    await sees('บันทึกการรับทราบของท่านแล้ว');
    await button('แสดงรายชื่อ').click();
    await sees('ยังไม่รับทราบ 2 คน');
    const names = app.page.getByRole('region', { name: 'ใครยังไม่รับทราบ' });
    await expect.poll(() => names.textContent()).toContain('อรุณ ยุติธรรม');
    expect(await names.getByRole('listitem').first().textContent()).not.toContain('ปิติ');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('keeps where else it was made known, and asks for proof', async () => {
    await app.page.locator('summary', { hasText: 'บันทึกการเผยแพร่' }).click();
    await button('บันทึก').click();
    await sees('กรุณาเลือกช่องทาง');
    await app.page.getByLabel('บอร์ดประชาสัมพันธ์').check();
    await field('วันที่เผยแพร่').fill('2026-07-01');
    await button('บันทึก').click();
    await sees('บันทึกการเผยแพร่แล้ว');
    await sees('มีการเผยแพร่ที่ยังไม่มีหลักฐาน');
    await app.page.locator('summary', { hasText: 'บันทึกการเผยแพร่' }).click();
    await app.page.getByLabel('เว็บไซต์').check();
    await field('วันที่เผยแพร่').fill('2026-07-01');
    await field('ลิงก์หลักฐาน').fill('https://example.go.th/no-gift');
    await app.page.setInputFiles('input[type=file]', await photo('board.jpg', 800));
    await sees('แนบภาพหลักฐานแล้ว');
    expect(await axeViolations(app.page)).toEqual([]);
    await button('บันทึก').click();
    await button('เปิดหลักฐาน').waitFor();
    const proof = app.page.getByAltText('หลักฐานการเผยแพร่ทางเว็บไซต์');
    await expect.poll(() => proof.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);
  });

  it('keeps what a group has when the words change, and tells that group by a notice that corrects it', async () => {
    await link('แก้ไข').click();
    await sees('ประกาศนี้เริ่มส่งแล้ว จึงเปลี่ยนประเภทและกลุ่มไม่ได้');
    await field('ข้อความ').fill('ข้อความที่แก้แล้ว');
    await button('ดูตัวอย่างก่อนส่ง').click();
    await button('บันทึกการแก้ไข').click();
    await sees('ได้รับฉบับก่อนแก้ไข');
    await link('ส่งฉบับแก้ไขให้กลุ่มที่ได้ฉบับเก่า').click();
    await expect.poll(() => field('ข้อความ').inputValue()).toBe('ข้อความที่แก้แล้ว');
    expect(await app.page.getByRole('checkbox', { name: /กลุ่มเจ้าหน้าที่/ }).isChecked()).toBe(true);
    await button('ดูตัวอย่างก่อนส่ง').click();
    const card = app.page.getByRole('figure', { name: 'กลุ่มจะเห็นดังนี้' });
    expect(await card.textContent()).toContain('No Gift Policy · ฉบับแก้ไข');
    await button('ส่งประกาศ').click();
    await sees('No Gift Policy · ฉบับแก้ไข');
    await sees('กลุ่มที่จะส่ง');
    await office.setTime(SCENARIO_START_MS + 2 * HOUR_MS);
    const { text } = await who.staff.says('ครับ', who.group);
    expect(text).toContain('ฉบับแก้ไข');
    expect(text).toContain('ข้อความที่แก้แล้ว');
  });

  it('says at the field that a time is past, and makes one notice of two tries', async () => {
    await app.open('/notices/new');
    await field('หัวเรื่อง').fill('สอบเวลา');
    await app.page.getByLabel('เลือกวันและเวลา').check();
    await field('วันที่ส่ง').fill('2026-06-30');
    await field('เวลา').fill('09:00');
    await button('ดูตัวอย่างก่อนส่ง').click();
    await button('ตั้งเวลาส่ง 30 มิ.ย. 2569 09.00 น.').click();
    await sees('เวลานี้ผ่านไปแล้ว');
    await field('วันที่ส่ง').fill('2026-07-31');
    await button('ดูตัวอย่างก่อนส่ง').click();
    await button('ตั้งเวลาส่ง 31 ก.ค. 2569 09.00 น.').click();
    await sees('จะส่ง 31 ก.ค. 2569 09.00 น.');
    const titled = async (view: string) =>
      (await who.api.admin.get<NoticeList>(`/notices?view=${view}`)).body.notices.filter(
        ({ title }) => title === 'สอบเวลา',
      ).length;
    expect([await titled('drafts'), await titled('coming')]).toEqual([0, 1]);
  });

  it('cancels what is not sent yet after one question, and offers its words for a new notice', async () => {
    await who.schedule({ title: 'เลื่อนประชุม', text: 'ประชุมวันศุกร์' }, { day: '2026-07-03', hour: 9, minute: 0 });
    await app.open('/notices');
    await button('รอส่ง').click();
    await link(/เลื่อนประชุม/).click();
    await button('ยกเลิกประกาศ').click();
    await sees('กลุ่มที่ยังไม่ได้รับจะไม่ได้รับประกาศนี้อีก');
    await button('ยืนยันยกเลิก').click();
    await sees('ยกเลิกแล้ว กลุ่มที่ยังไม่ได้รับจะไม่ได้รับประกาศนี้');
    await app.open('/notices');
    await button('ยกเลิก').click();
    await link(/เลื่อนประชุม/).click();
    await link('ใช้ข้อความนี้เขียนใหม่').click();
    await expect.poll(() => field('ข้อความ').inputValue()).toBe('ประชุมวันศุกร์');
    await button('บันทึกฉบับร่าง').click();
    await link('เขียนต่อ').waitFor();
  });

  it('shows the month as one figure, and a coming total that is the sum of its rows', async () => {
    await who.schedule({ title: 'แจ้งวันหยุด' }, { day: '2026-07-10', hour: 9, minute: 0 });
    await app.open('/quota');
    await sees('กรกฎาคม 2569');
    await sees(/ใช้ไปแล้ว \d+ จาก 300 ข้อความ/);
    const cells = await app.page.locator('tbody td').allTextContents();
    const figures = cells.map(Number);
    const total = figures.pop();
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.reduce((sum, one) => sum + one, 0)).toBe(total);
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('gives staff what was posted and nothing else, with their own รับทราบ', async () => {
    const own = await phone(who.staff);
    await own.open('/notices');
    await own.page.getByRole('link', { name: /ฉบับแก้ไข/ }).waitFor();
    expect(await own.page.getByText('แจ้งวันหยุด').count()).toBe(0);
    expect(await own.page.getByRole('link', { name: 'ประกาศใหม่' }).count()).toBe(0);
    await own.page.getByRole('link', { name: /No Gift Policy ประกาศแล้ว/ }).click();
    await own.page.getByText('ท่านรับทราบแล้ว').waitFor();
    expect(await own.page.getByText('ผลการส่งรายกลุ่ม').count()).toBe(0);
    await own.open('/quota');
    await own.page.getByText('ท่านไม่มีสิทธิ์ใช้ส่วนนี้').waitFor();
    await own.close();
  });

  it('takes a gift with its picture, in Thai digits too, and says by when a dear one must be reported', async () => {
    const staff = await phone(who.staff);
    const { page } = staff;
    await staff.open('/gifts');
    await page.getByText('ท่านไม่มีรายการในรอบนี้').waitFor();
    expect(await page.getByText('ไฟล์รายงานสำหรับ ITA').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'รายงานของขวัญที่ได้รับ' }).click();
    await page.getByText('วันพุธที่ 1 กรกฎาคม 2569').waitFor();
    await page.getByRole('button', { name: 'ส่งรายงาน' }).click();
    await page.getByText('กรุณาใส่รายการของขวัญ').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('รายการของขวัญ').fill('กระเช้าผลไม้');
    await page.getByLabel('มูลค่า (บาท)').fill('๓,๕๐๐.๕๐');
    await page.getByLabel('ผู้ให้', { exact: true }).fill('บริษัทก่อสร้าง จำกัด');
    await page.getByLabel('เอกชน').check();
    await page.getByRole('button', { name: 'วันเกิด' }).click();
    await page.getByLabel('บุคคล', { exact: true }).check();
    await page.getByLabel('ส่งคืนผู้ให้').check();
    await page.setInputFiles('input[type=file]', await photo('gift.jpg', 2000));
    await page.getByText('แนบรูปของขวัญแล้ว').waitFor();
    await page.getByRole('button', { name: 'ส่งรายงาน' }).click();
    await page.getByText('ส่งรายงาน "กระเช้าผลไม้" แล้ว').waitFor();
    await page.getByText('ต้องรายงานผู้บังคับบัญชาภายใน 31 กรกฎาคม 2569').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'ดูทะเบียน' }).click();
    await page.getByText('มูลค่าโดยประมาณ 3,500.50 บาท').waitFor();
    await page.getByText('ต้องรายงานผู้บังคับบัญชาภายใน 31 ก.ค. 2569').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: /กระเช้าผลไม้/ }).click();
    await page.getByRole('button', { name: 'แสดงรูป' }).click();
    const shown = page.getByAltText('รูปของขวัญ กระเช้าผลไม้');
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1024);
    await staff.close();
  });

  it('keeps both when two people correct one entry', async () => {
    await app.open('/gifts');
    await link(/กระเช้าผลไม้/).click();
    await field('จำนวน').fill('2');
    const id = /gifts\/([^/]+)$/.exec(app.page.url())?.[1] ?? expect.fail('no id in the address');
    const { id: _id, rev, ...body } = (await who.api.staff.get<GiftView>(`/gifts/${id}`)).body;
    const content = { ...body, note: 'ส่งคืนทางไปรษณีย์' };
    expect((await who.api.staff.post(`/gifts/${id}`, { rev, content })).status).toBe(200);
    await button('บันทึกการแก้ไข').click();
    await sees('มีผู้อื่นแก้ไขรายการนี้ก่อนท่าน');
    await sees('ส่งคืนทางไปรษณีย์');
    expect(await field('จำนวน').inputValue()).toBe('2');
    await button('ใช้รายการล่าสุด').click();
    expect(await field('หมายเหตุ (ไม่บังคับ)').inputValue()).toBe('ส่งคืนทางไปรษณีย์');
    await field('จำนวน').fill('2');
    await button('บันทึกการแก้ไข').click();
    await sees('1 ครั้ง');
    expect((await who.api.staff.get<GiftView>(`/gifts/${id}`)).body).toMatchObject({
      quantity: 2,
      note: 'ส่งคืนทางไปรษณีย์',
    });
  });

  it('takes "ไม่มีการรับของขวัญ" for a unit, and back', async () => {
    await button('ไม่มีการรับของขวัญ: กองคลัง').click();
    await sees('บันทึกแล้ว กองคลัง ไม่มีการรับของขวัญในรอบนี้');
    await button('ถอนรายงาน: กองคลัง').click();
    await sees('ถอนรายงานของกองคลังแล้ว');
    await button('ไม่มีการรับของขวัญ: กองคลัง').click();
    await sees('รายงานโดย ผู้ดูแลระบบ');
    expect(await axeViolations(app.page)).toEqual([]);
  });

  it('gives the register as Word and Excel files, by links that work once', async () => {
    for (const [label, magic] of [
      ['บันทึกเป็น Word (DOCX)', 'word/document.xml'],
      ['บันทึกเป็น Excel (XLSX)', 'xl/workbook.xml'],
    ] as const) {
      const saved = new Promise<{ url: string; bytes: Buffer; name: string }>((resolve) => {
        const listen = (one: Page) =>
          one.on('download', async (download) =>
            resolve({
              url: download.url(),
              bytes: await readFile(await download.path()),
              name: download.suggestedFilename(),
            }),
          );
        listen(app.page);
        app.context.on('page', listen);
      });
      await button(label).click();
      const { url, bytes, name } = await saved;
      expect(bytes.includes(magic)).toBe(true);
      expect(name).toMatch(/ทะเบียนรับของขวัญ|gift-register-2026-12/);
      expect((await fetch(url)).status).toBe(404);
    }
  });

  it('has no accessibility violation in the dark either', async () => {
    const dark = await phone(who.admin, { colorScheme: 'dark' });
    const { page } = dark;
    for (const path of ['/', '/notices', '/notices/new', '/gifts', '/gifts/new', '/quota']) {
      await dark.open(path);
      await expect.poll(() => page.locator('.waiting').count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    }
    await dark.open('/notices');
    await page.getByRole('link', { name: /No Gift Policy ประกาศแล้ว/ }).click();
    await page.getByText('2 จาก 4 คน').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dark.open('/notices/new');
    await page.getByRole('button', { name: 'ดูตัวอย่างก่อนส่ง' }).click();
    await page.getByRole('figure', { name: 'กลุ่มจะเห็นดังนี้' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dark.close();
  });
});
