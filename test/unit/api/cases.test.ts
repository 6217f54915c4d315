import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditRecords } from '../../../bot/audit/records.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { cases, complaintSettings, SETTINGS_ID } from '../../../bot/complaints/records.ts';
import { settingsOf } from '../../../bot/complaints/settings.ts';
import { ref } from '../../../bot/store/store.ts';
import { caseListSchema, caseViewSchema } from '../../../shared/complaints/case-api.ts';
import { markedFiles } from '../../faults/complaint-marked-files.ts';
import { file, tell } from '../../faults/complaint-story.ts';
import type { SimUser } from '../../simulator/protocol.ts';
import { type ApiAnswer, type ApiWorld, openApiWorld } from './api-world.ts';

const HOUR_MS = 60 * 60 * 1000;
const HEAD = 'ผู้บริหารสูงสุดของหน่วยงาน';

let world: ApiWorld;
beforeEach(async () => {
  world = await openApiWorld();
});
afterEach(() => world.close());

/** Files a complaint about กองช่าง, or another unit, and lets the next batch release it. */
async function released(story: { unit?: string; withFiles?: boolean } = {}): Promise<string> {
  const citizen = await world.person('ผู้ร้อง');
  const files = story.withFiles ? await markedFiles('ZQXAPI') : [];
  await tell(world, citizen, { unit: story.unit ?? 'กองช่าง', texts: ['เรียกเงินห้าพัน'], files });
  const code = await file(world, citizen);
  await world.presses(citizen, 'บันทึกรหัสแล้ว');
  await world.pass(HOUR_MS);
  await world.settle();
  return code;
}

const listOf = async (as: SimUser, query = '') =>
  caseListSchema.parse((await world.call(`/cases${query}`, { as })).json).cases;
const viewOf = (answer: ApiAnswer) => {
  expect(answer.status).toBe(200);
  return caseViewSchema.parse(answer.json);
};
const said = ({ status, json }: ApiAnswer) => [status, json['code']];
async function onlyCase(as = world.officer) {
  const [one] = await listOf(as);
  if (!one) throw new Error('no case on the list');
  return viewOf(await world.call(`/cases/${one.id}`, { as }));
}
const audit = async (action: string) =>
  (await world.store.query({ collection: auditRecords, limit: 500 })).filter(
    ({ data }) => data.action === action,
  );

describe('who sees a case', () => {
  it('its readers, with what was written, its missing elements and its next steps', async () => {
    await released();
    expect((await listOf(world.officer)).length).toBe(1);
    expect((await listOf(world.second)).length).toBe(1);
    const view = await onlyCase();
    expect(view.answers.flatMap(({ texts }) => texts)).toEqual(['นายช่าง', 'เรียกเงินห้าพัน']);
    expect(view.missing.length).toBeGreaterThan(0);
    expect(view.steps.length).toBeGreaterThan(0);
    expect(view.status).toBe('received');
  });

  it('nobody else: to an officer of the accused’s unit it is not on the list and not there, to others not allowed', async () => {
    await released({ withFiles: true });
    const { id, rev } = await onlyCase();
    expect(await listOf(world.leftOut)).toEqual([]);
    const nowhere = await world.call(`/cases/${randomUUID()}`, { as: world.leftOut });
    const hidden = await world.call(`/cases/${id}`, { as: world.leftOut });
    expect(said(hidden)).toEqual([404, 'not-found']);
    expect(hidden.bytes).toEqual(nowhere.bytes);
    for (const [path, body] of writes(rev)) {
      expect(said(await world.call(`/cases/${id}/${path}`, { as: world.leftOut, body }))).toEqual([
        404,
        'not-found',
      ]);
      expect(said(await world.call(`/cases/${id}/${path}`, { as: world.admin, body }))).toEqual([
        403,
        'not-allowed',
      ]);
    }
    expect(said(await world.call(`/cases/${id}/files/c-0`, { as: world.leftOut }))).toEqual([
      404,
      'not-found',
    ]);
    expect(said(await world.call(`/cases/${id}`, { as: world.admin }))).toEqual([403, 'not-allowed']);
    expect((await onlyCase()).rev).toBe(rev);
    const byOthers = (await audit('complaints.opened')).filter(
      ({ data }) => data.actor.kind === 'member' && data.actor.userId !== world.officer.id,
    );
    expect(byOthers).toEqual([]);
  });

  it('about the head of the office only those the office named for it', async () => {
    await world.store.transact(async (tx) => {
      const settings = await settingsOf(tx);
      tx.set(ref(complaintSettings, SETTINGS_ID), { ...settings, headReaderIds: [world.second.id] });
    });
    await released({ unit: HEAD });
    const [one] = await listOf(world.second);
    expect(await listOf(world.officer)).toEqual([]);
    expect(said(await world.call(`/cases/${one?.id}`, { as: world.officer }))).toEqual([404, 'not-found']);
    expect((await world.call(`/cases/${one?.id}`, { as: world.second })).status).toBe(200);
  });

  it('is written down once for each opening, with who, which case and which day, and not for a list', async () => {
    await released();
    await listOf(world.officer);
    const before = (await audit('complaints.opened')).length;
    const { number, id } = await onlyCase();
    await world.call(`/cases/${id}`, { as: world.second });
    const opened = await audit('complaints.opened');
    expect(opened.length).toBe(before + 2);
    expect(new Set(opened.map(({ data }) => data.subject))).toEqual(new Set([number]));
    const actors = opened.map(({ data }) => (data.actor.kind === 'member' ? data.actor.userId : ''));
    expect(actors.sort()).toEqual([world.officer.id, world.second.id].sort());
    expect(JSON.stringify(opened)).not.toContain('เรียกเงิน');
    expect((await verifyAudit(world.store)).kind).toBe('whole');
  });
});

/** One body for each write. */
const writes = (rev: number): readonly (readonly [string, object])[] => [
  ['messages', { rev, text: 'ขอข้อมูลเพิ่ม' }],
  ['moves', { rev, to: 'fact-finding' }],
  ['extensions', { rev, days: 5, reason: 'รอเอกสารจากอำเภอ' }],
  ['assignee', { rev }],
];

describe('what an officer does to a case', () => {
  it('a message, a step, an extension and taking it work, each with its entry in the audit', async () => {
    const code = await released();
    const first = await onlyCase();
    const act = async (n: number, rev: number) => {
      const [path, body] = writes(rev)[n] ?? ['', {}];
      return viewOf(await world.call(`/cases/${first.id}/${path}`, { as: world.officer, body }));
    };
    const told = await act(0, first.rev);
    expect(told.thread.at(-1)).toMatchObject({ from: 'officer', texts: ['ขอข้อมูลเพิ่ม'] });
    const moved = await act(1, told.rev);
    expect(moved.status).toBe('fact-finding');
    const extended = await act(2, moved.rev);
    expect(extended.dueDay > moved.dueDay).toBe(true);
    const taken = await act(3, extended.rev);
    expect(taken).toMatchObject({ mine: true, assigneeName: 'นิติกร' });
    for (const action of ['message', 'move', 'extend', 'take']) {
      const entries = await audit(`complaints.${action}`);
      expect(entries.map(({ data }) => data.actor)).toEqual([{ kind: 'member', userId: world.officer.id }]);
      expect(JSON.stringify(entries)).not.toContain('ขอข้อมูลเพิ่ม');
    }
    expect((await verifyAudit(world.store)).kind).toBe('whole');
    // Whoever has the code reads the officer's words, and nobody finds them in the store.
    const other = await world.person('อีกบัญชี');
    await world.says(other, `ติดตาม ${code}`);
    expect(world.shows(other, 4)).toContain('ขอข้อมูลเพิ่ม');
  });

  it('from an older state is told that it changed, and changes nothing', async () => {
    await released();
    const { id, rev } = await onlyCase();
    expect((await world.call(`/cases/${id}/assignee`, { as: world.second, body: { rev } })).status).toBe(200);
    for (const [path, body] of writes(rev)) {
      expect(said(await world.call(`/cases/${id}/${path}`, { as: world.officer, body }))).toEqual([
        409,
        'changed',
      ]);
    }
    expect((await onlyCase()).rev).toBe(rev + 1);
    const both = await Promise.all(
      [world.officer, world.second].map((as) =>
        world.call(`/cases/${id}/messages`, { as, body: { rev: rev + 1, text: 'พร้อมกัน' } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await onlyCase()).thread.length).toBe(1);
  });

  it('that the table of steps does not allow is refused in words, and changes nothing', async () => {
    await released();
    const { id, rev } = await onlyCase();
    const body = { rev, to: 'disputed', reason: 'x' };
    expect(said(await world.call(`/cases/${id}/moves`, { as: world.officer, body }))).toEqual([
      400,
      'bad-input',
    ]);
    const bare = { rev, to: 'result-told' };
    expect(said(await world.call(`/cases/${id}/moves`, { as: world.officer, body: bare }))).toEqual([
      400,
      'bad-input',
    ]);
    expect((await onlyCase()).rev).toBe(rev);
  });

  it('sent twice with one key has one effect and the same answer; the key for something else is refused', async () => {
    await released();
    const { id, rev } = await onlyCase();
    const key = randomUUID();
    const send = (text: string, as = world.officer) =>
      world.call(`/cases/${id}/messages`, { as, key, body: { rev, text } });
    const [first, again] = [await send('ข้อความเดียว'), await send('ข้อความเดียว')];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json).toEqual(first.json);
    expect(viewOf(again).thread.length).toBe(1);
    expect((await audit('complaints.message')).length).toBe(1);
    expect(said(await send('ข้อความอื่น'))).toEqual([422, 'key-reused']);
    const elsewhere = { as: world.officer, key, body: { rev } };
    expect(said(await world.call(`/cases/${id}/assignee`, elsewhere))).toEqual([422, 'key-reused']);
    // A key belongs to one person: another's same key is another request.
    expect(said(await send('ข้อความเดียว', world.second))).toEqual([409, 'changed']);
    const together = await Promise.all([1, 2, 3].map(() => send('ข้อความเดียว')));
    expect(together.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await audit('complaints.message')).length).toBe(1);
  });
});

describe('an attachment', () => {
  it('comes as a download under a name of ours that no browser runs, cleaned, and only with its own id', async () => {
    const code = await released({ withFiles: true });
    const other = await world.person('อีกบัญชี');
    await world.says(other, `ติดตาม ${code}`);
    await world.presses(other, 'ตอบหรือส่งเพิ่ม');
    for (const one of await markedFiles('ZQXAPI')) await world.sends(other, one);
    await world.presses(other, 'ส่งให้เจ้าหน้าที่');
    const view = await onlyCase();
    const inThread = view.thread.flatMap(({ attachments }) => attachments);
    expect(view.attachments.length).toBeGreaterThan(1);
    expect(inThread.length).toBe(view.attachments.length);
    for (const one of [...view.attachments, ...inThread]) {
      const { status, headers, bytes } = await world.call(`/cases/${view.id}/files/${one.id}`, {
        as: world.officer,
      });
      expect([status, bytes.length]).toEqual([200, one.sizeBytes]);
      expect(headers.get('content-type')).toBe(one.contentType);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.[a-z0-9]+"$/);
      expect(headers.get('content-disposition')).not.toContain('ZQX');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('cache-control')).toBe('no-store');
      if (one.kind === 'image') expect(bytes.includes('ZQXAPI')).toBe(false);
    }
    for (const fileId of ['c-99', 't-0-99', 't-9-0', 'x', 'c-0.pdf', '..%2fkey']) {
      expect(said(await world.call(`/cases/${view.id}/files/${fileId}`, { as: world.officer }))).toEqual([
        404,
        'not-found',
      ]);
    }
  });
});

describe('the list', () => {
  it('gives open cases by urgency, page by page, and everything when asked', async () => {
    await released();
    const { id } = await onlyCase();
    const stored = (await world.store.get(ref(cases, id)))?.data;
    expect(stored?.isOpen).toBe(true);
    let { rev } = await onlyCase();
    for (const to of ['fact-finding', 'result-told', 'closed']) {
      const body = { rev, to, reason: 'แจ้งผลแล้ว' };
      const moved = await world.call(`/cases/${id}/moves`, { as: world.officer, body });
      rev = viewOf(moved).rev;
    }
    expect(await listOf(world.officer)).toEqual([]);
    expect((await listOf(world.officer, '?view=all')).map((one) => one.status)).toEqual(['closed']);
    expect(await listOf(world.officer, `?view=all&after=${id}`)).toEqual([]);
  });
});
