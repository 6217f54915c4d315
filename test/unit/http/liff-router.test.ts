import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liffRouter } from '../../../bot/api/liff-router.ts';

describe('the mini-app’s files', () => {
  let folder: string;
  let server: Server;
  let url: string;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liff-'));
    const app = express();
    app.use('/liff', liffRouter({ folder, config: { liffId: '1-a', login: 'line' } }));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  test('before it is built, a page says what to do, and the program runs on', async () => {
    const response = await get('/liff/cases');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  test('every address gives the page, never cached; files of the build are kept for ever', async () => {
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><head><title>หน้า</title></head>');
    await writeFile(join(folder, 'assets', 'index-abc.js'), 'console.log("x".repeat(9))');
    await writeFile(join(folder, 'assets', 'line-login-abc.js'), 'login()');
    await writeFile(join(folder, 'secret.txt'), 'not part of the build');
    for (const path of ['/liff/', '/liff/cases/x', '/liff/secret.txt', '/liff/..%2f..%2fpackage.json']) {
      const page = await get(path);
      expect(await page.text(), path).toContain('<title>หน้า</title>');
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
    const script = await get('/liff/assets/index-abc.js', { 'accept-encoding': 'br' });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toContain('console.log');
    expect((await get('/liff/assets/other.js')).status).toBe(404);
    expect((await get('/liff/assets/..%2findex.html')).status).toBe(404);
  });

  test('a page may run no script but its own, be framed by nobody, and tell nobody where it was', async () => {
    const { headers } = await get('/liff/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('brings the way to log in along with the page, so that a phone asks for it at once', async () => {
    const page = await (await get('/liff/')).text();
    expect(page).toContain(
      'content="{&quot;liffId&quot;:&quot;1-a&quot;,&quot;login&quot;:&quot;line&quot;}"',
    );
    expect(page).toContain('<link rel="modulepreload" crossorigin href="/liff/assets/line-login-abc.js" />');
  });

  test('says how to log in, and nothing else of the office', async () => {
    expect(await (await get('/liff/config.json')).json()).toEqual({ liffId: '1-a', login: 'line' });
  });
});
