import { liffConfigSchema } from '../../shared/api/liff-config.ts';
import { publicAddress } from './check-webhook.ts';
import type { Finding } from './finding.ts';
import type { SetupDeps } from './setup-deps.ts';
import { setupText as t } from './text.ts';

/**
 * Whether the mini-app's ids fit together and the program serves it at the public address. A LIFF id begins with the id of the
 * LINE Login channel it belongs to ("LIFF app", LIFF id); which provider a channel is under, LINE tells no program.
 */
export async function checkMiniApp({ settings, readJson }: SetupDeps): Promise<readonly Finding[]> {
  const { LIFF_ID: liffId, LINE_LOGIN_CHANNEL_ID: channelId } = settings;
  if (!liffId || !channelId) return [{ level: 'bad', text: t.noLiff }];
  if (!liffId.startsWith(`${channelId}-`)) return [{ level: 'bad', text: t.liffOfOtherChannel }];
  const findings: Finding[] = [{ level: 'good', text: t.liffFits }];
  const address = publicAddress(settings.PUBLIC_URL);
  if (address === undefined) return findings;
  const config = liffConfigSchema.safeParse(await readJson(`${address}/liff/config.json`));
  if (!config.success) findings.push({ level: 'bad', text: t.liffNotServed(`${address}/liff/`) });
  else if (config.data.liffId !== liffId) findings.push({ level: 'bad', text: t.liffOtherServed });
  else findings.push({ level: 'good', text: t.liffServed(`${address}/liff/`) });
  return [
    ...findings,
    { level: 'look', text: t.liffEndpoint(`${address}/liff/`) },
    { level: 'look', text: t.sameProvider },
  ];
}
