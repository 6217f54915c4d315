import type { Finding } from './finding.ts';
import type { SetupDeps } from './setup-deps.ts';
import { setupText as t } from './text.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The public address without a slash at its end; undefined when it is missing or LINE would not take it. */
export function publicAddress(publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined) return undefined;
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || LOOPBACK.has(hostname) ? publicUrl.replace(/\/+$/, '') : undefined;
}

/** Sets the webhook address where it is another one, then lets LINE itself try it. */
export async function checkWebhook({ settings, account }: SetupDeps): Promise<readonly Finding[]> {
  const address = publicAddress(settings.PUBLIC_URL);
  if (address === undefined) return [{ level: 'bad', text: t.noPublicUrl }];
  const url = `${address}/webhook`;
  const findings: Finding[] = [];
  const before = await account.webhook();
  if (before.kind === 'failed') return [{ level: 'bad', text: t.lineFailed(t.steps.webhook, before.status) }];
  const isSet = before.kind === 'told' && before.value.url === url;
  if (!isSet && (await account.setWebhook(url)).kind !== 'told')
    return [{ level: 'bad', text: t.webhookRefused(url) }];
  findings.push(
    isSet ? { level: 'good', text: t.webhookRight(url) } : { level: 'done', text: t.webhookSet(url) },
  );
  // Of an address that was just set LINE may still tell the state before; the switch is another matter than the address.
  const now = isSet ? before : await account.webhook();
  const isOn = now.kind === 'told' && now.value.active;
  findings.push(isOn ? { level: 'good', text: t.webhookOn } : { level: 'bad', text: t.webhookOff });
  const test = await account.testWebhook(url);
  if (test.kind !== 'told')
    findings.push({
      level: 'bad',
      text: t.lineFailed(t.steps.webhookTest, test.kind === 'failed' ? test.status : 404),
    });
  else if (test.value.success) findings.push({ level: 'good', text: t.webhookAnswers });
  else findings.push({ level: 'bad', text: t.webhookSilent(test.value.statusCode, test.value.reason) });
  return findings;
}
