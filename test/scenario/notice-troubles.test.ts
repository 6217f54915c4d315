import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import type { SimGroup } from '../simulator/protocol.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  type NoticeFile,
  type NoticeOffice,
  noticeOffice,
} from './notice-hand.ts';

describe('a notice for several groups', () => {
  let office: TestOffice;
  let who: NoticeOffice;
  let second: SimGroup;
  let nowMs = SCENARIO_START_MS;
  const pass = async (ms: number) => {
    nowMs += ms;
    await office.setTime(nowMs);
  };
  const states = async (id: string) => (await who.view(id)).deliveries.map(({ state }) => state);

  beforeAll(async () => {
    office = await openOffice({ publicUrl: 'https://office.example', groupPostbackUserId: true });
    who = await noticeOffice(office);
    second = await who.secondGroup('งานพัสดุ', [who.admin, who.finance]);
    await who.staff.reads(who.group);
    await who.finance.reads(second);
  });
  afterAll(() => office.close());

  const both = () => [who.group.id, second.id];

  it('edited after some have it: the others get the new text, the log says who has which, a correction is offered', async () => {
    const { id } = await who.schedule({ title: 'ประกาศฉบับแรก', groupIds: both() });
    await pass(MINUTE_MS);
    expect((await who.staff.says('ครับ', who.group)).text).toContain('ประกาศฉบับแรก');
    const before = await who.view(id);
    const content = who.content({ title: 'ประกาศฉบับสอง', groupIds: both() });
    expect((await who.api.admin.post(`/notices/${id}`, { rev: before.rev - 1, content })).status).toBe(409);
    const other = { ...content, groupIds: [second.id] };
    expect((await who.api.admin.post(`/notices/${id}`, { rev: before.rev, content: other })).status).toBe(
      400,
    );
    expect((await who.api.admin.post(`/notices/${id}`, { rev: before.rev, content })).status).toBe(200);
    expect((await who.finance.says('ค่ะ', second)).text).toContain('ประกาศฉบับสอง');
    await pass(DAY_MS);
    expect((await who.staff.reads(who.group)).text).not.toContain('ประกาศฉบับสอง');
    expect((await who.finance.reads(second)).text).not.toContain('ประกาศฉบับแรก');
    const view = await who.view(id);
    expect(view.deliveries.map(({ edition }) => edition)).toEqual([1, 2]);
    expect(view).toMatchObject({ edition: 2, mayCorrect: true, warnings: [{ code: 'older-edition' }] });
    const made = await who.api.admin.post<{ id: string; rev: number }>('/notices', {
      content: { ...content, groupIds: [who.group.id] },
      correctsId: id,
    });
    await who.api.admin.post(`/notices/${made.body.id}/schedule`, { rev: made.body.rev, at: 'now' });
    await pass(MINUTE_MS);
    expect((await who.staff.says('ครับ', who.group)).text).toContain('ฉบับแก้ไข');
  });

  it('meets the end of the month half-way: the rest waits for a free ride, the admin is told, the new month sends it', async () => {
    // 50 are kept in reserve and 3 + 2 people are in the groups: there is room for one group only.
    await office.quota({ type: 'limited', limit: 300, used: 246 });
    const { id } = await who.schedule({ title: 'ปลายเดือน', groupIds: both() });
    await pass(MINUTE_MS);
    await pass(4 * HOUR_MS);
    expect((await states(id)).sort()).toEqual(['parked', 'sent']);
    expect((await office.state()).quota.used).toBeLessThanOrEqual(250);
    expect((await who.admin.says('เมนู')).text).toContain('ข้อความที่ส่งได้ในเดือนนี้ไม่พอ');
    expect((await who.view(id)).warnings).toMatchObject([{ code: 'month-too-short' }]);
    nowMs = Date.UTC(2026, 7, 1, 2, 0);
    await office.quota({ type: 'limited', limit: 300, used: 0 });
    await pass(0);
    await pass(MINUTE_MS);
    expect(await states(id)).toEqual(['sent', 'sent']);
    const seen = [await who.staff.reads(who.group), await who.finance.reads(second)];
    expect(seen.map(({ text }) => text.split('ปลายเดือน').length - 1)).toEqual([1, 1]);
  });

  it('whose picture LINE refuses goes as text, once, and keeps nobody from an answer', async () => {
    const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#00f' } })
      .png()
      .toBuffer();
    const { body: picture } = await who.api.admin.upload<NoticeFile>('/notices/pictures', photo);
    const { id } = await who.schedule({ title: 'รูปที่ LINE ไม่รับ', pictureId: picture.id });
    await pass(MINUTE_MS);
    const refusal = { status: 400, message: 'The request body has 1 error(s)' };
    await office.faults({
      api: [
        { path: '/v2/bot/message/reply', times: 1, answer: refusal },
        { path: '/v2/bot/message/push', times: 1, answer: refusal },
      ],
    });
    // The answer itself arrives, alone.
    const answer = await who.staff.says('งบ', who.group);
    expect(answer.text).toContain('ยังไม่มีข้อมูลงบประมาณ');
    expect(answer.text).not.toContain('รูปที่ LINE ไม่รับ');
    await pass(MINUTE_MS);
    await pass(11 * MINUTE_MS);
    await pass(MINUTE_MS);
    const [message, ...more] = (await who.staff.reads(who.group)).messages.filter((one) =>
      JSON.stringify(one).includes('รูปที่ LINE ไม่รับ'),
    );
    expect(more).toHaveLength(0);
    expect(JSON.stringify(message?.content)).not.toContain('notice-files');
    await pass(11 * MINUTE_MS);
    expect(await who.view(id)).toMatchObject({
      deliveries: [{ state: 'sent', withoutPicture: true }],
      warnings: [{ code: 'picture-dropped' }],
    });
    await office.faults({});
  });

  it('skips a group that removed the account, before it is due and while it waits, and says so', async () => {
    const later = await who.schedule(
      { title: 'พรุ่งนี้', groupIds: both() },
      {
        day: '2026-08-03',
        hour: 9,
        minute: 0,
      },
    );
    const waiting = await who.schedule({ title: 'รออยู่', groupIds: both() });
    await pass(MINUTE_MS);
    await who.staff.says('ครับ', who.group);
    await office.invite(second, false);
    nowMs = Date.UTC(2026, 7, 3, 2, 1);
    await pass(0);
    await pass(4 * HOUR_MS);
    await pass(11 * MINUTE_MS);
    expect(await states(waiting.id)).toEqual(['sent', 'gone']);
    expect(await states(later.id)).toEqual(['sent', 'gone']);
    expect(
      (await who.api.admin.post('/notices', { content: who.content({ groupIds: both() }) })).status,
    ).toBe(400);
  });
});

describe('a group whose phones do not say who taps', () => {
  it('counts nobody, and is told once how to acknowledge', async () => {
    const office = await openOffice();
    const who = await noticeOffice(office);
    const notice = await who.schedule({ title: 'อ่านด้วย', asksAck: true });
    await office.setTime(SCENARIO_START_MS + MINUTE_MS);
    await who.staff.says('ครับ', who.group);
    expect((await who.staff.taps('รับทราบ', who.group)).text).toContain('ประกาศล่าสุด');
    expect((await who.finance.taps('รับทราบ', who.group)).text).toBe('');
    expect((await who.view(notice.id)).ackCount).toBe(0);
    await who.staff.says('ประกาศล่าสุด');
    expect((await who.staff.taps('รับทราบ')).text).toContain('บันทึกการรับทราบ');
    expect((await who.citizen.says('ประกาศล่าสุด')).text).toContain('สำหรับบุคลากร');
    await who.api.finance.post(`/notices/${notice.id}/acknowledge`, {});
    expect(await who.view(notice.id)).toMatchObject({ ackCount: 2, acknowledged: false });
    await office.close();
  });
});
