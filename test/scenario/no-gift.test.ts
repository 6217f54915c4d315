import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeReaders, NoticeSettingsView } from '../../shared/notices/notice-api.ts';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  type NoticeOffice,
  type NoticeView,
  noticeOffice,
} from './notice-hand.ts';

describe('a notice that asks for รับทราบ', () => {
  let office: TestOffice;
  let who: NoticeOffice;
  let notice: NoticeView;
  const startMs = SCENARIO_START_MS;
  beforeAll(async () => {
    office = await openOffice({ groupPostbackUserId: true });
    who = await noticeOffice(office);
    notice = await who.schedule({
      kind: 'no-gift',
      title: 'งดรับของขวัญ',
      asksAck: true,
      readByDay: '2026-07-08',
    });
    await office.setTime(startMs + MINUTE_MS);
    await who.staff.says('สวัสดี', who.group);
  });
  afterAll(() => office.close());

  it('takes a tap in the group from each member once, counts nobody else, and tells how many, never who', async () => {
    const first = await who.staff.taps('รับทราบ', who.group);
    expect(first.text).toBe('รับทราบแล้ว 1 คน');
    // Within five minutes the group hears nothing more, however often people tap.
    expect((await who.staff.taps('รับทราบ', who.group)).text).toBe('');
    expect((await who.finance.taps('รับทราบ', who.group)).text).toBe('');
    await office.setTime(startMs + 10 * MINUTE_MS);
    const stranger = await office.person('คนนอก');
    await fetch(`${office.simulatorUrl}/sim/groups/${who.group.id}/members`, {
      method: 'POST',
      body: JSON.stringify({ userId: stranger.user.id, in: true }),
      headers: { 'content-type': 'application/json' },
    });
    const data = `notices/ack?n=${notice.id}`;
    const tap = (from: string, chatId: string) =>
      fetch(`${office.simulatorUrl}/sim/chats/${chatId}/postbacks`, {
        method: 'POST',
        body: JSON.stringify({ from, data }),
        headers: { 'content-type': 'application/json' },
      });
    await tap(stranger.user.id, who.group.id);
    expect((await who.staff.reads(who.group)).text).not.toContain('คน');
    expect(await who.view(notice.id)).toMatchObject({ ackCount: 2, memberCount: 4 });
    const said = JSON.stringify((await who.staff.reads(who.group)).messages);
    expect(said).not.toContain('มานี');
  });

  it('shows who has not yet to admins alone', async () => {
    const list = await who.admin.says('ผู้ยังไม่รับทราบ');
    expect(list.text).toContain('รับทราบแล้ว 2 จาก 4 คน');
    expect(list.text).toContain('อรุณ ยุติธรรม (สำนักปลัด)');
    expect(list.text).not.toContain('มานี');
    expect((await who.finance.says('ผู้ยังไม่รับทราบ')).text).toContain('เฉพาะผู้ดูแลระบบ');
    const { body } = await who.api.admin.get<NoticeReaders>(`/notices/${notice.id}/readers`);
    expect(body.notYet.map(({ name }) => name).sort()).toEqual(['ผู้ดูแลระบบ', 'อรุณ ยุติธรรม']);
    for (const role of ['finance', 'officer', 'staff'] as const)
      expect((await who.api[role].get(`/notices/${notice.id}/readers`)).status).toBe(403);
  });

  it('reminds who has not on the day, on the next answer in the 1:1 chat, for nothing', async () => {
    const used = (await office.state()).quota.used;
    await office.setTime(startMs + 7 * DAY_MS + HOUR_MS);
    // Before anything is said nobody is rung up.
    expect((await who.officer.reads()).text).not.toContain('ยังไม่ได้กดรับทราบ');
    const answer = await who.officer.says('เมนู');
    expect(answer.text).toContain('ท่านยังไม่ได้กดรับทราบประกาศนี้');
    expect((await who.staff.says('เมนู')).text).not.toContain('ยังไม่ได้กดรับทราบ');
    expect((await who.officer.taps('รับทราบ')).text).toContain('บันทึกการรับทราบ');
    expect((await office.state()).quota.used).toBe(used);
  });

  it('pushes the reminder some days later to who still has not, withdraws it from who has, and never from the reserve', async () => {
    const { body } = await who.api.admin.get<NoticeReaders>(`/notices/${notice.id}/readers`);
    expect(body.notYet).toMatchObject([{ name: 'ผู้ดูแลระบบ', reminder: 'waiting' }]);
    const used = (await office.state()).quota.used;
    await office.setTime(startMs + 10 * DAY_MS + HOUR_MS);
    expect((await who.admin.reads()).text).toContain('ท่านยังไม่ได้กดรับทราบประกาศนี้');
    expect((await office.state()).quota.used).toBe(used + 1);
    await who.admin.taps('รับทราบ');
    expect((await who.admin.says('ผู้ยังไม่รับทราบ')).text).toContain('รับทราบครบทุกคนแล้ว');
  });

  it('leaves out who left the office, and keeps who blocked the account among those who have not', async () => {
    const next = await who.schedule({ title: 'เรื่องใหม่', asksAck: true, readByDay: '2026-07-15' });
    await office.setTime(startMs + 10 * DAY_MS + 2 * HOUR_MS);
    await who.staff.says('ครับ', who.group);
    const block = `${office.simulatorUrl}/sim/users/${who.officer.user.id}/block`;
    await fetch(block, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    await office.setTime(startMs + 14 * DAY_MS + HOUR_MS);
    await fetch(`${office.simulatorUrl}/sim/chats/${who.admin.user.id}/postbacks`, {
      method: 'POST',
      body: JSON.stringify({ from: who.admin.user.id, data: `people/remove-yes?id=${who.staff.user.id}` }),
      headers: { 'content-type': 'application/json' },
    });
    const used = (await office.state()).quota.used;
    await office.setTime(startMs + 18 * DAY_MS + HOUR_MS);
    // LINE counts nobody for a push that nobody can get.
    const { body } = await who.api.admin.get<NoticeReaders>(`/notices/${next.id}/readers`);
    const names = body.notYet.map(({ name }) => name);
    expect(names).toContain('อรุณ ยุติธรรม');
    expect(names).not.toContain('ปิติ รักงาน');
    // Pushed to finance and, read by nobody, to the officer; not to who left. The admin talked, so it rode.
    expect((await who.staff.reads()).text).not.toContain('เรื่องใหม่');
    expect((await office.state()).quota.used - used).toBeLessThanOrEqual(2);
  });
});

describe('the season of gifts', () => {
  let office: TestOffice;
  let who: NoticeOffice;
  beforeAll(async () => {
    office = await openOffice();
    who = await noticeOffice(office);
    const { body: settings } = await who.api.officer.get<NoticeSettingsView>('/notice-settings');
    const after = {
      ...settings,
      executiveName: 'นายสมชาย ใจซื่อ',
      executivePosition: 'นายกองค์การบริหารส่วนตำบล',
    };
    expect((await who.api.officer.post('/notice-settings', after)).status).toBe(403);
    expect((await who.api.admin.post('/notice-settings', after)).status).toBe(200);
    expect((await who.api.admin.post('/notice-settings', after)).status).toBe(409);
  });
  afterAll(() => office.close());

  it('is proposed to the admin ahead of time, and one tap sends the notice a week before', async () => {
    await office.setTime(Date.UTC(2026, 11, 17, 2, 0));
    expect((await who.admin.says('เมนู')).text).not.toContain('เทศกาลปีใหม่');
    await office.setTime(Date.UTC(2026, 11, 18, 2, 0));
    expect((await who.finance.says('เมนู')).text).not.toContain('เทศกาลปีใหม่');
    expect((await who.admin.says('เมนู')).text).toContain('ใกล้ถึงเทศกาลปีใหม่');
    expect((await who.admin.taps('ประกาศตามนี้')).text).toContain('25 ธันวาคม 2569 เวลา 09.00 น.');
    expect((await who.admin.taps('ประกาศตามนี้')).text).toContain('ตอบเรื่องนี้ไปแล้ว');
    await office.setTime(Date.UTC(2026, 11, 25, 2, 1));
    const seen = (await who.staff.says('สวัสดี', who.group)).text;
    for (const words of ['ปีงบประมาณ พ.ศ. 2570', 'สิ่งที่ต้องปฏิเสธ', '3,000 บาท', 'หากปฏิเสธไม่ได้', 'นายสมชาย ใจซื่อ'])
      expect(seen).toContain(words);
    await office.setTime(Date.UTC(2026, 11, 26, 2, 1));
    expect((await who.staff.says('สวัสดี', who.group)).text).toBe('');
  });

  it('is declined with one tap, and not proposed again', async () => {
    await office.setTime(Date.UTC(2027, 3, 1, 2, 0));
    expect((await who.admin.says('เมนู')).text).toContain('ใกล้ถึงเทศกาลสงกรานต์');
    await who.admin.taps('ไม่ประกาศครั้งนี้');
    await office.setTime(Date.UTC(2027, 3, 10, 2, 0));
    expect((await who.admin.says('เมนู')).text).not.toContain('สงกรานต์');
    expect((await who.staff.says('สวัสดี', who.group)).text).toBe('');
  });
});
