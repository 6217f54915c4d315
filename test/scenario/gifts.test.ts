import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GiftContent, GiftList, GiftReportView, GiftView } from '../../shared/notices/gift-api.ts';
import { openOffice, type TestOffice } from '../simulator/office.ts';
import { type NoticeOffice, noticeOffice } from './notice-hand.ts';

describe('the gift register', () => {
  let office: TestOffice;
  let who: NoticeOffice;
  let entered: GiftView;
  beforeAll(async () => {
    office = await openOffice();
    who = await noticeOffice(office);
  });
  afterAll(() => office.close());

  const gift = (fields: Partial<GiftContent> = {}): GiftContent => ({
    receivedDay: '2026-06-20',
    giverKind: 'private',
    giver: 'บริษัทก่อสร้าง จำกัด',
    item: 'กระเช้าผลไม้',
    quantity: 1,
    valueSatang: 350_000,
    occasion: 'วันเกิด',
    receivedAs: 'person',
    action: 'returned',
    ...fields,
  });
  const list = async (role: keyof NoticeOffice['api']) => (await who.api[role].get<GiftList>('/gifts')).body;

  it('takes a report once, says by when a dear gift must be reported, and shows it to its reporter and the overseers only', async () => {
    const key = randomUUID();
    const first = await who.api.staff.post<GiftView>('/gifts', { content: gift() }, key);
    const again = await who.api.staff.post<GiftView>('/gifts', { content: gift() }, key);
    entered = first.body;
    expect(again.body.id).toBe(entered.id);
    expect(entered).toMatchObject({
      unit: 'กองช่าง',
      aboveLimit: true,
      reportByDay: '2026-07-20',
      mine: true,
    });
    expect((await list('staff')).gifts).toHaveLength(1);
    expect((await list('officer')).gifts).toMatchObject([{ reporterName: 'ปิติ รักงาน' }]);
    expect((await list('admin')).gifts).toHaveLength(1);
    const finance = await list('finance');
    expect(finance.gifts).toHaveLength(0);
    expect(JSON.stringify(finance)).not.toContain('กองช่าง');
    expect((await who.api.finance.get('/gifts/report')).status).toBe(403);
    expect((await who.api.citizen.get('/gifts')).status).toBe(403);
  });

  it('lets the reporter and the keepers correct it, nobody else, and never over somebody else’s change', async () => {
    const content = gift({ quantity: 2 });
    const path = `/gifts/${entered.id}`;
    expect((await who.api.finance.post(path, { rev: entered.rev, content })).status).toBe(404);
    expect((await who.api.officer.post(path, { rev: entered.rev, content })).status).toBe(200);
    expect((await who.api.staff.post(path, { rev: entered.rev, content })).status).toBe(409);
    const ahead = gift({ receivedDay: '2026-07-09' });
    expect((await who.api.staff.post('/gifts', { content: ahead })).status).toBe(400);
  });

  it('keeps a picture that only who may see the entry can open', async () => {
    const photo = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#f00' } })
      .jpeg()
      .toBuffer();
    const { body: picture } = await who.api.staff.upload<{ id: string }>('/gifts/pictures', photo);
    // Somebody else's upload opens nothing.
    const stolen = await who.api.finance.post('/gifts', { content: gift({ pictureId: picture.id }) });
    expect(stolen.status).toBe(400);
    const { body } = await who.api.staff.post<GiftView>('/gifts', {
      content: gift({ pictureId: picture.id, valueSatang: 20_000, action: 'handed-over' }),
    });
    expect((await who.api.officer.get(`/gifts/${body.id}/picture`)).status).toBe(200);
    expect((await who.api.finance.get(`/gifts/${body.id}/picture`)).status).toBe(404);
    expect((await fetch(`${office.program.programUrl}/notice-files/${picture.id}.jpg`)).status).toBe(404);
  });

  it('takes "no gifts" from each unit, refuses it where there was one, and takes it back when one is entered', async () => {
    const nil = { fiscalYear: 2026, round: '12' };
    expect((await who.api.staff.post('/gifts/nil', { ...nil, unit: 'กองช่าง' })).status).toBe(400);
    expect((await who.api.staff.post('/gifts/nil', { ...nil, unit: 'กองคลัง' })).status).toBe(403);
    const stated = await who.api.finance.post<GiftList>('/gifts/nil', { ...nil, unit: 'กองคลัง' });
    expect(stated.body.units).toMatchObject([{ unit: 'กองคลัง', state: 'nil', nilByName: 'มานี มีสุข' }]);
    await who.api.officer.post('/gifts/nil', { ...nil, unit: 'กองการศึกษา' });
    await who.api.finance.post('/gifts', { content: gift({ item: 'ปากกา', valueSatang: 10_000 }) });
    expect((await list('finance')).units).toMatchObject([{ unit: 'กองคลัง', state: 'gifts', gifts: 1 }]);
  });

  it('gives its file to the overseers only, the ticket checked when it is made', async () => {
    const want = { kind: 'gift-register', input: { fiscalYear: 2026, round: '12', format: 'xlsx' } };
    for (const role of ['staff', 'finance', 'citizen'] as const)
      expect((await who.api[role].post('/downloads', want)).status).toBe(403);
    const { body, status } = await who.api.officer.post<{ path: string }>('/downloads', want);
    expect(status).toBe(200);
    const file = await fetch(office.program.programUrl + body.path);
    expect(file.headers.get('content-disposition')).toContain('gift-register-2026-12.xlsx');
    expect((await fetch(office.program.programUrl + body.path)).status).toBe(404);
  });

  it('opens one entry to its reporter and the overseers, and tells nobody else that it is there', async () => {
    const path = `/gifts/${entered.id}`;
    for (const role of ['staff', 'officer', 'admin'] as const)
      expect((await who.api[role].get<GiftView>(path)).body.item).toBe('กระเช้าผลไม้');
    expect((await who.api.finance.get(path)).status).toBe(404);
    expect((await who.api.citizen.get(path)).status).toBe(403);
  });

  it('gives the rows of the ITA report with its total, and who is missing; a withdrawn entry leaves it', async () => {
    const { body } = await who.api.officer.get<GiftReportView>('/gifts/report?fiscalYear=2026&round=12');
    expect(body.titleLines[2]).toContain('ปีงบประมาณ พ.ศ. 2569 รอบ 12 เดือน');
    expect(body.columns).toHaveLength(10);
    expect(body.rows.map((row) => row[3])).toEqual(expect.arrayContaining(['กระเช้าผลไม้', 'ปากกา']));
    expect(body.totalText).toBe('รวมทั้งสิ้น 3 ครั้ง มูลค่าโดยประมาณ 3,800.00 บาท');
    expect(body.missingUnits).toContain('สำนักปลัด');
    expect(body.missingUnits).not.toContain('กองการศึกษา');
    for (const one of (await list('admin')).gifts)
      expect((await who.api.admin.post(`/gifts/${one.id}/withdraw`, { rev: one.rev })).status).toBe(200);
    const empty = await who.api.officer.get<GiftReportView>('/gifts/report');
    expect(empty.body).toMatchObject({ rows: [], nilText: 'ไม่มีการรับของขวัญ' });
  });
});
