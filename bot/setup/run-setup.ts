import type { CommandReport } from '../command-line/report.ts';
import { checkAccount, checkGroups, checkOfficeKey, checkQuota } from './check-account.ts';
import { checkMiniApp } from './check-mini-app.ts';
import { checkWebhook } from './check-webhook.ts';
import { type Finding, reportOf } from './finding.ts';
import { setUpMenus } from './set-up-menus.ts';
import type { SetupDeps } from './setup-deps.ts';
import { setupText as t } from './text.ts';

/**
 * Brings the office's account on LINE to what the program needs and says what a person still has to do. Running it again
 * changes nothing that is right already; stopped anywhere, the next run completes it. Says no secret.
 */
export async function setUpLine(deps: SetupDeps): Promise<readonly Finding[]> {
  const first = await checkAccount(deps);
  // Without the account there is nothing to go on with.
  if (first.some(({ level }) => level === 'bad')) return first;
  return [
    ...first,
    ...(await checkWebhook(deps)),
    ...(await setUpMenus(deps)),
    ...(await checkMiniApp(deps)),
    ...(await checkGroups(deps)),
    ...(await checkQuota(deps)),
  ];
}

/** `line:setup`: {@link setUpLine}, and whether the key on this machine opens what comes in. */
export async function runSetup(deps: SetupDeps): Promise<CommandReport> {
  return reportOf([...(await setUpLine(deps)), ...(await checkOfficeKey(deps))], t.endings);
}
