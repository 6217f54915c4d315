import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticePreview } from '../../shared/notices/notice-api.ts';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  type NoticeFile,
  type NoticeForm,
  type NoticeOffice,
  noticeOffice,
} from './notice-hand.ts';

const PUBLIC_URL = 'https://office.example';

async function open(): Promise<[TestOffice, NoticeOffice]> {
  const office = await openOffice({ publicUrl: PUBLIC_URL });
  return [office, await noticeOffice(office)];
}

describe('a scheduled notice', () => {
  let office: TestOffice;
  let who: NoticeOffice;
  beforeAll(async () => {
    [office, who] = await open();
    await who.staff.reads(who.group);
  });
  afterAll(() => office.close());

  it('carries a code for the 1:1 chat on the card that says how to complain', async () => {
    const own = await openOffice({ publicUrl: PUBLIC_URL });
    try {
      const hand = await noticeOffice(own);
      await hand.schedule({ kind: 'complaint-guide', title: 'ร้องเรียนได้' });
      await own.setTime(SCENARIO_START_MS + MINUTE_MS);
      const { messages } = await hand.staff.says('ครับ', hand.group);
      expect(JSON.stringify(messages)).toContain(`${PUBLIC_URL}/notice-files/chat-qr.png`);
      const code = await fetch(`${own.program.programUrl}/notice-files/chat-qr.png`);
      expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/png']);
    } finally {
      await own.close();
    }
  });

  it('is previewed as LINE will show it, with its cost in messages', async () => {
    const { body: form } = await who.api.officer.get<NoticeForm>('/notices/form');
    expect(form.kinds).toHaveLength(9);
    expect(form.groups).toMatchObject([{ name: 'กลุ่มเจ้าหน้าที่', people: 3, chosen: true }]);
    const { body } = await who.api.officer.post<NoticePreview>('/notices/preview', {
      content: who.content({ kind: 'no-gift', asksAck: true, readByDay: '2026-07-10' }),
    });
    expect(body.cost).toMatchObject({ messages: 3, fits: true });
    const card = JSON.stringify(body.message);
    for (const words of ['3,000 บาท', 'หากปฏิเสธไม่ได้', 'รับทราบ', '10 กรกฎาคม 2569'])
      expect(card).toContain(words);
  });

  it('goes once, through power cuts and clocks that jump', async () => {
    const { id } = await who.schedule({}, { day: '2026-07-02', hour: 10, minute: 0 });
    const dueMs = SCENARIO_START_MS + DAY_MS + HOUR_MS;
    await office.setTime(dueMs - 60_000);
    expect((await who.staff.reads(who.group)).messages).toHaveLength(0);
    await office.restart('kill');
    await office.setTime(dueMs + 60_000);
    await office.restart('kill');
    await office.setTime(SCENARIO_START_MS);
    await office.setTime(dueMs + 4 * HOUR_MS);
    await office.restart('kill');
    await office.setTime(dueMs + 2 * DAY_MS);
    const seen = (await who.staff.reads(who.group)).messages;
    expect(seen.map(({ via }) => via)).toEqual(['push']);
    const view = await who.view(id);
    expect(view.deliveries).toMatchObject([{ state: 'sent', via: 'push' }]);
    expect(view.disseminations).toMatchObject([{ channel: 'line' }]);
  });

  it('rides on the next answer in the group and costs nothing, and โควตา says what that saved', async () => {
    const before = (await office.state()).quota.used;
    const { saved } = (await who.api.finance.get<{ saved: number }>('/quota')).body;
    await who.schedule({ title: 'เรื่องส่งฟรี' });
    await office.setTime(SCENARIO_START_MS + 4 * DAY_MS);
    expect((await who.staff.says('สวัสดีครับ', who.group)).text).toContain('เรื่องส่งฟรี');
    await office.setTime(SCENARIO_START_MS + 5 * DAY_MS);
    expect((await office.state()).quota.used).toBe(before);
    // A post that waits for the admin does not take the answer's place: it rides on it, and saves one more.
    await office.invite(await office.group('กลุ่มใหม่', [who.admin]));
    const quota = await who.admin.says('โควตา');
    expect(quota.text).toContain(`ส่งฟรีพร้อมคำตอบ ประหยัดไป\n${saved + 3} ข้อความ`);
    const { body } = await who.api.finance.get<{ saved: number; used: number }>('/quota');
    expect(body).toMatchObject({ saved: saved + 4, used: before });
    expect((await who.staff.says('โควตา')).text).toContain('ส่วนนี้สำหรับ');
    expect((await who.api.staff.get('/quota')).status).toBe(403);
  });

  it('is never pushed in the quiet hours', async () => {
    // Due at 23.00: moved to 07.00, and pushed three hours later.
    const view = await who.schedule({ title: 'เรื่องกลางคืน' }, { day: '2026-07-08', hour: 23, minute: 0 });
    expect(view.sendAtMs).toBe(Date.UTC(2026, 6, 9, 0, 0));
    // Due at 17.30: three hours later people sleep, also for a program that stood still until midnight.
    await who.schedule({ title: 'เรื่องเย็น' }, { day: '2026-07-09', hour: 17, minute: 30 });
    await office.setTime(Date.UTC(2026, 6, 9, 17, 0));
    expect((await who.staff.reads(who.group)).text).not.toContain('เรื่องเย็น');
    await office.setTime(Date.UTC(2026, 6, 10, 0, 1));
    expect((await who.staff.reads(who.group)).text).toContain('เรื่องเย็น');
  });

  it('can be cancelled until it is sent, and not after', async () => {
    const view = await who.schedule({ title: 'เรื่องที่เลิก' });
    await office.setTime(Date.UTC(2026, 6, 10, 3, 0));
    const posted = await who.view(view.id);
    expect(posted).toMatchObject({ status: 'posted', mayCancel: true });
    expect((await who.api.finance.post(`/notices/${view.id}/cancel`, { rev: posted.rev - 1 })).status).toBe(
      409,
    );
    const { body } = await who.api.finance.post<{ status: string }>(`/notices/${view.id}/cancel`, {
      rev: posted.rev,
    });
    expect(body.status).toBe('cancelled');
    await office.setTime(Date.UTC(2026, 6, 10, 9, 0));
    expect((await who.staff.says('มีอะไรไหม', who.group)).text).not.toContain('เรื่องที่เลิก');
    const sent = await who.schedule({ title: 'เรื่องที่ส่งแล้ว' });
    await office.setTime(Date.UTC(2026, 6, 10, 9, 1));
    await who.staff.says('ครับ', who.group);
    const late = await who.api.admin.post(`/notices/${sent.id}/cancel`, {
      rev: (await who.view(sent.id)).rev,
    });
    expect(late).toMatchObject({ status: 400, body: { sentence: expect.stringContaining('ยกเลิกไม่ได้') } });
  });

  it('lets nobody write, look at drafts or guess who may, but those whose role says so', async () => {
    const { body: draft } = await who.api.admin.post<{ id: string }>('/notices', { content: who.content() });
    expect((await who.api.staff.post('/notices', { content: who.content() })).status).toBe(403);
    expect((await who.api.citizen.get('/notices')).status).toBe(403);
    expect((await who.api.staff.get(`/notices/${draft.id}`)).status).toBe(404);
    expect((await who.api.staff.get('/notices?view=drafts')).status).toBe(403);
    const past = who.content({ readByDay: '2026-07-01' });
    const { body: made } = await who.api.admin.post<{ id: string; rev: number }>('/notices', {
      content: past,
    });
    const schedule = await who.api.admin.post(`/notices/${made.id}/schedule`, { rev: made.rev, at: 'now' });
    expect(schedule).toMatchObject({ status: 400, body: { field: 'content.readByDay' } });
    const noDay = who.content({ readByDay: '2026-02-30' });
    expect((await who.api.admin.post('/notices', { content: noDay })).status).toBe(400);
    const wrong = who.content({ groupIds: [`C${'0'.repeat(32)}`] });
    expect((await who.api.admin.post('/notices', { content: wrong })).status).toBe(400);
  });

  it('shows a picture that was made anew, under a name that cannot be guessed', async () => {
    const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#0a0' } })
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer();
    const { status, body: picture } = await who.api.admin.upload<NoticeFile>('/notices/pictures', photo);
    expect({ status, ...picture }).toMatchObject({ status: 200, width: 1024, height: 512 });
    expect(picture.url).toMatch(/^https:\/\/office\.example\/notice-files\/[0-9a-f]{32}\.jpg$/);
    const local = picture.url.replace(PUBLIC_URL, office.program.programUrl);
    const response = await fetch(local);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(bytes.includes('secret place')).toBe(false);
    expect((await fetch(`${office.program.programUrl}/notice-files/..%2Fgifts%2Fx.jpg`)).status).toBe(404);
    expect((await who.api.admin.upload('/notices/pictures', Buffer.from('<svg/>'))).status).toBe(400);
    expect((await who.api.staff.upload('/notices/pictures', photo)).status).toBe(403);
    await who.schedule({ title: 'มีรูป', pictureId: picture.id });
    await office.setTime(Date.UTC(2026, 6, 11, 2, 0));
    const [message] = (await who.staff.says('รูปมาหรือยัง', who.group)).messages;
    expect(JSON.stringify(message?.content)).toContain(picture.url);
    // What nothing uses is gone a day later.
    const { body: unused } = await who.api.admin.upload<NoticeFile>('/notices/pictures', photo);
    await office.setTime(Date.UTC(2026, 6, 12, 3, 0));
    expect((await fetch(unused.url.replace(PUBLIC_URL, office.program.programUrl))).status).toBe(404);
    expect((await fetch(local)).status).toBe(200);
  });
});
