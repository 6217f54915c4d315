import { expect } from 'vitest';
import { budgetYears } from '../../bot/budget/records.ts';
import { NEW_NOTICE_SETTINGS, NOTICE_SETTINGS_ID, noticeSettings } from '../../bot/notices/records.ts';
import { type Group, groups, members, NEW_OFFICE, OFFICE_ID, offices } from '../../bot/people/records.ts';
import { ref } from '../../bot/store/store.ts';
import { summarise } from '../../shared/budget/summary.ts';
import type { Role } from '../../shared/people/roles.ts';
import { nextSlot, type Rhythm } from '../../shared/people/schedule.ts';
import { type Day, epochMsOf } from '../../shared/thai/days.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import type { SimGroup, SimUser } from '../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../unit/webhook/program-in-memory.ts';

/** The fiscal year 2570 with the month after it, in which its second round of measures closes. */
export const START = '2026-09-28' as Day;
export const END = '2027-10-31' as Day;
/** Messages of the month on LINE's free plan. */
export const PLAN = 300;
export const HOUR_MS = 60 * 60 * 1000;
export const UNITS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา', 'หน่วยตรวจสอบภายใน'] as const;
export type Unit = (typeof UNITS)[number];
const PEOPLE = 60;
/** Of sixty, by their place; everybody else is staff. */
const ROLES: readonly (readonly Role[])[] = [['admin'], ['executive'], ['officer'], ['officer']];

/** An invented office of sixty in five units on the free plan of 300 messages a month, and what happened in it. */
export interface Office {
  readonly program: ProgramInMemory;
  readonly people: readonly SimUser[];
  readonly admin: SimUser;
  readonly executive: SimUser;
  readonly officers: readonly SimUser[];
  readonly chats: Readonly<Record<'all' | 'money' | 'heads', SimGroup>>;
  /** When a unit had reported all of its measures, epoch ms. */
  readonly reports: { readonly unit: Unit; readonly atMs: number }[];
  /** Season proposals the admin has taken up. */
  accepted: number;
}

/** Unit of the person at a place: the units have the same number of people. */
export function unitOf(place: number): Unit {
  return UNITS[place % UNITS.length] ?? 'สำนักปลัด';
}

/** Opens the office on the morning of its first day, without plan of measures and complaints. */
export async function openYear(): Promise<Office> {
  const startMs = epochMsOf(START, 6);
  const program = await openProgram({
    startMs,
    quota: { type: 'limited', limit: PLAN },
    groupPostbackUserId: true,
  });
  const people: SimUser[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await program.person(`บุคลากร ${n + 1}`));
  const [admin, executive, ...others] = people;
  if (!admin || !executive) return expect.fail('nobody');
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
        unit: unitOf(n),
        roles: ROLES[n] ?? ['staff'],
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
  return { program, people, admin, executive, officers: others.slice(0, 2), chats, reports: [], accepted: 0 };
}
