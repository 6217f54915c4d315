import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReceiptCode, showReceiptCode } from '../../shared/complaints/receipt-code.ts';
import { EMULATORS_URL } from '../simulator/host.ts';
import { makeOfficeKey } from '../simulator/make-office-key.ts';
import { openOffice, type Person, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import { tappablesOf, textOf } from '../simulator/seen.ts';
import { type ComplaintHand, complaintHand } from './complaint-hand.ts';
import { fileComplaint, RECEIPT_CODE } from './file-complaint.ts';
import { furnish, invite, type Staffed } from './furnish.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TEST_MS = 90_000;
/** In the emulated deployment each message goes through five processes, one after the other. */
const FLOOD_MESSAGES = process.env[EMULATORS_URL] ? 60 : 200;
const FLOOD_PEOPLE = 40;
/** Wrong codes that use up what everybody together may miss in an hour. */
const GUESSERS = 21;
const GUESSES_EACH = 5;
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

describe('abuse and bad input', () => {
  let office: TestOffice;
  let who: Staffed;
  let officer: Person;
  let ofAccused: Person;
  let hand: ComplaintHand;
  let people = 0;

  beforeAll(async () => {
    office = await openOffice();
    hand = complaintHand(office);
    who = await furnish(office);
    officer = await office.person('นิติกร');
    ofAccused = await office.person('ช่างใหญ่');
    await invite(who.admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    await invite(who.admin, ofAccused, 'กองช่าง', 'เจ้าหน้าที่รับเรื่อง');
    await makeOfficeKey(office);
  });
  afterAll(() => office.close());

  const citizen = () => office.person(`ประชาชน ${++people}`);

  it(
    `keeps ten of ${FLOOD_MESSAGES} messages that one person sends at once, says so, and files them`,
    async () => {
      const one = await citizen();
      await hand.atWhat(one);
      await Promise.all(Array.from({ length: FLOOD_MESSAGES }, (_, n) => hand.types(one, `ข้อความที่ ${n}`)));
      expect((await one.says('อีกข้อความ')).text).toContain('ข้อนี้รับได้ 10 ข้อความ');
      expect((await hand.toReview(one)).text).toContain('ตอบแล้ว');
      expect((await one.taps('ส่งเรื่อง')).text).toMatch(RECEIPT_CODE);
    },
    TEST_MS,
  );

  it(
    `answers each of ${FLOOD_PEOPLE} people who complain at the same moment`,
    async () => {
      const crowd: Person[] = [];
      for (let n = 0; n < FLOOD_PEOPLE; n += 1) crowd.push(await citizen());
      await Promise.all(crowd.map((one) => hand.types(one, 'ร้องเรียน')));
      for (const one of crowd) expect((await one.reads()).text).toContain('ปกปิดชื่อ');
    },
    TEST_MS,
  );

  it('does not keep a text of 10,000 characters, and says how long one may be', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    expect((await one.says('ก'.repeat(10_000))).text).toContain('ข้อความยาวเกิน 4,000');
    expect((await one.says('สั้นลงแล้ว')).text).toContain('รับไว้แล้ว');
  });

  it(
    'takes 20 of 25 attachments',
    async () => {
      const one = await citizen();
      await hand.atWhat(one);
      for (let n = 0; n < 20; n += 1) {
        expect((await one.sends({ name: `${n}.pdf`, bytes: PDF })).text).toContain('รับไว้แล้ว');
      }
      for (let n = 20; n < 25; n += 1) {
        expect((await one.sends({ name: `${n}.pdf`, bytes: PDF })).text).toContain('แนบได้ 20 ชิ้นต่อเรื่อง');
      }
      expect((await one.taps('ข้าม')).text).toContain('ข้อ 5 จาก 9');
    },
    TEST_MS,
  );

  it(
    'refuses programs named .jpg, files over the limit and content that LINE no longer has, and keeps the draft',
    async () => {
      const one = await citizen();
      await hand.atWhat(one);
      const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]);
      program.writeUInt32LE(0x80, 0x3c);
      program.write('PE\0\0', 0x80, 'latin1');
      for (const kind of ['image', 'file'] as const) {
        expect((await one.sends({ name: 'photo.jpg', bytes: program, kind })).text).toContain(
          'ระบบไม่ได้เก็บไฟล์นี้ไว้',
        );
      }
      const large = Buffer.concat([PDF, Buffer.alloc(11 * 1024 * 1024)]);
      expect((await one.sends({ name: 'large.pdf', bytes: large })).text).toContain('ไฟล์ใหญ่เกินไป');
      const film = Buffer.concat([
        Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
        Buffer.alloc(100),
      ]);
      expect((await one.sends({ name: 'film.mp4', bytes: film, kind: 'image' })).text).toContain(
        'ระบบไม่ได้เก็บไฟล์นี้ไว้',
      );
      await office.faults({
        api: [{ path: '/v2/bot/message/', method: 'GET', answer: { status: 410, message: 'Gone' } }],
      });
      expect((await one.sends({ name: 'gone.pdf', bytes: PDF })).text).toContain('หมดอายุใน LINE แล้ว');
      await office.faults({});
      expect((await one.says('ยังเล่าต่อได้')).text).toContain('รับไว้แล้ว');
    },
    TEST_MS,
  );

  it('answers buttons of older messages without changing anything', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    const category = (await hand.chat(one)).find((message) =>
      tappablesOf(message).some(({ label }) => label === 'เรียกรับสินบน/ของขวัญ'),
    );
    if (!category) throw new Error('the question for the category was not shown');
    const before = (await one.says('เหตุการณ์')).text;
    expect(before).toContain('รับไว้แล้ว');
    expect((await one.tapsIn(category, 'เรียกรับสินบน/ของขวัญ')).text).toContain('ปุ่มนี้เก่าแล้ว');
    const review = await hand.toReview(one);
    const old = review.messages.at(-1);
    await one.taps('ยกเลิก');
    if (!old) throw new Error('no review was shown');
    expect((await one.tapsIn(old, 'ส่งเรื่อง')).text).toContain('ปุ่มนี้เก่าแล้ว');
  });

  it('files once when two phones press ส่งเรื่อง at the same moment, and both show the same code', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    await one.says('สองเครื่องพร้อมกัน');
    const review = (await hand.toReview(one)).messages.flatMap(tappablesOf);
    const data = review.find(({ label }) => label === 'ส่งเรื่อง')?.action['data'];
    const press = () => hand.post(`${one.user.id}/postbacks`, { from: one.user.id, data });
    await Promise.all([press(), press(), press()]);
    const shown = (await one.reads()).messages.map(textOf).flatMap((text) => RECEIPT_CODE.exec(text) ?? []);
    expect(shown.length).toBeGreaterThanOrEqual(3);
    expect(new Set(shown).size).toBe(1);
    expect((await (await citizen()).says(`ติดตาม ${shown[0]}`)).text).toContain('รับเรื่อง');
  });

  it('takes an unsent message out before filing, and says beforehand that later it stays', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    await one.says('ข้อความที่จะถอน');
    const sent = (await hand.chat(one)).findLast(({ content }) => content.kind === 'text');
    await hand.post(`${one.user.id}/unsend`, { from: one.user.id, messageId: sent?.messageId });
    await one.says('ข้อความที่คงไว้');
    const kept = (await hand.chat(one)).findLast(({ content }) => content.kind === 'text');
    const review = await hand.toReview(one);
    expect(review.text).toContain('จะไม่ลบสิ่งที่ส่งให้หน่วยงาน');
    const code = RECEIPT_CODE.exec((await one.taps('ส่งเรื่อง')).text)?.[0];
    await hand.post(`${one.user.id}/unsend`, { from: one.user.id, messageId: kept?.messageId });
    expect((await one.taps('แสดงรหัสอีกครั้ง')).text).toContain(code);
  });

  it('files nothing when the only message was unsent', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    await one.says('ข้อความเดียว');
    const sent = (await hand.chat(one)).findLast(({ content }) => content.kind === 'text');
    const review = await hand.toReview(one);
    await hand.post(`${one.user.id}/unsend`, { from: one.user.id, messageId: sent?.messageId });
    expect(review.messages.length).toBeGreaterThan(0);
    expect((await one.taps('ส่งเรื่อง')).text).not.toMatch(RECEIPT_CODE);
  });

  it('keeps no code out of the group or a story: in both it is answered with a warning', async () => {
    const one = await citizen();
    const code = await fileComplaint(one);
    await one.taps('บันทึกรหัสแล้ว');
    expect((await who.staff.says(`รหัสของฉัน ${code}`, who.group)).text).toContain('ลบข้อความนั้น');
    expect((await who.staff.says(code.replaceAll(' ', ''), who.group)).text).toContain('ลบข้อความนั้น');
    await hand.atWhat(one);
    expect((await one.says(`เรื่องเดิมรหัส ${code} ครับ`)).text).toContain('ระบบจึงไม่ได้เก็บไว้');
    expect((await hand.skipToReview(one)).text).not.toContain('ตอบแล้ว (1)');
  });

  it('files nothing about the head while nobody was named for it, and names the bodies outside', async () => {
    const one = await citizen();
    expect((await hand.fileAboutHead(one)).text).toContain('ยังไม่ได้ส่งเรื่อง');
    expect((await one.reads()).text).not.toMatch(RECEIPT_CODE);
  });

  it(
    'slows down who guesses codes, and owners still get in, from any account',
    async () => {
      const one = await citizen();
      const code = await fileComplaint(one);
      let guess = 0;
      const wrong = () => showReceiptCode(makeReceiptCode(String(++guess).padStart(16, '7')));
      const guesser = await citizen();
      for (let n = 0; n < GUESSES_EACH; n += 1) {
        expect((await guesser.says(`ติดตาม ${wrong()}`)).text).toContain('ไม่พบเรื่องของรหัสนี้');
      }
      expect((await guesser.says(`ติดตาม ${wrong()}`)).text).toContain('กรุณารออีกประมาณ 60 นาที');
      expect((await guesser.says(`ติดตาม ${code}`)).text).toContain('กรุณารอ');
      for (let other = 1; other < GUESSERS; other += 1) {
        const next = await citizen();
        await Promise.all(Array.from({ length: GUESSES_EACH }, () => hand.types(next, `ติดตาม ${wrong()}`)));
        await next.reads();
      }
      const late = await citizen();
      await late.says(`ติดตาม ${wrong()}`);
      expect((await late.says(`ติดตาม ${wrong()}`)).text).toContain('กรุณารอ');
      const owner = await citizen();
      expect((await owner.says(`ติดตาม ${code}`)).text).toContain('รับเรื่อง');
      expect((await owner.says(`ติดตาม ${code}`)).text).toContain('รับเรื่อง');
    },
    TEST_MS,
  );

  it('asks after half an hour whether to go on, and goes on where it stood', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    await one.says('ครึ่งชั่วโมงก่อน');
    await office.setTime(SCENARIO_START_MS + 35 * MINUTE_MS);
    expect((await one.says('ยังอยู่')).text).toContain('จะทำต่อหรือเริ่มใหม่');
    await one.taps('ทำต่อ');
    expect((await hand.toReview(one)).text).toContain('ตอบแล้ว');
    expect((await one.taps('ส่งเรื่อง')).text).toMatch(RECEIPT_CODE);
  });

  it('shows cases to officers, but not to those of the accused unit nor to an admin', async () => {
    await office.setTime(SCENARIO_START_MS + HOUR_MS + MINUTE_MS);
    expect((await officer.says('เรื่อง')).text).toMatch(/เรื่องที่ 2569-\d{5}/);
    expect((await ofAccused.says('เรื่อง')).text).toContain('ไม่มีเรื่อง');
    expect((await who.admin.says('เรื่อง')).text).toContain('สำหรับเจ้าหน้าที่รับเรื่อง');
  });

  it('shows a case about the head only to those named for it, and never in the group', async () => {
    await who.admin.says('ผู้อ่านเรื่องผู้บริหาร');
    // The officer of กองช่าง is named; the other officer must not see it.
    const cards = await hand.chat(who.admin);
    const card = cards.at(-1);
    if (!card) throw new Error('no list of readers');
    const press = tappablesOf(card).find(({ action }) => String(action['data']).includes(ofAccused.user.id));
    await hand.post(`${who.admin.user.id}/postbacks`, {
      from: who.admin.user.id,
      data: press?.action['data'],
    });
    const one = await citizen();
    expect((await hand.fileAboutHead(one)).text).toMatch(RECEIPT_CODE);
    await who.staff.says('ครับ', who.group);
    const listed = (await officer.says('เรื่อง')).text.match(/2569-\d{5}/g) ?? [];
    await office.setTime(SCENARIO_START_MS + 2 * HOUR_MS + MINUTE_MS);
    expect((await ofAccused.says('เรื่อง')).text).toMatch(/เรื่องที่ 2569-\d{5}/);
    expect((await officer.says('เรื่อง')).text.match(/2569-\d{5}/g)).toEqual(listed);
    expect((await who.staff.says('ครับ', who.group)).text).not.toContain('เรื่องร้องเรียน');
  });

  it('forgets a draft that nobody touched for a day, and says so', async () => {
    const one = await citizen();
    await hand.atWhat(one);
    await one.says('เมื่อวาน');
    await office.setTime(SCENARIO_START_MS + 27 * HOUR_MS);
    expect((await one.says('กลับมาแล้ว')).text).toContain('เกิน 24 ชั่วโมงถูกลบแล้ว');
    expect((await one.says('กลับมาแล้ว')).text).not.toContain('ตอบแล้ว');
  });
});
