import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_JSON_BYTES } from '../../bot/api/read-json.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { systemClock } from '../../bot/clock.ts';
import { officeHourOf } from '../../bot/complaints/office-hour.ts';
import { CASE_FILES } from '../../bot/complaints/records.ts';
import { measureEvents } from '../../bot/measures/records.ts';
import { firstAdminCode } from '../../bot/people/first-admin.ts';
import { systemRandom } from '../../bot/random.ts';
import { MAX_WEBHOOK_BYTES } from '../../bot/webhook/receive.ts';
import type { DownloadTicket } from '../../shared/api/download.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { CaseList, CaseView } from '../../shared/complaints/case-api.ts';
import { STATISTICS_DOWNLOAD_KIND } from '../../shared/complaints/statistics-api.ts';
import { type DraftView, PLAN_FILE_BYTES_MAX } from '../../shared/measures/draft-api.ts';
import {
  type MeasureList,
  type MeasureView,
  PICTURE_BYTES_MAX,
  type Picture,
} from '../../shared/measures/measure-api.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import { demoPlanText } from '../fixtures/measures/demo-plan.ts';
import { fileComplaint, RECEIPT_CODE } from '../scenario/file-complaint.ts';
import { invite } from '../scenario/furnish.ts';
import { CANARIES, taggedImage } from '../unit/evidence/samples.ts';
import { documentOf, workbookOf } from '../unit/measure-routes/files-of.ts';
import type { Chatter } from './chat-hand.ts';
import { type OfficeOnFunctions, openOfficeOnFunctions } from './office-on-functions.ts';

const HOUR_MS = 60 * 60 * 1000;
/** The longest row of days on which no office works. */
const CLOSED_HOURS_MAX = 15 * 24;
const YEAR = fiscalYearOf(dayOf(Date.now()));
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Complaints become cases within office hours: how long until then. */
function toOfficeHoursMs(): number {
  for (let hours = 1; hours < CLOSED_HOURS_MAX; hours += 1)
    if (officeHourOf(Date.now() + hours * HOUR_MS)) return hours * HOUR_MS;
  throw new RangeError('no office hour');
}

/** The built functions over HTTP, each a process of its own, with bodies read before they see them, as on Google's machines. */
describe('an office on functions', () => {
  let office: OfficeOnFunctions;
  let admin: Chatter;
  let staff: Chatter;
  let officer: Chatter;
  beforeAll(async () => {
    office = await openOfficeOnFunctions();
    admin = await office.person('สมศรี ใจดี');
    staff = await office.person('ปิติ รักงาน');
    officer = await office.person('อรุณ ยุติธรรม');
  }, 120_000);
  afterAll(() => office?.close());

  const plan = async (): Promise<MeasureView> => {
    const { measures } = (await office.call<MeasureList>(staff, '/api/measures')).body;
    const first = measures[0] ?? expect.fail('no measure');
    return (await office.call<MeasureView>(staff, `/api/measures/${YEAR}/${first.id}`)).body;
  };
  const pathOf = ({ id }: MeasureView) => `/api/measures/${YEAR}/${id}`;

  it('an admin registers in the chat, names the office and invites', async () => {
    const code = await firstAdminCode(office.store, systemClock, systemRandom);
    await admin.says(`ลงทะเบียน ${code}`);
    await admin.says('อบต.บ้านสวนริมน้ำ');
    await invite(admin, staff, 'กองช่าง', 'เจ้าหน้าที่');
    await invite(admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    const session = await office.call<{ name: string; unit: string }>(staff, '/api/session');
    expect(session).toMatchObject({ status: 200, body: { name: 'ปิติ รักงาน', unit: 'กองช่าง' } });
  }, 60_000);

  it('a plan is pasted and taken on: JSON that was parsed before the function saw it', async () => {
    const text = demoPlanText('อบต.บ้านสวนริมน้ำ', YEAR);
    const { status, body } = await office.call<DraftView>(admin, '/api/measures/drafts', {
      body: { kind: 'pasted', text },
    });
    expect([status, body.measureCount]).toEqual([200, 12]);
    const accepted = await office.call(admin, `/api/measures/drafts/${body.id}/accept`, {
      body: { rev: body.rev, mode: 'replace' },
    });
    expect(accepted.status).toBe(200);
  });

  it.each([
    ['xlsx', workbookOf, SHEET],
    ['docx', documentOf, 'application/octet-stream'],
    // A phone says what it likes of a file.
    ['xlsx', workbookOf, 'text/plain'],
    ['docx', documentOf, 'application/x-www-form-urlencoded'],
  ] as const)('a plan comes as .%s, byte by byte (%#)', async (source, make, contentType) => {
    const header = 'มาตรการ\tวิธีการดำเนินงาน\tผู้รับผิดชอบ\tงบประมาณ\tผลการดำเนินการ';
    const cells = [header, '๑. จัดทำคู่มือ\tเขียนและเผยแพร่\tกองช่าง\t-\tดำเนินการแล้วเสร็จ'];
    const body = await make(cells.map((line) => line.split('\t')));
    const path = `/api/measures/drafts/file?year=${YEAR}`;
    const draft = await office.call<DraftView>(admin, path, { body, contentType });
    expect(draft).toMatchObject({ status: 200, body: { source, measureCount: 1, fiscalYear: YEAR } });
  });

  it('a report is saved once, however often the phone sends it', async () => {
    const measure = await plan();
    const body = { rev: measure.rev, status: 'in-progress', percent: 40, result: 'ดำเนินการตามแผน' };
    const before = await office.store.count({ collection: measureEvents });
    const key = randomUUID();
    const send = (sent: object) =>
      office.call<MeasureView>(staff, `${pathOf(measure)}/reports`, { body: sent, key });
    const first = await send(body);
    const again = await send(body);
    expect(first).toMatchObject({ status: 200, body: { percent: 40 } });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await office.store.count({ collection: measureEvents })).toBe(before + 1);
    const other = await send({ ...body, percent: 50 });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it.each(['image/jpeg', 'text/plain', 'application/x-www-form-urlencoded'])(
    'a picture sent as %s is kept in the bucket as pixels alone and comes back',
    async (contentType) => {
      const measure = await plan();
      const body = await taggedImage('jpeg');
      const sent = await office.call<Picture>(staff, `${pathOf(measure)}/pictures`, { body, contentType });
      expect(sent).toMatchObject({ status: 200, body: { contentType: 'image/jpeg' } });
      const path = `/api/measures/pictures/${sent.body.id}`;
      const shown = await office.call(staff, path);
      expect([shown.status, shown.type]).toEqual([200, 'image/jpeg']);
      expect([...office.storage.objects.values()].some(({ bytes }) => bytes.equals(shown.bytes))).toBe(true);
      for (const canary of Object.values(CANARIES)) expect(shown.bytes.includes(canary)).toBe(false);
      expect((await office.call(admin, path)).status).toBe(404);
    },
  );

  it('a ticket gives its file once, through the function that has no login', async () => {
    const today = dayOf(Date.now());
    const { body } = await office.call<DownloadTicket>(officer, '/api/downloads', {
      body: { kind: STATISTICS_DOWNLOAD_KIND, input: { period: 'month', end: today, format: 'xlsx' } },
    });
    const first = await office.call(undefined, body.path);
    expect([first.status, first.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await office.call(undefined, body.path)).status).toBe(404);
    expect((await office.call(undefined, body.path, { at: 'api' })).status).toBe(404);
  });

  describe('a case', () => {
    let id: string;
    let fileId = '';
    beforeAll(async () => {
      const citizen = await office.person('บุญมา ริมคลอง');
      const photo = { name: 'photo.jpg', bytes: await taggedImage('jpeg'), kind: 'image' } as const;
      const evidence = async () => expect((await citizen.sends(photo)).text).toContain('รับไว้แล้ว');
      expect(await fileComplaint(citizen, evidence)).toMatch(RECEIPT_CODE);
      await office.tickLater(toOfficeHoursMs());
      const { body } = await office.call<CaseList>(officer, '/api/cases');
      id = body.cases[0]?.id ?? expect.fail('no case');
    }, 60_000);

    it('is opened to an officer by the function that has the keyring, and written to', async () => {
      const opened = await office.call<CaseView>(officer, `/api/cases/${id}`);
      expect(JSON.stringify(opened.body.answers)).toContain('เรียกเงินจากผู้รับเหมา');
      const body = { rev: opened.body.rev };
      const taken = await office.call<CaseView>(officer, `/api/cases/${id}/assignee`, { body });
      expect(taken).toMatchObject({ status: 200, body: { mine: true } });
      const stale = await office.call<Problem>(officer, `/api/cases/${id}/assignee`, { body });
      expect(stale).toMatchObject({ status: 409, body: { code: 'changed' } });
      expect((await office.call(staff, `/api/cases/${id}`)).status).toBe(403);
      expect((await office.call(undefined, `/api/cases/${id}`)).status).toBe(401);
    });

    it('has the picture that came by the chat: sealed in the bucket, opened by the same function alone', async () => {
      const { attachments } = (await office.call<CaseView>(officer, `/api/cases/${id}`)).body;
      fileId = attachments.find(({ kind }) => kind === 'image')?.id ?? expect.fail('no picture');
      const shown = await office.call(officer, `/api/cases/${id}/files/${fileId}`);
      expect([shown.status, shown.bytes.subarray(0, 3).toString('hex')]).toEqual([200, 'ffd8ff']);
      const kept = [...office.storage.objects].filter(([name]) => name.startsWith(`${CASE_FILES}/`));
      expect(kept).toHaveLength(1);
      // The tables at the head of every picture of this kind.
      const head = shown.bytes.subarray(20, 100);
      for (const [, { bytes }] of kept) expect(bytes.includes(head)).toBe(false);
    });

    it.each(['api', 'webhook'] as const)(
      'is nowhere in the function %s, whatever path is asked',
      async (at) => {
        for (const path of [
          '/api/cases',
          `/api/cases/${id}`,
          `/api/cases/${id}/files/${fileId}`,
          `/api//cases/${id}`,
          `/api/Cases/${id}`,
          `/api/measures/../cases/${id}`,
          `/api/%63ases/${id}`,
          `/cases/${id}`,
        ])
          expect((await office.call(officer, path, { at })).status, path).toBe(404);
        const body = { rev: 0, text: 'สวัสดี' };
        expect((await office.call(officer, `/api/cases/${id}/messages`, { at, body })).status).toBe(404);
      },
    );
  });

  it('refuses what is too large with 413, as one machine does, and keeps nothing of it', async () => {
    const measure = await plan();
    const before = office.storage.objects.size;
    const large = await office.call<Problem>(staff, `${pathOf(measure)}/reports`, {
      body: { rev: measure.rev, result: 'x'.repeat(MAX_JSON_BYTES) },
    });
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
    for (const [path, who, limit] of [
      [`${pathOf(measure)}/pictures`, staff, PICTURE_BYTES_MAX],
      ['/api/measures/drafts/file', admin, PLAN_FILE_BYTES_MAX],
    ] as const) {
      const body = Buffer.alloc(limit + 1, 1);
      const refused = await office.call<Problem>(who, path, { body });
      expect(refused, path).toMatchObject({ status: 413, body: { code: 'too-large' } });
      expect((await office.call(who, path, { body: body.subarray(1) })).status, path).toBe(400);
    }
    const webhook = await fetch(office.functions.urlOf('/webhook'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events: [], more: 'x'.repeat(MAX_WEBHOOK_BYTES) }),
    });
    expect(webhook.status).toBe(413);
    expect(office.storage.objects.size).toBe(before);
  });

  it('left a whole chain of entries and no word of the case in what the functions wrote', async () => {
    expect((await verifyAudit(office.store)).kind).toBe('whole');
    expect(office.functions.log()).toContain('"event":"api"');
    for (const word of ['ผู้รับเหมา', 'บุญมา', 'สองหมื่น']) expect(office.functions.log()).not.toContain(word);
  });
});
