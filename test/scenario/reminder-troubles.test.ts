import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { posts } from '../../bot/outbox/records.ts';
import { type Member, members } from '../../bot/people/records.ts';
import { ref } from '../../bot/store/store.ts';
import type { Day } from '../../shared/thai/days.ts';
import { addDays, epochMsOf } from '../../shared/thai/days.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import type { SimUser } from '../simulator/protocol.ts';
import { bringInPlan, reportWaiting } from './measures-hand.ts';
import { YearOfCases } from './year-cases.ts';
import { type Office, openYear, unitOf } from './year-office.ts';
import { allPosts } from './year-table.ts';

/** Seven days before the round of six months closes: reminders of this day are pushed four days later. */
const REMINDER_DAY = '2027-04-08' as Day;
const PUSH_DAY = '2027-04-12' as Day;
/** A Monday. */
const FILED_DAY = '2026-10-05' as Day;

describe('reminders that wait', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openYear();
  });
  afterEach(() => office.program.close());

  const tickAt = async (day: Day, hour: number) => {
    office.program.clock.nowMs = epochMsOf(day, hour);
    await office.program.program.tick();
    await office.program.program.idle();
  };
  const personOf = (unit: string): SimUser =>
    office.people.findLast((_, place) => unitOf(place) === unit) ?? expect.fail(unit);
  const reminderOf = async (person: SimUser, day: Day) =>
    (await office.program.store.get(ref(posts, `measure-reminder-${person.id}-${day}`)))?.data;
  const leave = (person: SimUser) =>
    office.program.store.transact(async (tx) => {
      const member: Member = (await tx.get(ref(members, person.id)))?.data ?? expect.fail('no member');
      const removed: Member = { ...member, status: 'removed' };
      tx.set(ref(members, person.id), removed);
    });
  const remind = async () => {
    office.program.clock.nowMs = epochMsOf('2026-10-20' as Day, 9);
    await bringInPlan(office.program, office.admin.id, 2027 as FiscalYear);
    await tickAt(REMINDER_DAY, 10);
  };

  it('are withdrawn from everybody of a unit once it has reported everything, and from nobody else', async () => {
    await remind();
    const reporter = personOf('กองคลัง');
    const colleague = office.people[6] ?? expect.fail('nobody');
    const other = personOf('กองช่าง');
    for (const one of [reporter, colleague, other])
      expect((await reminderOf(one, REMINDER_DAY))?.status).toBe('waiting');
    expect(await reportWaiting(office.program, reporter.id)).toBe(3);
    for (const one of [reporter, colleague])
      expect((await reminderOf(one, REMINDER_DAY))?.status).toBe('cancelled');
    expect((await reminderOf(other, REMINDER_DAY))?.status).toBe('waiting');
    expect(await office.program.says(colleague, 'เมนู')).not.toContain('ปิดรับรายงาน');
    await tickAt(PUSH_DAY, 9);
    await tickAt(PUSH_DAY, 14);
    expect(office.program.seen(colleague).map(({ via }) => via)).not.toContain('push');
    expect(office.program.seen(other).map(({ via }) => via)).toContain('push');
  });

  it('stay while the unit has something left to report', async () => {
    await remind();
    const colleague = office.people[6] ?? expect.fail('nobody');
    expect(await reportWaiting(office.program, personOf('กองคลัง').id, 2)).toBe(2);
    expect((await reminderOf(colleague, REMINDER_DAY))?.status).toBe('waiting');
    expect(await office.program.says(colleague, 'เมนู')).toContain('ใกล้ปิดรับรายงาน');
  });

  it('of measures and of cases may be withdrawn with a membership', async () => {
    await remind();
    const { forMember } = (await reminderOf(personOf('กองคลัง'), REMINDER_DAY)) ?? {};
    expect(forMember).toBe(true);
    await new YearOfCases(office).morning(addDays(REMINDER_DAY, 11));
    for (let day = addDays(REMINDER_DAY, 12); day <= '2027-05-10'; day = addDays(day, 1))
      await tickAt(day, 10);
    const made = (await allPosts(office)).filter(({ data }) =>
      ['complaint-nudge', 'measure-closed'].includes(data.kind),
    );
    expect(new Set(made.map(({ data }) => [data.kind, data.forMember].join()))).toEqual(
      new Set(['complaint-nudge,true', 'measure-closed,true']),
    );
  });

  it('of a case go to the others who may read it when the officer who took it has left the office', async () => {
    const [taker, other] = office.officers;
    if (!taker || !other) return expect.fail('no officers');
    const complaints = new YearOfCases(office);
    await complaints.morning(FILED_DAY);
    office.program.clock.nowMs = epochMsOf(addDays(FILED_DAY, 1), 10);
    await complaints.work(addDays(FILED_DAY, 1));
    await leave(taker);
    for (let day = addDays(FILED_DAY, 2); day <= addDays(FILED_DAY, 20); day = addDays(day, 1))
      await tickAt(day, 10);
    const told = (await allPosts(office)).filter(({ data }) => data.kind === 'complaint-nudge');
    const chats = new Set(told.map(({ data }) => data.chatId));
    expect(chats).toEqual(new Set([other.id, office.executive.id]));
  });
});
