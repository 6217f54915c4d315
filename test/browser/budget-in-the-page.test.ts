import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkbook } from '../fixtures/budget/demo-workbook.ts';
import { openOffice, type TestOffice } from '../simulator/office.ts';
import { createServePage } from '../simulator/page/serve-page.ts';
import { axeViolations } from './axe.ts';
import { openBrowser } from './open-browser.ts';

/** A person in front of the simulator's page, doing what a hand would do. */
class Visitor {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async becomes(userId: string, chatId = userId): Promise<void> {
    await this.page.getByTestId(`persona-${userId}`).click();
    await this.page.getByTestId(`chat-${chatId}`).click();
  }

  async types(text: string): Promise<void> {
    await this.page.getByTestId('composer').fill(text);
    await this.page.getByTestId('send').click();
  }

  /** Taps the newest control with this name, once it is there. */
  async taps(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).last().click();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByTestId('message').filter({ hasText: text }).last().waitFor({ timeout: 10_000 });
  }

  async newest(): Promise<string> {
    return ((await this.page.getByTestId('message').last().textContent()) ?? '').trim();
  }
}

describe('points 2 to 4 of the first slice, by hand in the page', () => {
  let browser: Browser;
  let office: TestOffice;
  let visitor: Visitor;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice({ servePage: await createServePage() });
    for (const name of ['แอดมิน', 'การเงิน', 'พนักงาน', 'ประชาชน']) {
      ids[name] = (await office.person(name)).user.id;
    }
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(office.simulatorUrl);
    visitor = new Visitor(page);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });
  const id = (name: string) => ids[name] ?? '';

  it('lets the admin register with the one-time code and invite the finance officer', async () => {
    await visitor.becomes(id('แอดมิน'));
    await visitor.types(`ลงทะเบียน ${office.program.adminCode}`);
    await visitor.sees('ลงทะเบียนเรียบร้อย');
    await visitor.types('อบต.บ้านสวนริมน้ำ');
    await visitor.sees('บันทึกชื่อหน่วยงาน');
    await visitor.taps('เชิญ');
    await visitor.sees('พิมพ์ชื่อและนามสกุล');
    await visitor.types('มานี มีสุข');
    await visitor.taps('กองคลัง');
    await visitor.taps('งานการเงินการคลัง');
    await visitor.taps('สร้างรหัส');
    // The admin's own first message holds a code as well.
    await visitor.sees('ให้ผู้ได้รับเชิญเพิ่มบัญชีนี้เป็นเพื่อน');
    const code = /\d{5} \d{5}/.exec(await visitor.newest())?.[0];
    await visitor.becomes(id('การเงิน'));
    await visitor.types(`ลงทะเบียน ${code}`);
    await visitor.sees('งานการเงินการคลัง');
  });

  it('lets the admin put the account into a group, link it and choose what it receives', async () => {
    const members = [id('แอดมิน'), id('การเงิน'), id('พนักงาน')];
    const response = await fetch(`${office.simulatorUrl}/sim/groups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'กลุ่มเจ้าหน้าที่', memberIds: members, botIn: true }),
    });
    ids['กลุ่ม'] = ((await response.json()) as { id: string }).id;
    await visitor.becomes(id('แอดมิน'));
    await visitor.types('กลุ่ม');
    await visitor.taps('ตั้งค่ากลุ่ม');
    await visitor.taps('เชื่อมกลุ่มนี้');
    await visitor.sees('เลือกสิ่งที่กลุ่มนี้จะได้รับ');
    await visitor.taps('จัดซื้อจัดจ้าง ไม่ได้รับ');
    await visitor.sees('บันทึกแล้ว');
  });

  it('lets the finance officer send a workbook, look at the preview and confirm it', async () => {
    await visitor.becomes(id('การเงิน'));
    await visitor.page.getByTestId('attach-input').setInputFiles({
      name: 'รายงานการใช้จ่าย.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await demoWorkbook({ progress: 0.5 }),
    });
    await visitor.sees('อ่านได้ 90 รายการ');
    await visitor.taps('ยืนยัน');
    await visitor.sees('บันทึกงบประมาณปี 2569 แล้ว');
  });

  it('lets anyone in the group ask for the summary and drill down by tapping', async () => {
    await visitor.becomes(id('พนักงาน'), id('กลุ่ม'));
    await visitor.types('งบ');
    await visitor.sees('ปีงบประมาณ พ.ศ. 2569');
    await visitor.taps('ดูตามแผนงาน');
    await visitor.sees('ตามแผนงาน');
    await visitor.taps(/^สาธารณสุข/);
    await visitor.sees(/ตามแผนงาน · \d+ รายการ/);
    await visitor.taps('ดูสรุป');
    await visitor.taps('เบิกจ่ายช้า');
    await visitor.sees('รายการที่เบิกจ่ายช้าที่สุด');
  });

  it.each(['light', 'dark'] as const)('has no accessibility violation in %s', async (colorScheme) => {
    await visitor.page.emulateMedia({ colorScheme });
    expect(await axeViolations(visitor.page)).toEqual([]);
  });
});
