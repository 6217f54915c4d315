import { expect, it } from 'vitest';
import { budgetYears } from '../../bot/budget/records.ts';
import {
  NEW_NOTICE_SETTINGS,
  NOTICE_SETTINGS_ID,
  noticeAcks,
  noticeSettings,
  notices,
} from '../../bot/notices/records.ts';
import { type Post, posts } from '../../bot/outbox/records.ts';
import { type Group, groups, members, NEW_OFFICE, OFFICE_ID, offices } from '../../bot/people/records.ts';
import { MAX_PAGE, ref, type Stored } from '../../bot/store/store.ts';
import { summarise } from '../../shared/budget/summary.ts';
import { nextSlot, type Rhythm } from '../../shared/people/schedule.ts';
import { addDays, type Day, dayOf, dayParts, epochMsOf, weekdayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import type { SimGroup, SimUser } from '../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../unit/webhook/program-in-memory.ts';

/**
 * A fiscal year of an invented office of sixty on the free plan of 300 messages a month: a weekly spending summary, a notice a
 * month, the seasons, and reminders to who has not read. How people behave is drawn from a seed.
 */
const START = '2026-09-28' as Day;
const END = '2027-09-30' as Day;
const PEOPLE = 60;
const PLAN = 300;
const HOUR_MS = 60 * 60 * 1000;
/** Hours at which the program looks at the clock in this test; people are awake in between. */
const HOURS = [7, 8.75, 10, 11.5, 13, 14.5, 16, 19];
/** Chance that somebody types in a group between two of those hours, on a working day; that a member taps รับทราบ on a day; that a member asks the bot something in 1:1. */
const TALK = { all: 0.6, money: 0.3, heads: 0.05 };
const ACK_A_DAY = 0.3;
const ASK_A_DAY = 0.06;
const NOTICE_KINDS = ['ประกาศทั่วไป', 'คู่มือ', 'หลักเกณฑ์การฝึกอบรม', 'ประมวลจริยธรรม'];

interface Office {
  readonly program: ProgramInMemory;
  readonly people: readonly SimUser[];
  readonly admin: SimUser;
  readonly chats: Readonly<Record<keyof typeof TALK, SimGroup>>;
  /** Season proposals the admin has taken up. */
  accepted: number;
}

async function openYear(): Promise<Office> {
  const startMs = epochMsOf(START, 6);
  const program = await openProgram({
    startMs,
    quota: { type: 'limited', limit: PLAN },
    groupPostbackUserId: true,
  });
  const people: SimUser[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await program.person(`บุคลากร ${n + 1}`));
  const admin = people[0] ?? expect.fail('nobody');
  const chats = {
    all: await program.group('เจ้าหน้าที่ทุกคน', people),
    money: await program.group('กองคลัง', people.slice(0, 12)),
    heads: await program.group('ผู้บริหาร', people.slice(0, 8)),
  };
  const linked = (group: SimGroup, rhythm: Rhythm): Group => {
    const budgetSchedule = { rhythm, hour: 8, minute: 30 };
    return {
      name: group.name,
      status: 'linked',
      topics: ['budget', 'notices'],
      budgetSchedule,
      nextSlotAtMs: nextSlot(budgetSchedule, startMs).atMs,
      pushAfterMs: 8 * HOUR_MS,
      rev: 2,
    };
  };
  await program.store.transact(async (tx) => {
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ' });
    tx.set(ref(noticeSettings, NOTICE_SETTINGS_ID), NEW_NOTICE_SETTINGS);
    for (const [n, { id, name }] of people.entries())
      tx.set(ref(members, id), {
        name,
        unit: 'กองคลัง',
        roles: n === 0 ? ['admin'] : ['staff'],
        status: 'active',
        joinedAtMs: startMs,
      });
    tx.set(ref(groups, chats.all.id), linked(chats.all, 'week'));
    tx.set(ref(groups, chats.money.id), linked(chats.money, 'week'));
    tx.set(ref(groups, chats.heads.id), linked(chats.heads, 'month'));
    const fiscalYear = fiscalYearOf(START);
    tx.set(ref(budgetYears, String(fiscalYear)), {
      fiscalYear,
      currentUploadId: 'none',
      hasSpending: false,
      summary: summarise([], false),
      history: [],
      targets: {},
      rev: 1,
    });
  });
  return { program, people, admin, chats, accepted: 0 };
}

/** One day of the office, from seven to seven. */
async function live(day: Day, office: Office, random: SeededRandom): Promise<void> {
  const { program, people, admin, chats } = office;
  const works = weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
  for (const hour of HOURS) {
    program.clock.nowMs = Math.max(program.clock.nowMs, epochMsOf(day) + hour * HOUR_MS);
    await program.program.tick();
    await program.program.idle();
    if (!works || hour < 8 || hour > 17) continue;
    for (const name of ['all', 'money', 'heads'] as const)
      if (random.chance(TALK[name])) await program.says(people[5] ?? admin, 'ครับ', chats[name]);
  }
  if (!works) return;
  await program.says(admin, 'เมนู');
  // Proposed with an answer, or pushed on a Sunday: on Monday at the latest the admin sees it.
  const proposals = program.seen(admin).filter((one) => JSON.stringify(one).includes('notices/season-yes'));
  for (; office.accepted < proposals.length; office.accepted += 1) await program.taps(admin, 'ประกาศตามนี้');
  for (const person of people) if (random.chance(ASK_A_DAY)) await program.says(person, 'เมนู');
  await tapNewest(office, random);
}

/** The first working day of each month brings a notice, written in chat. */
async function writeMonthly(month: number, { program, admin }: Office): Promise<void> {
  const kind = NOTICE_KINDS[month % NOTICE_KINDS.length] ?? '';
  await program.says(admin, 'ประกาศ');
  await program.taps(admin, kind);
  await program.says(admin, `เรื่องประจำเดือนที่ ${month}`);
  await program.taps(admin, 'ทุกกลุ่ม');
  await program.says(admin, 'ส่งเลย');
  await program.taps(admin, 'ยืนยัน');
}

async function tapNewest({ program, people, chats }: Office, random: SeededRandom): Promise<void> {
  const newest = await program.store.query({
    collection: notices,
    where: [['status', '==', 'posted']],
    orderBy: { field: 'orderMs', direction: 'desc' },
    limit: 2,
  });
  for (const { id, data } of newest) {
    if (!data.content.asksAck) continue;
    const acks = await program.store.query({
      collection: noticeAcks,
      where: [['noticeId', '==', id]],
      limit: MAX_PAGE,
    });
    const done = new Set(acks.map((ack) => ack.data.userId));
    // A fifth never taps by themselves.
    for (const [n, person] of people.entries())
      if (n % 5 !== 0 && !done.has(person.id) && random.chance(ACK_A_DAY))
        await program.presses(person, `notices/ack?n=${id}`, chats.all);
  }
}

async function allPosts({ program }: Office): Promise<readonly Stored<Post>[]> {
  const found: Stored<Post>[] = [];
  let after: Stored<Post> | undefined;
  do {
    const page: readonly Stored<Post>[] = await program.store.query({
      collection: posts,
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    found.push(...page);
    after = page.length === MAX_PAGE ? page.at(-1) : undefined;
  } while (after);
  return found;
}

it('a year of an office of sixty fits into the free plan, and every post arrives within a day where people talk', async () => {
  const office = await openYear();
  const random = new SeededRandom(2570);
  const usedOf = new Map<string, number>();
  // Reminders are kept for ninety days: what was sent is looked at month by month.
  const kept = new Map<string, Stored<Post>>();
  let written = '';
  for (let day = START; day <= END; day = addDays(day, 1)) {
    const month = day.slice(0, 7);
    const isWeekday = weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
    if (written !== month && isWeekday && day >= '2026-10-01') {
      office.program.clock.nowMs = Math.max(office.program.clock.nowMs, epochMsOf(day, 8));
      await writeMonthly(dayParts(day).month, office);
      written = month;
    }
    await live(day, office, random);
    usedOf.set(month, office.program.quotaUsed());
    if (addDays(day, 1).slice(0, 7) !== month || day === END)
      for (const post of await allPosts(office)) kept.set(post.id, post);
  }
  const sent = [...kept.values()];
  const inGroups = sent.filter(({ data }) => data.kind === 'notice' || data.kind === 'budget-scheduled');
  const talking = new Set([office.chats.all.id, office.chats.money.id]);
  const waitHours = ({ data }: Stored<Post>) =>
    ((data.sentAtMs ?? Number.POSITIVE_INFINITY) - data.dueAtMs) / HOUR_MS;
  const rows = [...usedOf].map(([month, used]) => {
    const due = sent.filter(({ data }) => dayOf(data.dueAtMs).startsWith(month));
    const here = due.filter((post) => inGroups.includes(post));
    const reminders = due.filter(({ data }) => data.kind === 'notice-reminder' && data.status === 'sent');
    const waits = here
      .filter(({ data }) => data.status === 'sent' && talking.has(data.chatId))
      .map(waitHours);
    return {
      month,
      'group posts': here.filter(({ data }) => data.status === 'sent').length,
      rode: here.filter(({ data }) => data.via === 'reply').length,
      pushed: here.filter(({ data }) => data.via === 'push').length,
      'reminders rode': reminders.filter(({ data }) => data.via === 'reply').length,
      'reminders pushed': reminders.filter(({ data }) => data.via === 'push').length,
      'messages used': used,
      'longest wait h': Math.round(Math.max(0, ...waits) * 10) / 10,
    };
  });
  console.table(rows);
  for (const { month, 'messages used': used } of rows) expect([month, used <= PLAN]).toEqual([month, true]);
  const stuck = inGroups.filter(
    (post) => talking.has(post.data.chatId) && (post.data.status !== 'sent' || waitHours(post) > 24),
  );
  expect(stuck.map(({ id, data }) => [id, data.status, waitHours({ id, data })])).toEqual([]);
  // Twelve monthly notices and five seasons (two starts of a fiscal year), to three groups each, and every post once.
  const noticePosts = inGroups.filter(({ data }) => data.kind === 'notice');
  expect(noticePosts).toHaveLength(17 * 3);
  expect(sent.filter(({ data }) => ['dead', 'unsure', 'parked'].includes(data.status))).toEqual([]);
  for (const [name, group] of Object.entries(office.chats)) {
    const reader = office.people[1] ?? expect.fail('nobody');
    const seen = office.program
      .seen(reader, group)
      .filter(
        ({ content }) =>
          JSON.stringify(content).includes('notices/ack') ||
          JSON.stringify(content).includes('เรื่องประจำเดือน'),
      );
    expect([name, seen.length]).toEqual([name, 17]);
  }
  await office.program.close();
}, 240_000);
