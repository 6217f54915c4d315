import type { CommandReport } from '../command-line/report.ts';
import { checkGroups, checkInfo, checkOfficeKey, checkQuota } from './check-account.ts';
import { checkMiniApp } from './check-mini-app.ts';
import { checkWebhook } from './check-webhook.ts';
import { reportOf } from './finding.ts';
import { setUpMenus } from './set-up-menus.ts';
import type { SetupDeps } from './setup-deps.ts';
import { setupText as t } from './text.ts';

/**
 * Brings the office's account on LINE to what the program needs and says what a person still has to do. Running it again
 * changes nothing that is right already; stopped anywhere, the next run completes it. Says no secret.
 */
export async function runSetup(deps: SetupDeps): Promise<CommandReport> {
  const info = await deps.account.info();
  if (info.kind !== 'told') {
    const status = info.kind === 'failed' ? info.status : 404;
    const text = status === 401 ? t.wrongToken : t.lineFailed(t.steps.account, status);
    return reportOf([{ level: 'bad', text }], t.endings);
  }
  return reportOf(
    [
      ...checkInfo(info.value),
      ...(await checkWebhook(deps)),
      ...(await setUpMenus(deps)),
      ...(await checkMiniApp(deps)),
      ...(await checkGroups(deps)),
      ...(await checkQuota(deps)),
      ...(await checkOfficeKey(deps)),
    ],
    t.endings,
  );
}
