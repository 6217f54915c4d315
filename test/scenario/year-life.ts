import { noticeAcks, notices } from '../../bot/notices/records.ts';
import { MAX_PAGE } from '../../bot/store/store.ts';
import { addDays, type Day, dayParts, epochMsOf, weekdayOf } from '../../shared/thai/days.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import { bringInPlan, reportWaiting } from './measures-hand.ts';
import { YearOfCases } from './year-cases.ts';
import { END, HOUR_MS, type Office, START, type Unit, unitOf } from './year-office.ts';

/** Hours at which the program looks at the clock in this test; people are awake in between. */
const HOURS = [7, 8.75, 10, 11.5, 13, 14.5, 16, 19];
/** After this one officers work on their cases. */
const CASE_HOUR = 11.5;
/** Chance that somebody types in a group between two of those hours, on a working day; that a member taps รับทราบ on a day; that a member asks the bot something in 1:1, in the office or in the evening. */
const TALK = { all: 0.6, money: 0.3, heads: 0.05 };
const ACK_A_DAY = 0.3;
const ASK_AN_HOUR = 0.006;
const ASK_AN_EVENING = 0.03;
const NOTICE_KINDS = ['ประกาศทั่วไป', 'คู่มือ', 'หลักเกณฑ์การฝึกอบรม', 'ประมวลจริยธรรม'];
const FIRST_NOTICE = '2026-10-01' as Day;
/** When the plan of measures is accepted. */
const PLAN_DAY = '2026-10-20' as Day;
const PLAN_YEAR = 2027 as FiscalYear;

/**
 * When units report, in the evening. Of the round that closes on 15 April one reports before the first reminder, others after the
 * first, the second and the third, one after the round has closed: that counts for the round that closes on 15 October. Of
 * which one reports after the third reminder, one on the last day and one never. The auditors finish their one measure in March.
 */
const REPORTS: Readonly<Record<string, Unit>> = {
  '2027-03-30': 'หน่วยตรวจสอบภายใน',
  '2027-04-07': 'กองคลัง',
  '2027-04-09': 'สำนักปลัด',
  '2027-04-12': 'กองช่าง',
  '2027-05-20': 'กองการศึกษา',
  '2027-10-13': 'สำนักปลัด',
  '2027-10-15': 'กองคลัง',
};

/** Lets the office live from its first day to its last; calls `afterDay` with each. How people behave is drawn from a seed. */
export async function liveYear(office: Office, afterDay: (day: Day) => Promise<void>): Promise<YearOfCases> {
  const random = new SeededRandom(2570);
  const complaints = new YearOfCases(office);
  let written = '';
  for (let day = START; day <= END; day = addDays(day, 1)) {
    const month = day.slice(0, 7);
    moveTo(office, day, 8);
    if (day === PLAN_DAY) await bringInPlan(office.program, office.admin.id, PLAN_YEAR);
    if (written !== month && isWeekday(day) && day >= FIRST_NOTICE) {
      await writeMonthly(dayParts(day).month, office);
      written = month;
    }
    if (day >= FIRST_NOTICE) await complaints.morning(day);
    await live(day, office, complaints, random);
    await report(day, office);
    await afterDay(day);
  }
  return complaints;
}

function moveTo({ program: { clock } }: Office, day: Day, hour: number): void {
  clock.nowMs = Math.max(clock.nowMs, epochMsOf(day) + hour * HOUR_MS);
}

function isWeekday(day: Day): boolean {
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
}

/** One day of the office, from seven to seven. */
async function live(day: Day, office: Office, complaints: YearOfCases, random: SeededRandom): Promise<void> {
  const { program, people, admin, chats } = office;
  const works = isWeekday(day);
  for (const hour of HOURS) {
    moveTo(office, day, hour);
    await program.program.tick();
    await program.program.idle();
    if (!works || hour < 8 || hour > 17) continue;
    for (const name of ['all', 'money', 'heads'] as const)
      if (random.chance(TALK[name])) await program.says(people[5] ?? admin, 'ครับ', chats[name]);
    await ask(ASK_AN_HOUR, office, random);
    if (hour === CASE_HOUR) await complaints.work(day);
  }
  if (!works) return;
  await program.says(admin, 'เมนู');
  // Proposed with an answer, or pushed on a Sunday: on Monday at the latest the admin sees it.
  const proposals = program.seen(admin).filter((one) => JSON.stringify(one).includes('notices/season-yes'));
  for (; office.accepted < proposals.length; office.accepted += 1) await program.taps(admin, 'ประกาศตามนี้');
  await ask(ASK_AN_EVENING, office, random);
  await tapNewest(office, random);
}

async function ask(chance: number, { people, program }: Office, random: SeededRandom): Promise<void> {
  for (const person of people) if (random.chance(chance)) await program.says(person, 'เมนู');
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

async function report(day: Day, office: Office): Promise<void> {
  const unit = REPORTS[day];
  if (unit === undefined) return;
  // The last person of the unit: no admin, officer or executive.
  const reporter = office.people.findLast((_, place) => unitOf(place) === unit);
  if (!reporter || (await reportWaiting(office.program, reporter.id)) === 0)
    throw new Error(`${unit} has nothing to report on ${day}`);
  office.reports.push({ unit, atMs: office.program.clock.now() });
}
