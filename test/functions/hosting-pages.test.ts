import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeHostingPages } from '../../functions/hosting-pages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prongsai-pages-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function built(): string {
  const pages = join(root, 'dist');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><head><title>x</title></head>');
  writeFileSync(join(pages, 'assets/line-login-1a2b.js'), 'export {}');
  writeFileSync(join(pages, 'assets/simulator-login-3c4d.js'), 'export {}');
  return pages;
}
const served = (name: string) => readFileSync(join(root, 'hosting/liff', name), 'utf8');

it('the page that Hosting serves carries its configuration and names the login it needs, and no function is asked', () => {
  expect(writeHostingPages(built(), join(root, 'hosting'), { liffId: '1-a', login: 'line' })).toBe(true);
  expect(served('index.html')).toContain('content="{&quot;liffId&quot;:&quot;1-a&quot;');
  expect(served('index.html')).toContain('href="/liff/assets/line-login-1a2b.js"');
  expect(JSON.parse(served('config.json'))).toEqual({ liffId: '1-a', login: 'line' });
  expect(served('assets/line-login-1a2b.js')).toBe('export {}');
});

it('without a configuration the page is as it was built and asks the function for it', () => {
  expect(writeHostingPages(built(), join(root, 'hosting'), undefined)).toBe(true);
  expect(served('index.html')).not.toContain('liff-config');
  expect(existsSync(join(root, 'hosting/liff/config.json'))).toBe(false);
});

it('says when there is no mini-app to serve, and leaves no page of an earlier build behind', () => {
  const pages = built();
  writeHostingPages(pages, join(root, 'hosting'), undefined);
  rmSync(pages, { recursive: true });
  expect(writeHostingPages(pages, join(root, 'hosting'), undefined)).toBe(false);
  expect(existsSync(join(root, 'hosting'))).toBe(false);
});
