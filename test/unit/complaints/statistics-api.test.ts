import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Case, cases, caseTallies } from '../../../bot/complaints/records.ts';
import { tallyWrites } from '../../../bot/complaints/tally.ts';
import { ref } from '../../../bot/store/store.ts';
import { readWorkbook } from '../../../bot/workbook/read-workbook.ts';
import { downloadTicketSchema } from '../../../shared/api/download.ts';
import type { CaseClear } from '../../../shared/complaints/case-clear.ts';
import type { CategoryId } from '../../../shared/complaints/categories.ts';
import { type StatisticsView, statisticsViewSchema } from '../../../shared/complaints/statistics-api.ts';
import { statisticsDocumentText as t } from '../../../shared/complaints/text.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';
import { cellText } from '../../../shared/workbook/sheet.ts';
import { type ApiOnLoopback, openApi } from '../http/api-on-loopback.ts';

/** The fiscal year of the test's clock, July 2026, has begun in October 2025. */
const IN_FIRST_HALF = '2025-11-10' as Day;

function clearOf(n: number, category: CategoryId, receivedDay: Day, finished: boolean): CaseClear {
  const answered = finished ? addDays(receivedDay, 10) : null;
  return {
    number: `2569-${n}` as CaseClear['number'],
    category,
    status: finished ? 'closed' : 'fact-finding',
    receivedDay,
    acknowledgeDueDay: addDays(receivedDay, 3),
    acknowledgedDay: receivedDay,
    clockFromDay: receivedDay,
    dueDay: addDays(receivedDay, 15),
    answeredDay: answered,
    finishedDay: answered,
    missedDueDay: false,
    extensions: [],
    assigneeId: null,
    readerIds: [],
    filledCount: 3,
    attachmentCount: 0,
  };
}

describe('the statistics of complaints', () => {
  let api: ApiOnLoopback;
  beforeEach(async () => {
    api = await openApi();
  });
  afterEach(() => api.close());

  /** Counts cases as filing them does; with `stored`, the cases lie in the store as well, with a content nobody can open. */
  async function file(clears: readonly CaseClear[], stored = false): Promise<void> {
    await api.store.transact(async (tx) => {
      if (!stored) return;
      for (const clear of clears) {
        const content = { clear, receivedDay: clear.receivedDay, caseKeyBoxes: ['not to be opened'] };
        tx.set(ref(cases, clear.number), content as unknown as Case);
      }
    });
    for (const clear of clears) {
      await api.store.transact(async (tx) => {
        for (const { data } of await tallyWrites(tx, null, clear))
          tx.set(ref(caseTallies, '2026'), data as never);
      });
    }
  }
  const view = async (path: string): Promise<StatisticsView> => {
    const reader = await api.person('ผู้บริหาร', ['executive']);
    const answer = await reader.get(path);
    expect(answer.status).toBe(200);
    return statisticsViewSchema.parse(await answer.json());
  };

  it('are zero and say "ไม่มีเรื่องร้องเรียน" where there was none', async () => {
    const stats = await view('/statistics/complaints?period=half&end=2026-03-31');
    expect(stats).toMatchObject({
      none: 'ไม่มีเรื่องร้องเรียน',
      received: 0,
      finished: 0,
      inProgress: 0,
      notes: [],
    });
    expect(stats.byMonth).toHaveLength(6);
    expect(stats.period).toEqual({
      kind: 'half',
      first: '2025-10-01',
      last: '2026-03-31',
      name: 'ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือนแรก',
    });
    expect([stats.previousEnd, stats.nextEnd]).toEqual(['2025-09-30', '2026-09-30']);
  });

  it('give totals, answers and average, and merge small categories', async () => {
    await file([
      ...[1, 2, 3, 4].map((n) => clearOf(n, 'procurement', IN_FIRST_HALF, true)),
      clearOf(5, 'bribe', IN_FIRST_HALF, true),
      clearOf(6, 'graft', IN_FIRST_HALF, false),
      clearOf(7, 'abuse', IN_FIRST_HALF, false),
      ...[8, 9, 10, 11].map((n) => clearOf(n, 'assets', IN_FIRST_HALF, false)),
    ]);
    const stats = await view('/statistics/complaints?period=half&end=2026-03-31');
    expect(stats).toMatchObject({
      received: 11,
      finished: 5,
      inProgress: 6,
      answers: { onTime: 5, late: 0 },
    });
    expect(stats.averageDays).toBe('10.00');
    expect(stats.byCategory).toEqual([
      { name: 'ทุจริตการจัดซื้อจัดจ้าง', received: 4 },
      { name: 'ใช้ทรัพย์สินของราชการโดยมิชอบ', received: 4 },
      { name: t.merged, received: 3 },
    ]);
    expect(stats.notes).toEqual([t.noteMerged(3)]);
    const month = await view('/statistics/complaints?period=month&end=2025-11-30');
    expect(month).toMatchObject({ received: 11, notes: [t.noteMonth] });
    expect(month).not.toHaveProperty('byCategory');
    expect(month).not.toHaveProperty('answers');
  });

  it('are for officers, executives and admins, and for nobody else', async () => {
    for (const role of ['officer', 'executive', 'admin'] as const) {
      expect((await (await api.person(role, [role])).get('/statistics/complaints')).status).toBe(200);
    }
    for (const role of ['staff', 'finance'] as const) {
      expect((await (await api.person(role, [role])).get('/statistics/complaints')).status).toBe(403);
    }
    expect((await (await api.person('ชาวบ้าน')).get('/statistics/complaints')).status).toBe(403);
    expect((await fetch(`${api.url}/api/statistics/complaints`)).status).toBe(401);
  });

  it.each(['period=week', 'end=2026-02-30', 'end=x', 'period=month&end=2026-08-01'])(
    'refuse a question about %s with one Thai sentence',
    async (query) => {
      const reader = await api.person('ผู้ดูแล', ['admin']);
      const answer = await reader.get(`/statistics/complaints?${query}`);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { sentence: string }).sentence).toMatch(/[ก-๙]/);
    },
  );

  it('cost the same reads with no case and with three hundred, none of which is opened', async () => {
    const reader = await api.person('ผู้บริหาร', ['executive']);
    const cost = async () => {
      const before = api.reads();
      expect((await reader.get('/statistics/complaints?period=year')).status).toBe(200);
      return api.reads() - before;
    };
    const none = await cost();
    await file(
      Array.from({ length: 300 }, (_, n) => clearOf(n, 'bribe', IN_FIRST_HALF, n % 2 === 0)),
      true,
    );
    expect(await cost()).toBe(none);
    expect(none).toBeLessThanOrEqual(3);
    expect((await view('/statistics/complaints?period=year')).received).toBe(300);
  });

  describe('as a file', () => {
    const want = (format: string) => ({
      kind: 'complaint-statistics',
      input: { period: 'half', end: '2026-03-31', format },
    });
    async function ticketFor(format = 'docx') {
      const reader = await api.person('ผู้บริหาร', ['executive']);
      const answer = await reader.post('/downloads', want(format));
      expect(answer.status).toBe(200);
      return { reader, ticket: downloadTicketSchema.parse(await answer.json()) };
    }

    it('are a Word document under an ASCII and a Thai name, given without a login', async () => {
      const { ticket } = await ticketFor();
      const answer = await fetch(api.url + ticket.path);
      expect(answer.status).toBe(200);
      const disposition = answer.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(
        /^attachment; filename="complaint-statistics-2025-10-01-2026-03-31\.docx"; /,
      );
      const thai = /filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '';
      expect(decodeURIComponent(thai)).toBe('สถิติเรื่องร้องเรียน ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือนแรก.docx');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    });

    it('are a workbook whose figures are numbers', async () => {
      await file([1, 2, 3, 4].map((n) => clearOf(n, 'procurement', IN_FIRST_HALF, true)));
      const { ticket } = await ticketFor('xlsx');
      const bytes = Buffer.from(await (await fetch(api.url + ticket.path)).arrayBuffer());
      const workbook = await readWorkbook(bytes, '');
      if (workbook.kind === 'refused') throw new Error(workbook.refusal.code);
      const rows = workbook.sheets.flatMap((sheet) => sheet.rows);
      const received = rows.find((row) => cellText(row[0]) === 'รับเรื่องทั้งหมด');
      expect(received?.[1]).toEqual({ kind: 'number', raw: '4' });
      const average = rows.find((row) => cellText(row[0]) === t.averageDays);
      expect(average?.[1]).toEqual({ kind: 'number', raw: '10' });
    });

    it('are given once, and of two at once to one', async () => {
      const { ticket } = await ticketFor();
      const answers = await Promise.all([1, 2].map(() => fetch(api.url + ticket.path)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      const again = await fetch(api.url + ticket.path);
      expect(again.status).toBe(404);
      expect(await again.text()).toContain('กรุณา');
    });

    it('are given within two minutes, and not to a program that only looks', async () => {
      const { ticket } = await ticketFor();
      expect((await fetch(api.url + ticket.path, { method: 'HEAD' })).status).toBe(405);
      api.clock.nowMs = ticket.expiresAtMs - 1;
      expect((await fetch(api.url + ticket.path)).status).toBe(200);
      const { ticket: late } = await ticketFor();
      api.clock.nowMs = late.expiresAtMs;
      expect((await fetch(api.url + late.path)).status).toBe(404);
    });

    it('are not given when membership or role were taken back in the meantime', async () => {
      const first = await ticketFor();
      await api.setMember(first.reader.userId, { status: 'removed' });
      expect((await fetch(api.url + first.ticket.path)).status).toBe(404);
      const second = await ticketFor();
      await api.setMember(second.reader.userId, { roles: ['staff'] });
      expect((await fetch(api.url + second.ticket.path)).status).toBe(404);
    });

    it('have a ticket of which the store and the log know nothing', async () => {
      const { reader, ticket } = await ticketFor();
      const secret = ticket.path.slice('/api/downloads/'.length);
      await fetch(`${api.url}/api/downloads/${'x'.repeat(43)}`);
      const stored = Object.entries(await api.everything()).filter(([id]) =>
        id.startsWith('downloadTickets/'),
      );
      expect(stored).toHaveLength(1);
      expect(JSON.stringify(stored)).not.toContain(secret);
      expect(JSON.stringify(stored)).not.toContain(reader.userId);
      await fetch(api.url + ticket.path);
      expect(JSON.stringify(api.log)).not.toContain(secret);
      const left = Object.keys(await api.everything()).filter((id) => id.startsWith('downloadTickets/'));
      expect(left).toEqual([]);
    });

    it('are refused to whoever may not see them, and so is any other kind of file', async () => {
      const staff = await api.person('ช่าง', ['staff']);
      expect((await staff.post('/downloads', want('docx'))).status).toBe(403);
      expect((await (await api.person('ชาวบ้าน')).post('/downloads', want('docx'))).status).toBe(403);
      const admin = await api.person('ผู้ดูแล', ['admin']);
      expect((await admin.post('/downloads', { kind: 'cases', input: {} })).status).toBe(404);
      expect((await admin.post('/downloads', want('pdf'))).status).toBe(400);
      const unknown = await fetch(`${api.url}/api/downloads/${'A'.repeat(43)}`);
      expect(unknown.status).toBe(404);
      expect((await fetch(`${api.url}/api/downloads/%E0%A4`)).status).toBe(404);
      const login = await fetch(`${api.url}/api/downloads`, { method: 'POST' });
      expect(login.status).toBe(401);
    });

    it('are asked for at most sixty times a minute from one address', async () => {
      const statuses: number[] = [];
      for (let n = 0; n < 61; n += 1) {
        statuses.push((await fetch(`${api.url}/api/downloads/${'A'.repeat(43)}`)).status);
      }
      expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
      expect(statuses.at(-1)).toBe(429);
    });
  });
});
