import { checkAccount } from '../../bot/setup/check-account.ts';
import { checkMiniApp } from '../../bot/setup/check-mini-app.ts';
import { publicAddress } from '../../bot/setup/check-webhook.ts';
import type { Finding } from '../../bot/setup/finding.ts';
import { setupText } from '../../bot/setup/text.ts';
import type { DeployDeps } from './deploy-deps.ts';
import { deployText as t } from './text.ts';

/**
 * What can be seen of the LINE channels before anything is deployed: the token, the mini-app's ids, and where LINE sends to now.
 * The channel secret shows only when LINE tests the webhook afterwards.
 */
export async function checkLine(deps: DeployDeps): Promise<readonly Finding[]> {
  const { settings, account } = deps;
  const address = publicAddress(settings.PUBLIC_URL);
  const ids = await checkMiniApp({
    ...deps,
    store: undefined,
    // Nothing serves the mini-app yet.
    settings: { ...settings, PUBLIC_URL: undefined },
  });
  const first = await checkAccount(deps);
  if (address === undefined) return [...first, ...ids, { level: 'bad', text: setupText.noPublicUrl }];
  if (first.some(({ level }) => level === 'bad')) return [...first, ...ids];
  const webhook = await account.webhook();
  const isOther = webhook.kind === 'told' && webhook.value.url !== `${address}/webhook`;
  const moves = isOther ? t.webhookMoves(webhook.value.url, `${address}/webhook`) : undefined;
  return [...first, ...ids, ...(moves === undefined ? [] : [{ level: 'look', text: moves } as const])];
}
