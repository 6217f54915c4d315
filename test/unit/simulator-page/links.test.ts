import { describe, expect, test } from 'vitest';
import { liffAddress, liffPath } from '../../simulator/page/actions/liff-link.ts';
import { officialAccountLink } from '../../simulator/page/actions/official-account-link.ts';
import { readDeepLink, writeDeepLink } from '../../simulator/page/chat/deep-link.ts';

describe('links to the account', () => {
  test.each([
    ['https://line.me/R/oaMessage/%40prongsai/?%E0%B8%87%E0%B8%9A', { prefill: 'งบ' }],
    ['https://line.me/R/oaMessage/%40prongsai/?100%', { prefill: '100%' }],
    ['https://line.me/R/oaMessage/%40prongsai', {}],
    ['line://oaMessage/@prongsai/?hello', { prefill: 'hello' }],
    ['https://line.me/R/ti/p/%40prongsai', {}],
    ['https://line.me/R/share?text=x', undefined],
    ['https://example.com/R/ti/p/%40prongsai', undefined],
    ['not an address', undefined],
  ])('%s', (uri, expected) => {
    expect(officialAccountLink(uri)).toEqual(expected);
  });
});

describe('links to the mini-app', () => {
  test('keep path and query', () => {
    expect(liffPath('https://liff.line.me/1234-abcd/budget/2569?unit=k')).toBe('/budget/2569?unit=k');
    expect(liffPath('https://liff.line.me/1234-abcd')).toBe('');
    expect(liffPath('https://example.com/1234-abcd/budget')).toBeUndefined();
  });

  test('carry the login where no server sees it', () => {
    const address = liffAddress('http://localhost:3000/liff/', '/budget?unit=k', {
      idToken: 'a.b.c',
      accessToken: 'x/y=',
      renewUrl: 'http://localhost:4100/sim/authorize?user=U1',
    });
    const url = new URL(address);
    expect(url.pathname + url.search).toBe('/liff/budget?unit=k');
    const login = new URLSearchParams(url.hash.slice(1));
    expect(Object.fromEntries(login)).toEqual({
      sim_id_token: 'a.b.c',
      sim_access_token: 'x/y=',
      sim_renew: 'http://localhost:4100/sim/authorize?user=U1',
    });
  });
});

test('an address of the page is read as it was written', () => {
  for (const link of [
    { as: 'U1', chat: 'C2', bare: true },
    { as: 'U1', chat: undefined, bare: false },
    { as: undefined, chat: undefined, bare: false },
  ]) {
    expect(readDeepLink(writeDeepLink(link))).toEqual(link);
  }
});
