import { checkKeys } from '../keys/check.ts';
import { groups } from '../people/records.ts';
import type { Finding } from './finding.ts';
import type { AccountInfo } from './line-account.ts';
import type { SetupDeps } from './setup-deps.ts';
import { setupText as t } from './text.ts';

/** Whether LINE takes the token, and who the account is. */
export async function checkAccount({ account }: Pick<SetupDeps, 'account'>): Promise<readonly Finding[]> {
  const info = await account.info();
  if (info.kind === 'told') return checkInfo(info.value);
  const status = info.kind === 'failed' ? info.status : 404;
  return [{ level: 'bad', text: status === 401 ? t.wrongToken : t.lineFailed(t.steps.account, status) }];
}

/** Who the account is and how it answers. */
export function checkInfo({ basicId, displayName, chatMode }: AccountInfo): readonly Finding[] {
  return [
    { level: 'good', text: t.account(displayName, basicId) },
    ...(chatMode === 'chat' ? [{ level: 'look', text: t.chatMode } as const] : []),
  ];
}

/** Whether the account may join groups. LINE has no call that says so; an account that is in one may. */
export async function checkGroups({ store }: SetupDeps): Promise<readonly Finding[]> {
  for (const status of ['linked', 'joined'] as const) {
    const found = await store?.query({ collection: groups, where: [['status', '==', status]], limit: 1 });
    if (found && found.length > 0) return [{ level: 'good', text: t.groupsAllowed }];
  }
  return [{ level: 'look', text: t.groupsSwitch }];
}

/** How many messages the month still has. */
export async function checkQuota({ line }: SetupDeps): Promise<readonly Finding[]> {
  const quota = await line.quota();
  if (!quota) return [{ level: 'bad', text: t.lineFailed(t.steps.quota, 0) }];
  if (quota.limit === undefined) return [{ level: 'good', text: t.quotaFree }];
  const left = Math.max(0, quota.limit - quota.used);
  return [{ level: left > 0 ? 'good' : 'look', text: t.quota(left, quota.limit) }];
}

/** Whether complaints can be sealed and read: without the office's key none can be taken. */
export async function checkOfficeKey({
  settings,
  store,
  clock,
  random,
}: SetupDeps): Promise<readonly Finding[]> {
  if (!store) {
    const hint = t.noOfficeYet(t.closed('no-office', settings));
    return [
      { level: 'look', text: hint },
      { level: 'bad', text: t.keyMissing },
    ];
  }
  const { ok } = await checkKeys({ dataDir: settings.DATA_DIR, store, clock, random });
  return [ok ? { level: 'good', text: t.keyThere } : { level: 'bad', text: t.keyWrong }];
}
