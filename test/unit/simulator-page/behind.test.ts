import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../simulator/page/behind/faults-of.ts';
import { nextMonday } from '../../simulator/page/behind/next-monday.ts';

describe('next Monday 08:00 in Thailand', () => {
  const bangkok = (iso: string): number => Date.parse(`${iso}+07:00`);

  test.each([
    ['2026-01-15T12:00:00', '2026-01-19T08:00:00'],
    ['2026-01-18T23:59:59', '2026-01-19T08:00:00'],
    ['2026-01-19T07:59:59', '2026-01-19T08:00:00'],
    ['2026-01-19T08:00:00', '2026-01-26T08:00:00'],
    ['2026-12-31T09:00:00', '2027-01-04T08:00:00'],
  ])('after %s is %s', (from, expected) => {
    expect(nextMonday(bangkok(from))).toBe(bangkok(expected));
  });
});

describe('switches for trouble', () => {
  test('all off clears the faults', () => expect(faultsOf(new Set())).toEqual({}));

  test('each asks only for its own', () => {
    expect(faultsOf(new Set(['duplicates']))).toEqual({ webhook: { duplicateRate: 1 } });
    expect(faultsOf(new Set(['slow'])).webhook).toBeUndefined();
  });

  test('a spent quota is told in the words the program listens for', () => {
    expect(faultsOf(new Set(['monthlyLimit'])).api?.[0]?.answer).toEqual({
      status: 429,
      message: 'You have reached your monthly limit.',
    });
  });

  test('a refusal comes before mere slowness: the simulator takes the first rule that fits', () => {
    const rules = faultsOf(new Set(['slow', 'failing'])).api ?? [];
    expect(rules.map((rule) => Object.keys(rule.answer)[0])).toEqual(['status', 'delayMs']);
  });
});
