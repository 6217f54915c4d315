import express, { type Express } from 'express';
import { createMiniApp } from '../bot/mini-app.ts';
import { keyringOf } from '../bot/sealing/opening/office-key-file.ts';
import { openOffice } from './office.ts';
import { once } from './once.ts';

/** Hosting serves the pages themselves; no function does. */
const NO_PAGES = '/nonexistent';

async function appOf(serves: 'cases' | 'all-but-cases'): Promise<Express> {
  const office = await openOffice();
  const keyring = once(() => keyringOf(process.env['OFFICE_KEYRING'] ?? ''));
  const { api, liff, noticeFiles } = createMiniApp(office.settings, {
    ...office,
    keyring: serves === 'cases' ? keyring : async () => [],
    liffFolder: NO_PAGES,
    serves,
  });
  const app = express();
  app.disable('x-powered-by');
  app.use('/api', api);
  if (serves === 'cases') return app;
  app.get('/liff/config.json', (request, response, next) => {
    request.url = '/config.json';
    liff(request, response, next);
  });
  app.use('/notice-files', noticeFiles);
  return app;
}

/** Cases and files by ticket: the only function with the office's keyring. */
export const casesApp = once(() => appOf('cases'));

/** Everything else under /api, the mini-app's configuration and the files that cards show. Holds no key that opens a case. */
export const apiApp = once(() => appOf('all-but-cases'));
