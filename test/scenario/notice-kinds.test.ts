import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  type NoticeOffice,
  type NoticeView,
  noticeOffice,
} from './notice-hand.ts';

let office: TestOffice;
let who: NoticeOffice;
beforeAll(async () => {
  office = await openOffice();
  who = await noticeOffice(office);
});
afterAll(() => office.close());

describe('a spending plan', () => {
  it('keeps when it was in LINE and when on the website, and warns while order or proof is missing', async () => {
    const { id } = await who.schedule({ kind: 'spending-plan', title: 'แผนใช้จ่าย' });
    const codes = async () => (await who.view(id)).warnings.map(({ code }) => code);
    const log = async (fields: object) => {
      const { rev } = await who.view(id);
      return who.api.finance.post<NoticeView>(`/notices/${id}/log`, { rev, ...fields });
    };
    expect((await log({ channel: 'website', day: '2026-07-02' })).status).toBe(400);
    await log({ channel: 'website', day: '2026-06-30', hour: 10, minute: 0 });
    await office.setTime(SCENARIO_START_MS + MINUTE_MS);
    expect(await codes()).toEqual(['line-missing', 'website-first', 'proof-missing']);
    await who.staff.says('ครับ', who.group);
    expect(await codes()).toEqual(['website-first', 'proof-missing']);
    const right = await who.schedule({ kind: 'spending-plan', title: 'แผนใช้จ่าย ฉบับถูกลำดับ' });
    await office.setTime(SCENARIO_START_MS + 2 * MINUTE_MS);
    await who.staff.says('ครับ', who.group);
    await office.setTime(SCENARIO_START_MS + DAY_MS);
    const { body } = await who.api.finance.post<NoticeView>(`/notices/${right.id}/log`, {
      rev: (await who.view(right.id)).rev,
      channel: 'website',
      day: '2026-07-02',
      url: 'https://example.go.th/plan.pdf',
    });
    expect(body.warnings).toEqual([]);
    expect(body.disseminations.map(({ channel }) => channel)).toEqual(['line', 'website']);
    expect(body.disseminations[1]).toMatchObject({
      byName: 'มานี มีสุข',
      url: 'https://example.go.th/plan.pdf',
    });
  });
});

describe('the card on how to complain', () => {
  it('says what is protected, how to start and how to follow, and opens the 1:1 chat', async () => {
    await who.schedule({ kind: 'complaint-guide', title: 'ร้องเรียนได้' });
    await office.setTime(SCENARIO_START_MS + DAY_MS + MINUTE_MS);
    const { text, messages } = await who.staff.says('ครับ', who.group);
    for (const words of ['สิ่งที่คุ้มครอง', 'เริ่มอย่างไร', 'ติดตามผล']) expect(text).toContain(words);
    expect(JSON.stringify(messages)).toContain(`/R/oaMessage/%40`);
    expect(JSON.stringify(messages)).toContain(encodeURIComponent('ร้องเรียน'));
  });
});

describe('a notice written in chat', () => {
  it('goes kind, text, time, preview, confirm; and is sent', async () => {
    expect((await who.staff.says('เขียนประกาศ')).text).not.toContain('จะประกาศเรื่องใด');
    await who.finance.says('ประกาศ');
    expect((await who.finance.taps('คู่มือ')).text).toContain('ใช้ข้อความตั้งต้น');
    expect((await who.finance.taps('ใช้ข้อความตั้งต้น')).text).toContain('ส่งเมื่อใด');
    expect((await who.finance.says('เมื่อวาน')).text).toContain('ไม่พบวันและเวลา');
    expect((await who.finance.says('1 ก.ค. 2569 08.00')).text).toContain('ผ่านไปแล้ว');
    const preview = await who.finance.says('๓ ก.ค. ๒๕๖๙ ๐๙.๐๐');
    expect(preview.text).toContain('ตัวอย่างที่กลุ่มจะเห็น');
    expect(preview.text).toContain('ใช้โควตา 3 ข้อความ');
    const done = await who.finance.taps('ยืนยัน');
    expect(done.text).toContain('3 กรกฎาคม 2569 เวลา 09.00 น.');
    expect((await who.finance.taps('ยืนยัน')).text).toContain('ปุ่มนี้เก่าแล้ว');
    await office.setTime(SCENARIO_START_MS + 2 * DAY_MS + MINUTE_MS);
    expect((await who.staff.says('ครับ', who.group)).text).toContain('อบต.บ้านสวนริมน้ำ จัดทำคู่มือ');
    await who.finance.says('ประกาศ');
    expect((await who.finance.says('ยกเลิก')).text).toContain('ยังไม่ได้ประกาศ');
  });

  it('is stopped with the button under the confirmation, as long as it was not sent', async () => {
    await who.admin.says('ประกาศ');
    await who.admin.taps('ประกาศทั่วไป');
    await who.admin.says('ขอเชิญประชุมประจำเดือน');
    await who.admin.taps('ส่งเลย');
    await who.admin.taps('ยืนยัน');
    expect((await who.admin.taps('ยกเลิกประกาศ')).text).toContain('ยกเลิกประกาศแล้ว');
    await office.setTime(SCENARIO_START_MS + 2 * DAY_MS + 5 * HOUR_MS);
    expect((await who.staff.says('ครับ', who.group)).text).not.toContain('ประชุมประจำเดือน');
  });
});
