import { expect, test } from 'vitest';
import { matchRoute } from '../../../liff/src/routing/match-route.ts';

test('a path fills in what the pattern names, decoded', () => {
  expect(matchRoute('/cases/:id', '/cases/a%20b')).toEqual({ id: 'a b' });
  expect(matchRoute('/measures/:year/:id', '/measures/2026/m-1/')).toEqual({ year: '2026', id: 'm-1' });
});

test('a path that is longer, shorter, other or broken matches nothing', () => {
  for (const path of ['/cases', '/cases/a/b', '/case/a', '/cases/%E0%A4%A']) {
    expect(matchRoute('/cases/:id', path), path).toBeUndefined();
  }
});
