import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServePage } from '../../simulator/page/serve-page.ts';

describe('the page as served', () => {
  let close: () => void;
  let url: string;

  beforeAll(async () => {
    const servePage = await createServePage();
    const server = createServer((request, response) => {
      if (!servePage(request, response)) response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(() => close());

  test.each(['/', '/?as=U1&chat=U1&bare=1', '/gallery'])(
    '%s is a page without inline scripts',
    async (path) => {
      const response = await fetch(url + path);
      const html = await response.text();
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    },
  );

  test.each(['/page/main.js', '/page/gallery.js', '/page/page.css', '/page/icon.svg'])(
    '%s exists',
    async (path) => {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect((await response.text()).length).toBeGreaterThan(0);
    },
  );

  test('everything else is left to the simulator', async () => {
    expect((await fetch(`${url}/v2/bot/info`)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });
});
