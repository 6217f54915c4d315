import { describe, expect, it } from 'vitest';
import { DEFAULT_DEADLINE_RULES, dueDay } from '../../../shared/complaints/deadlines.ts';
import { HOLIDAYS } from '../../../shared/complaints/holidays.ts';
import { DEFAULT_NUDGE_RULES, type Nudge, nudgesFor } from '../../../shared/complaints/nudges.ts';
import { closedDays, isWorkingDay } from '../../../shared/complaints/working-days.ts';
import { addDays, type Day } from '../../../shared/thai/days.ts';

const day = (text: string) => text as Day;
const closed = closedDays(HOLIDAYS);
const caseFrom = (from: Day) => ({
  clockFromDay: from,
  acknowledgeDueDay: dueDay(from, DEFAULT_DEADLINE_RULES.acknowledge, closed),
  acknowledgedDay: null as Day | null,
  dueDay: dueDay(from, DEFAULT_DEADLINE_RULES.reply, closed),
  answeredDay: null as Day | null,
});
type Facts = ReturnType<typeof caseFrom>;
const on = (facts: Facts, today: Day) => nudgesFor(facts, today, DEFAULT_NUDGE_RULES, closed);
const short = ({ to, when, onDay }: Nudge) => `${to} ${when} ${onDay}`;
const answers = (facts: Facts, today: Day) => on({ ...facts, acknowledgedDay: today }, today).map(short);

describe('nudges', () => {
  it('come on the 10th, 13th and 15th day, then to the executive as well, then every week', () => {
    const facts = caseFrom(day('2026-06-08'));
    expect(facts.dueDay).toBe('2026-06-23');
    expect(answers(facts, day('2026-06-17'))).toEqual([]);
    expect(answers(facts, day('2026-06-18'))).toEqual(['officer before 2026-06-18']);
    // Two days before is a Sunday, so it is said on Friday.
    expect(answers(facts, day('2026-06-19'))).toEqual(['officer before 2026-06-19']);
    expect(answers(facts, day('2026-06-22'))).toEqual(['officer before 2026-06-19']);
    expect(answers(facts, day('2026-06-23'))).toEqual(['officer on 2026-06-23']);
    expect(answers(facts, day('2026-06-24'))).toEqual([
      'officer after 2026-06-24',
      'executive after 2026-06-24',
    ]);
    expect(answers(facts, day('2026-07-01'))).toEqual([
      'officer after 2026-07-01',
      'executive after 2026-07-01',
    ]);
  });

  it('remind of the first sign of life until an officer has given one', () => {
    const facts = caseFrom(day('2026-06-08'));
    const first = (today: string) =>
      on(facts, day(today))
        .filter(({ about }) => about === 'acknowledgement')
        .map(short);
    expect(first('2026-06-10')).toEqual([]);
    expect(first('2026-06-11')).toEqual(['officer on 2026-06-11']);
    expect(first('2026-06-12')).toEqual(['officer after 2026-06-12', 'executive after 2026-06-12']);
    expect(answers(facts, day('2026-06-12'))).toEqual([]);
  });

  it('are one for each person and purpose, on a working day that has come, with an id that stands until the next, for cases of ten years', () => {
    for (let n = 0; n < 3653; n += 13) {
      const facts = caseFrom(addDays(day('2024-01-01'), n));
      const seen = new Map<string, Nudge>();
      for (let passed = 0; passed <= 40; passed += 1) {
        const today = addDays(facts.clockFromDay, passed);
        const nudges = on(facts, today);
        expect(new Set(nudges.map(({ about, to }) => `${about} ${to}`)).size).toBe(nudges.length);
        for (const nudge of nudges) {
          expect(nudge.onDay <= today && nudge.onDay > facts.clockFromDay).toBe(true);
          expect(isWorkingDay(nudge.onDay, closed)).toBe(true);
          if (!seen.has(nudge.id)) expect(nudge.onDay).toBe(today);
          seen.set(nudge.id, nudge);
        }
      }
      const late = [...seen.values()].filter(({ when, to }) => when === 'after' && to === 'executive');
      expect(late.length).toBeGreaterThan(0);
      for (const { onDay, about } of late) {
        expect(onDay > (about === 'answer' ? facts.dueDay : facts.acknowledgeDueDay)).toBe(true);
      }
    }
  });

  it('give only the latest after days without power', () => {
    const facts = { ...caseFrom(day('2026-06-08')), acknowledgedDay: day('2026-06-09') };
    expect(on(facts, day('2026-08-31'))).toHaveLength(2);
  });

  it('move with an extension and end with the answer', () => {
    const facts = { ...caseFrom(day('2026-06-08')), acknowledgedDay: day('2026-06-09') };
    const before = on(facts, day('2026-06-23'))[0];
    const extended = { ...facts, dueDay: day('2026-07-08') };
    expect(on(extended, day('2026-06-23'))).toEqual([]);
    expect(on(extended, day('2026-07-08'))[0]?.id).not.toBe(before?.id);
    expect(on({ ...facts, answeredDay: day('2026-06-20') }, day('2026-07-30'))).toEqual([]);
  });

  it('are not given on or before the day on which a short clock starts', () => {
    const from = day('2026-06-08');
    const facts = { ...caseFrom(from), acknowledgedDay: from, dueDay: day('2026-06-10') };
    expect(on(facts, from)).toEqual([]);
    expect(answers(facts, day('2026-06-10'))).toEqual(['officer on 2026-06-10']);
    // Started on a Friday and due on Sunday: the last working day is the first one.
    const weekend = { ...facts, clockFromDay: day('2026-06-12'), dueDay: day('2026-06-14') };
    expect(on(weekend, day('2026-06-14'))).toEqual([]);
    expect(answers(weekend, day('2026-06-15'))).toHaveLength(2);
  });

  it('end even with a rule that repeats every 0 or fewer days', () => {
    const facts = caseFrom(day('2026-06-08'));
    for (const repeatDays of [0, -7]) {
      const nudges = nudgesFor(facts, day('2026-07-20'), { ...DEFAULT_NUDGE_RULES, repeatDays }, closed);
      expect(nudges).toHaveLength(4);
    }
  });
});
