import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importReport } from '../../../bot/measures/import/import-report.ts';
import type { DownloadTicket } from '../../../shared/api/download.ts';
import type { Accepted, DraftView } from '../../../shared/measures/draft-api.ts';
import type { MeasureList } from '../../../shared/measures/measure-api.ts';
import { readReport } from '../../../shared/measures/read-report.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { demoPlanText } from '../../fixtures/measures/demo-plan.ts';
import { type ApiOnLoopback, type ApiPerson, openApi } from '../http/api-on-loopback.ts';

const YEAR = 2026 as FiscalYear;

describe('the report of a round as a file', () => {
  let api: ApiOnLoopback;
  let admin: ApiPerson;
  beforeEach(async () => {
    api = await openApi();
    admin = await api.person('ผู้ดูแล', ['admin', 'staff']);
    const text = demoPlanText('อบต.ทดสอบ', YEAR);
    const posted = await admin.post('/measures/drafts', { kind: 'pasted', text });
    const { id, rev } = (await posted.json()) as DraftView;
    const accepted = await admin.post(`/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
    expect(((await accepted.json()) as Accepted).added).toBe(12);
  });
  afterEach(() => api.close());

  const ticket = async (who: ApiPerson, input: object) =>
    who.post('/downloads', { kind: 'measure-report', input });
  const file = async (input: object): Promise<Response> => {
    const { path } = (await (await ticket(admin, input)).json()) as DownloadTicket;
    return fetch(`${api.url}${path}`);
  };

  it.each(['docx', 'xlsx'] as const)(
    'is a %s that says what was reported, and reads as the same measures',
    async (format) => {
      const list = (await (await admin.get('/measures?view=mine')).json()) as MeasureList;
      const [first] = list.measures;
      await admin.post(`/measures/${YEAR}/${first?.id}/reports`, {
        rev: first?.rev,
        status: 'done',
        result: 'ทำครบทุกข้อ',
      });
      const answer = await file({ year: YEAR, layout: 'ph', round: 12, digits: 'as-written', format });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(/filename="measures-2026-12\.(docx|xlsx)"/);
      const read = await importReport(Buffer.from(await answer.arrayBuffer()));
      if (read.kind !== 'blocks') throw new Error(read.kind);
      const again = readReport(read.blocks);
      if (again.kind !== 'read') throw new Error(again.kind);
      const { measures } = again.plan;
      expect(measures).toHaveLength(12);
      const reported = measures.find(({ title }) => title === first?.title);
      expect(reported?.result).toContain('ทำครบทุกข้อ');
    },
  );

  it('is refused in Thai for a year without a plan and a round that is none', async () => {
    expect((await file({ year: 2020, layout: 'ph', format: 'docx' })).status).toBe(404);
    expect((await file({ year: YEAR, layout: 'ph', round: 7, format: 'docx' })).status).toBe(400);
  });

  it('is given to executive, admin and officer only', async () => {
    const staff = await api.person('พนักงาน', ['staff']);
    expect((await ticket(staff, { layout: 'ph', format: 'docx' })).status).toBe(403);
    const executive = await api.person('ปลัด', ['executive']);
    expect((await ticket(executive, { layout: 'ph', format: 'docx' })).status).toBe(200);
  });
});
