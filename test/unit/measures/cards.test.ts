import { describe, expect, it } from 'vitest';
import { bytesOf, LIMITS } from '../../../bot/line/card.ts';
import type { Message } from '../../../bot/line/line.ts';
import { summaryCard, unitCard, unitsOf } from '../../../bot/measures/cards.ts';
import { emptyMeasure } from '../../../bot/measures/empty-measure.ts';
import { closedCard, reminderCard } from '../../../bot/measures/notice-cards.ts';
import type { PlanNow } from '../../../bot/measures/read-plan.ts';
import { daysStill, dueState, roundOn } from '../../../shared/measures/due.ts';
import { planIndex, standingOf } from '../../../shared/measures/plan-index.ts';
import { DEFAULT_PROGRESS } from '../../../shared/measures/progress.ts';
import { DEFAULT_ROUNDS } from '../../../shared/measures/rounds.ts';
import type { Day } from '../../../shared/thai/days.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';

const YEAR = 2026 as FiscalYear;
const TODAY = '2026-04-10' as Day;
const pageUrl = (path: string) => `https://liff.line.me/2000000000-abcdefgh/${path}`;

/** A plan as large as one may be, with the longest names. */
function largePlan(): PlanNow {
  const measures = Array.from({ length: 1_000 }, (_, n) => ({
    id: `m${n}`,
    plannedDay: '2025-10-01' as Day,
    stepUnits: [],
    measure: {
      ...emptyMeasure(),
      number: { mark: '๑.๑.๑', value: 1 },
      title: `ที่ ${n} ${'น้ำ'.repeat(60)}`,
      units: [{ unit: `กอง${'ก'.repeat(90)}${n % 40}`, section: null }],
    },
  }));
  const index = planIndex(measures);
  const now = roundOn(YEAR, TODAY, DEFAULT_ROUNDS);
  const lines = index.lines.map((line, n) => {
    const [one] = measures.slice(n, n + 1);
    if (!one) throw new Error('no measure');
    const standing = standingOf(one, {}, { rev: 1, day: null, months: null });
    return {
      line,
      standing,
      due: dueState(line, standing, now, TODAY),
      daysStill: daysStill(line, standing, YEAR, TODAY),
    };
  });
  return {
    plan: { fiscalYear: YEAR, officeName: 'อบต.ทดสอบ', layout: 'ph', index, everCount: 1_000, version: 999 },
    settings: {
      rounds: DEFAULT_ROUNDS,
      reminderDays: [],
      progress: DEFAULT_PROGRESS,
      stillDays: 60,
      planYears: [YEAR],
      rev: 1,
    },
    now,
    lines,
  };
}

function uris(message: Message): string[] {
  return [...JSON.stringify(message).matchAll(/"uri":"([^"]+)"/g)].map(([, uri]) => uri ?? '');
}

describe('cards of measures', () => {
  const found = largePlan();
  const name = unitsOf(found)[0]?.name ?? '';
  const lines = found.lines.slice(0, 25);
  const cards: Readonly<Record<string, Message>> = {
    summary: summaryCard(found, TODAY, pageUrl),
    unit: unitCard(found, { name, lines }, TODAY, pageUrl),
    reminder: reminderCard(found, name, lines, TODAY, pageUrl),
    closed: closedCard(found, pageUrl),
  };

  it.each(Object.entries(cards))('stay within what LINE takes for the largest plan: %s', (_, card) => {
    if (card.type !== 'flex') throw new Error('no card');
    expect(bytesOf(card.contents)).toBeLessThan(LIMITS.bubbleBytes);
    for (const uri of uris(card)) expect(uri.length).toBeLessThanOrEqual(1_000);
    expect(card.contents).toMatchObject({
      footer: { contents: expect.toSatisfy((some: unknown[]) => some.length <= 2) },
    });
  });

  it.each(Object.entries(cards))('open the mini-app: %s', (_, card) => {
    expect(uris(card)).toEqual([pageUrl('measures')]);
  });

  it('open the list of the unit they show', () => {
    const card = unitCard(found, { name: 'กองช่าง', lines }, TODAY, pageUrl);
    expect(uris(card)).toEqual([pageUrl(`measures?unit=${encodeURIComponent('กองช่าง')}`)]);
  });

  it('show what is there without a mini-app, and no dead button', () => {
    expect(uris(summaryCard(found, TODAY, () => undefined))).toEqual([]);
  });
});
