import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { currentCosts } from '../../functions/costs/current-costs.ts';
import { costsIn, unaligned, withCosts } from '../../functions/costs/readme-section.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('the README says what the program computes: after a change, npm run costs -- --write', () => {
  expect(unaligned(costsIn(README))).toBe(unaligned(currentCosts()));
});

it('only what stands between the markers is written anew', () => {
  const written = withCosts('a <!-- costs -->old<!-- /costs --> b', 'new');
  expect(costsIn(written)).toBe('new');
  expect([written.startsWith('a '), written.endsWith(' b')]).toEqual([true, true]);
  expect(() => withCosts('no markers', 'new')).toThrow(RangeError);
  expect(() => withCosts('<!-- /costs --> <!-- costs -->', 'new')).toThrow(RangeError);
});
