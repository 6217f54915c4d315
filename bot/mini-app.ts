import express, { type Router } from 'express';
import { apiRouter } from './api/api-router.ts';
import { askLine } from './api/ask-line.ts';
import { downloadRoute } from './api/download-route.ts';
import { downloadRouter } from './api/download-router.ts';
import { liffRouter } from './api/liff-router.ts';
import { loginOf } from './api/login-of.ts';
import { sessionRoute } from './api/session-route.ts';
import { createVerifyIdToken } from './api/verify-id-token.ts';
import type { Clock } from './clock.ts';
import { caseRoutes } from './complaints/api.ts';
import { createCaseOpener } from './complaints/case-content.ts';
import { caseFileDownload } from './complaints/case-files.ts';
import { statisticsDownload, statisticsRoute } from './complaints/statistics-api.ts';
import type { Files } from './files/files.ts';
import type { Line } from './line/line.ts';
import type { Log } from './log.ts';
import { measureRoutes } from './measures/api.ts';
import { reportDownload } from './measures/report-download.ts';
import { noticeRoutes } from './notices/api.ts';
import { giftDownload } from './notices/gift-download.ts';
import { giftRoutes } from './notices/gift-routes.ts';
import { openFilesRouter } from './notices/open-files-router.ts';
import { pictureRoutes } from './notices/picture-api.ts';
import { noticeSettingsRoutes } from './notices/settings-api.ts';
import type { OfficeKeys } from './office-keys.ts';
import type { Random } from './random.ts';
import type { PrivateKey } from './sealing/opening/private-key.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

export interface MiniAppDeps {
  readonly store: Store;
  readonly files: Files;
  readonly line: Line;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly keys: OfficeKeys;
  /** The office's private keys. They come no further than the routes that open cases. */
  keyring(): Promise<readonly PrivateKey[]>;
  /** Where the built mini-app lies. */
  readonly liffFolder: string;
  /** Left out: everything. `cases` also gives out all files by ticket, for tickets to case files are among them. */
  readonly serves?: 'cases' | 'all-but-cases';
}

/** The mini-app's server side: its files and the API. The list of the features' routes stands here and nowhere else. */
export function createMiniApp(
  settings: Settings,
  deps: MiniAppDeps,
): { readonly api: Router; readonly liff: Router; readonly noticeFiles: Router } {
  const { store, clock, log } = deps;
  const { LINE_API_URL: apiUrl, LINE_LOGIN_CHANNEL_ID: loginChannelId, LIFF_ID: liffId = '' } = settings;
  const verifyIdToken = loginChannelId
    ? createVerifyIdToken((idToken) => askLine(idToken, { apiUrl, loginChannelId }), clock)
    : undefined;
  const opener = createCaseOpener(deps.keyring, store, deps.files);
  let accountId: string | undefined;
  void deps.line.accountId().then((id) => {
    accountId = id;
  });
  const notices = { ...deps, publicUrl: settings.PUBLIC_URL, accountId: () => accountId };
  const downloads = [
    statisticsDownload(store),
    caseFileDownload({ store, opener }),
    giftDownload(store),
    reportDownload(deps),
  ];
  const ofCases = [...caseRoutes({ ...deps, opener }), downloadRoute(downloads, deps)];
  const others = [
    sessionRoute(store),
    statisticsRoute(store),
    ...measureRoutes(deps),
    ...pictureRoutes(notices),
    ...noticeRoutes(notices),
    ...noticeSettingsRoutes(deps),
    ...giftRoutes(deps),
  ];
  const routes = [
    ...(deps.serves === 'all-but-cases' ? [] : ofCases),
    ...(deps.serves === 'cases' ? [] : others),
  ];
  // The one address without a login comes first; whatever it does not know is the API's to refuse.
  const api = express.Router();
  if (deps.serves !== 'all-but-cases') api.use(downloadRouter(downloads, deps));
  api.use(apiRouter(routes, { store, clock, log, verifyIdToken }));
  return {
    api,
    noticeFiles: openFilesRouter(deps.files, notices.accountId),
    liff: liffRouter({ folder: deps.liffFolder, config: { liffId, login: loginOf(apiUrl) } }),
  };
}
