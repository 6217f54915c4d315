import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIFF_HEADERS } from '../../bot/api/liff-headers.ts';
import { FIREBASE_JSON, HOSTING } from '../../functions/hosting.ts';

const written = JSON.parse(
  readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8'),
) as typeof FIREBASE_JSON;

it('firebase.json is what the program declares', async () => {
  await expect(`${JSON.stringify(FIREBASE_JSON, null, 2)}\n`).toMatchFileSnapshot('../../firebase.json');
});

it('Hosting sends the security headers of the one-machine program with every page of the mini-app', () => {
  const pages = written.hosting.headers.find(({ source }) => source === '/liff/**');
  const sent = Object.fromEntries(pages?.headers.map(({ key, value }) => [key, value]) ?? []);
  expect(sent).toEqual({ ...LIFF_HEADERS, 'Cache-Control': 'no-store' });
});

it('only files whose names carry their content are kept for ever, and said so after the rule for all', () => {
  const immutable = written.hosting.headers.flatMap(({ source, headers }, at) =>
    headers.some(({ value }) => value.includes('immutable')) ? [[at, source]] : [],
  );
  expect(immutable).toEqual([[1, '/liff/assets/**']]);
});

it.each([
  ['/api/cases', 'cases'],
  ['/api/cases/7/files/c-0', 'cases'],
  ['/api/downloads', 'cases'],
  ['/api/session', 'api'],
  ['/api/casesx', 'api'],
  ['/webhook', 'webhook'],
  ['/notice-files/a.jpg', 'api'],
  ['/liff/config.json', 'api'],
  ['/liff/cases/7', '/liff/index.html'],
  ['/healthz', undefined],
])('%s goes to %s', (path, target) => {
  const found = HOSTING.rewrites.find(({ source }) =>
    source.endsWith('/**') ? path.startsWith(source.slice(0, -2)) : path === source,
  );
  expect(found && ('function' in found ? found.function.functionId : found.destination)).toBe(target);
});
