import { expect, it } from 'vitest';
import type { Post } from '../../bot/outbox/records.ts';
import type { Stored } from '../../bot/store/store.ts';
import { addDays } from '../../shared/thai/days.ts';
import { liveYear } from './year-life.ts';
import { END, openYear, PLAN, unitOf } from './year-office.ts';
import { isReminder, remindersSeen, slotOf } from './year-slots.ts';
import { allPosts, isGroupPost, isTalking, rowsOf, waitHours } from './year-table.ts';

const ROUNDS = ['รอบ 6 เดือน', 'รอบ 12 เดือน'];
const MONTHLY = 13;
/** Two starts of a fiscal year among them. */
const SEASONS = 5;

/**
 * A fiscal year of an invented office of sixty on the free plan of 300 messages a month: a weekly spending summary, a notice a
 * month, the seasons, reminders to who has not read, two rounds of measures and two complaints a month.
 */
it('a year of an office of sixty fits into the free plan: every post arrives within a day where people talk, every reminder once', async () => {
  const office = await openYear();
  const usedOf = new Map<string, number>();
  // Reminders are kept for ninety days: what was sent is looked at month by month.
  const kept = new Map<string, Stored<Post>>();
  const complaints = await liveYear(office, async (day) => {
    const month = day.slice(0, 7);
    usedOf.set(month, office.program.quotaUsed());
    if (addDays(day, 1).slice(0, 7) !== month || day === END)
      for (const post of await allPosts(office)) kept.set(post.id, post);
  });
  const made = [...kept.values()];
  const rows = rowsOf(office, made, usedOf);
  console.table(rows);
  for (const { month, 'messages used': used } of rows) expect([month, used <= PLAN]).toEqual([month, true]);
  const inGroups = made.filter(isGroupPost);
  const stuck = inGroups.filter(
    (post) => isTalking(office, post) && (post.data.status !== 'sent' || waitHours(post) > 24),
  );
  expect(stuck.map(({ id, data }) => [id, data.status, waitHours({ id, data })])).toEqual([]);
  // Monthly notices and seasons to three groups each, and every post once.
  const noticePosts = inGroups.filter(({ data }) => data.kind === 'notice');
  expect(noticePosts).toHaveLength((MONTHLY + SEASONS) * 3);
  expect(made.filter(({ data }) => ['dead', 'unsure', 'parked'].includes(data.status))).toEqual([]);
  for (const [name, group] of Object.entries(office.chats)) {
    const reader = office.people[1] ?? expect.fail('nobody');
    const seen = office.program
      .seen(reader, group)
      .filter(
        ({ content }) =>
          JSON.stringify(content).includes('notices/ack') ||
          JSON.stringify(content).includes('เรื่องประจำเดือน'),
      );
    expect([name, seen.length]).toEqual([name, MONTHLY + SEASONS]);
  }

  // Every kind of reminder came, to whom it should.
  expect(complaints.count).toBe(26);
  const seen = office.people.flatMap(({ id }) => remindersSeen(office, id));
  const stagesOf = (userIds: readonly string[], round?: string) =>
    new Set(
      seen
        .filter(({ userId, about }) => userIds.includes(userId) && (round ?? about) === about)
        .map(({ stage }) => stage),
    );
  const officerIds = office.officers.map(({ id }) => id);
  const staffIds = office.people.slice(4).map(({ id }) => id);
  for (const round of ROUNDS) {
    const days = ['14 days before', '7 days before', '3 days before', '1 days before'];
    expect(stagesOf(staffIds, round)).toEqual(new Set(days));
    expect(stagesOf([office.executive.id], round)).toEqual(new Set(['closed']));
  }
  for (const stage of ['acknowledge', 'before', 'due', 'overdue'])
    expect(stagesOf(officerIds)).toContain(stage);
  expect(stagesOf([office.executive.id])).toEqual(new Set(['closed', 'acknowledge', 'overdue']));
  const reminders = made.filter(isReminder);
  const sentOf = (kind: string) =>
    reminders.flatMap(({ data }) => (data.kind === kind ? (data.via ?? []) : []));
  expect(new Set(sentOf('measure-reminder'))).toEqual(new Set(['reply', 'push']));
  expect(new Set(sentOf('complaint-nudge'))).toEqual(new Set(['reply', 'push']));
  expect(sentOf('measure-closed')).toHaveLength(ROUNDS.length);

  // Each once: no phone showed the same one twice, and what the outbox sent is what the phones showed.
  expect(new Set(seen.map(slotOf)).size).toBe(seen.length);
  expect(seen).toHaveLength(reminders.filter(({ data }) => data.status === 'sent').length);
  // Nudges must go out whatever else does; of the reminders of measures a newer one may take an older one's place.
  expect(reminders.filter(({ data }) => data.kind !== 'measure-reminder' && data.status !== 'sent')).toEqual(
    [],
  );
  const late = reminders.filter((post) => post.data.kind !== 'measure-reminder' && waitHours(post) > 24);
  expect(late.map(({ id }) => id)).toEqual([]);
  // Nobody is told that the unit has not reported after it has.
  const untrue = reminders.filter(({ data }) => {
    const unit = unitOf(office.people.findIndex(({ id }) => id === data.chatId));
    const sentAtMs = data.sentAtMs ?? 0;
    return (
      data.kind === 'measure-reminder' &&
      office.reports.some((one) => one.unit === unit && data.dueAtMs < one.atMs && one.atMs < sentAtMs)
    );
  });
  expect(untrue.map(({ id }) => id)).toEqual([]);
  await office.program.close();
}, 240_000);
