import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseClear } from '../../../shared/complaints/case-clear.ts';
import { makeCaseNumber, parseCaseNumber } from '../../../shared/complaints/case-number.ts';
import { DEFAULT_DEADLINE_RULES as rules } from '../../../shared/complaints/deadlines.ts';
import { extendCase } from '../../../shared/complaints/extend-case.ts';
import { HOLIDAYS } from '../../../shared/complaints/holidays.ts';
import { isLate, moveCase } from '../../../shared/complaints/move-case.ts';
import { openCase } from '../../../shared/complaints/open-case.ts';
import { readersOf } from '../../../shared/complaints/routing.ts';
import type { StatusId } from '../../../shared/complaints/status-id.ts';
import { nextSteps, STATUSES, statusOf } from '../../../shared/complaints/statuses.ts';
import { closedDays } from '../../../shared/complaints/working-days.ts';
import type { Role } from '../../../shared/people/roles.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';

const day = (text: string) => text as Day;
const closed = closedDays(HOLIDAYS);
const opened = openCase(
  {
    number: makeCaseNumber(day('2026-03-02'), '48210'),
    category: 'bribe',
    receivedDay: day('2026-03-02'),
    readerIds: ['a'],
    filledCount: 5,
    attachmentCount: 2,
  },
  rules,
  closed,
);

function moved(from: CaseClear, to: StatusId, today: string, by = statusOf(to).setBy): CaseClear {
  const move = {
    to,
    by: by === 'complainant' ? by : ('officer' as const),
    hasReason: true,
    today: day(today),
  };
  const result = moveCase(from, move, rules, closed);
  if (result.kind === 'refused') throw new Error(result.why);
  return result.moved;
}

describe('a case', () => {
  it('starts with both clocks from the received day', () => {
    expect(opened).toMatchObject({
      status: 'received',
      acknowledgeDueDay: '2026-03-06',
      dueDay: '2026-03-17',
      answeredDay: null,
      finishedDay: null,
    });
  });

  it('is acknowledged by an officer’s first move, answered by the result, finished by the close', () => {
    const screening = moved(opened, 'screening', '2026-03-04');
    expect(screening.acknowledgedDay).toBe('2026-03-04');
    const told = moved(moved(screening, 'fact-finding', '2026-03-05'), 'result-told', '2026-03-16');
    expect(told).toMatchObject({
      acknowledgedDay: '2026-03-04',
      answeredDay: '2026-03-16',
      finishedDay: null,
    });
    const done = moved(told, 'closed', '2026-03-31');
    expect(done).toMatchObject({ answeredDay: '2026-03-16', finishedDay: '2026-03-31' });
    expect(isLate(done)).toBe(false);
  });

  it('gets a new clock when it is disputed, and stays late if it was', () => {
    const late = moved(opened, 'not-accepted', '2026-03-18');
    expect(isLate(late)).toBe(true);
    const disputed = moved(late, 'disputed', '2026-04-01');
    expect(disputed).toMatchObject({
      clockFromDay: '2026-04-01',
      dueDay: '2026-04-16',
      answeredDay: null,
      finishedDay: null,
      missedDueDay: true,
    });
    const reopened = moved(disputed, 'reopened', '2026-04-07');
    expect(reopened.dueDay).toBe('2026-04-16');
    const extended = { ...late, extensions: [{ onDay: day('2026-03-10'), days: 5 }] };
    expect(moved(extended, 'disputed', '2026-04-01').extensions).toEqual([]);
    expect(isLate(moved(reopened, 'result-told', '2026-04-10'))).toBe(true);
  });

  it('moves only along the table, by whom it says, and with words where it asks for them', () => {
    for (const { id, needsReason, setBy } of STATUSES) {
      for (const from of STATUSES) {
        for (const by of ['officer', 'complainant'] as const) {
          const before = { ...opened, status: from.id };
          const move = { to: id, by, hasReason: false, today: day('2026-03-03') };
          const result = moveCase(before, move, rules, closed);
          const allowed = from.next.includes(id) && setBy === by;
          if (!allowed) expect(result).toEqual({ kind: 'refused', why: 'may-not-follow' });
          else if (needsReason) expect(result).toEqual({ kind: 'refused', why: 'needs-reason' });
          else expect(result.kind).toBe('moved');
        }
      }
    }
  });

  it('keeps its facts in step with its status through any life', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 25 }), (choices) => {
        let each = opened;
        let today = opened.receivedDay;
        for (const choice of choices) {
          const steps = [...nextSteps(each.status, 'officer'), ...nextSteps(each.status, 'complainant')];
          const next = steps[choice % steps.length];
          if (!next) break;
          today = addDays(today, choice);
          const wasLate = isLate(each);
          each = moved(each, next.id, today);
          expect(each.answeredDay !== null).toBe(next.stopsClock);
          expect(each.finishedDay !== null).toBe(next.isFinished);
          expect(each.acknowledgedDay).not.toBeNull();
          expect(each.clockFromDay <= today && each.clockFromDay < each.dueDay).toBe(true);
          if (wasLate) expect(isLate(each)).toBe(true);
          expect(each.receivedDay).toBe(opened.receivedDay);
        }
      }),
    );
  });
});

describe('an extension', () => {
  const ask = (days: number, today = '2026-03-16', hasReason = true) => ({
    days,
    hasReason,
    today: day(today),
  });

  it('adds days to the running clock', () => {
    const once = extendCase(opened, ask(15), rules, closed);
    if (once.kind === 'refused') throw new Error(once.why);
    expect(once.extended).toMatchObject({
      dueDay: '2026-04-01',
      extensions: [{ onDay: '2026-03-16', days: 15 }],
    });
    const twice = extendCase(once.extended, ask(5, '2026-04-01'), rules, closed);
    expect(twice).toMatchObject({ kind: 'extended', extended: { dueDay: '2026-04-06' } });
  });

  it('is refused with the reason why', () => {
    const why = (from: CaseClear, request = ask(5)) => {
      const result = extendCase(from, request, rules, closed);
      return result.kind === 'refused' ? result.why : undefined;
    };
    expect(why(moved(opened, 'forwarded', '2026-03-10'))).toBe('answered');
    expect(why(opened, ask(5, '2026-03-18'))).toBe('overdue');
    expect(why(opened, ask(5, '2026-03-17'))).toBeUndefined();
    expect(why(opened, ask(5, '2026-03-16', false))).toBe('needs-reason');
    for (const days of [0, -1, 1.5, 16, Number.NaN]) expect(why(opened, ask(days))).toBe('bad-days');
    const often = { ...opened, extensions: Array(4).fill({ onDay: day('2026-03-03'), days: 1 }) };
    expect(why(often)).toBe('too-often');
  });
});

describe('a case number', () => {
  it('shows the พ.ศ. year and five random digits, and is read however it is typed', () => {
    expect(opened.number).toBe('2569-48210');
    for (const typed of ['2569-48210', '2569/48210', '256948210', ' ๒๕๖๙ - ๔๘๒๑๐ '])
      expect(parseCaseNumber(typed)).toBe('2569-48210');
    for (const typed of ['', '48210', '2569-4821', '2569-482100', '2569-4821a'])
      expect(parseCaseNumber(typed)).toBeUndefined();
  });

  it('refuses digits that are not five', () => {
    for (const digits of ['', '1234', '123456', '1234๕', 'abcde'])
      expect(() => makeCaseNumber(day('2026-01-01'), digits)).toThrow(RangeError);
  });
});

describe('who may read a case', () => {
  const member = (id: string, unit: string, ...roles: Role[]) => ({ id, unit, roles });
  const members = [
    member('clerk', 'สำนักปลัด (งานนิติการ)', 'officer'),
    member('finance', 'กองคลัง', 'officer', 'finance'),
    member('staff', 'กองคลัง', 'staff'),
    member('admin', 'สำนักปลัด', 'admin'),
    member('head', 'ฝ่ายบริหาร', 'executive', 'officer'),
    member('auditor', 'หน่วยตรวจสอบภายใน', 'staff'),
  ];
  const readers = (accused: Parameters<typeof readersOf>[1], named: string[] = []) =>
    readersOf(members, accused, named);

  it('are the officers, without those of the accused’s unit however its name is written', () => {
    expect(readers({ kind: 'unit', unit: 'กองคลัง' })).toEqual({ kind: 'readers', ids: ['clerk', 'head'] });
    for (const unit of ['สำนักปลัด', 'สำนัก ปลัด', 'สำนักปลัด (งานนิติการ)'])
      expect(readers({ kind: 'unit', unit })).toEqual({ kind: 'readers', ids: ['finance', 'head'] });
    expect(readers({ kind: 'unknown' })).toEqual({ kind: 'readers', ids: ['clerk', 'finance', 'head'] });
  });

  it('are only those named, if the head is accused, and never an executive', () => {
    expect(readers({ kind: 'head' }, ['auditor', 'head', 'gone'])).toEqual({
      kind: 'readers',
      ids: ['auditor'],
    });
  });

  it('may be nobody, and then that is said', () => {
    expect(readers({ kind: 'head' })).toEqual({ kind: 'nobody' });
    expect(readers({ kind: 'head' }, ['head'])).toEqual({ kind: 'nobody' });
    const alone = [member('only', 'กองช่าง', 'officer')];
    expect(readersOf(alone, { kind: 'unit', unit: 'กองช่าง' }, ['only'])).toEqual({ kind: 'nobody' });
    expect(readersOf([member('noUnit', '', 'officer')], { kind: 'unit', unit: 'กองช่าง' }, [])).toEqual({
      kind: 'nobody',
    });
  });
});
