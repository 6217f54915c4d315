import type { Finding } from '../../bot/setup/finding.ts';
import { CASES_ACCOUNT } from '../secrets.ts';
import type { CheckMode, DeployDeps } from './deploy-deps.ts';
import type { Told } from './google-project.ts';
import { grantRoles } from './grant-roles.ts';
import { refusedFinding } from './refused-finding.ts';
import { deployText as t } from './text.ts';

/** What the function that shows cases does: reads and writes documents, reads and writes files. The keyring firebase-tools gives it. */
const ROLES = ['roles/datastore.user', 'roles/storage.objectUser'];
/** A new account is known to all of Google within a minute ("Create service accounts"), and two people may change a policy at once. */
const TRIES = 15;
const WAIT_MS = 6_000;

type Deps = Pick<DeployDeps, 'google' | 'clock' | 'settings'>;

/** Whether the function that shows cases has an account of its own with its rights; when preparing, sees to it. */
export async function ensureCasesAccount(deps: Deps, mode: CheckMode): Promise<Finding> {
  const { google, clock, settings } = deps;
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const refused = (told: Exclude<Told<never>, { kind: 'told' }>) =>
    refusedFinding(t.google.account, told, projectId);
  const there = await google.account(CASES_ACCOUNT);
  if (there.kind === 'failed') return refused(there);
  if (there.kind === 'none') {
    if (mode === 'look') return { level: 'look', text: t.accountLater };
    const made = await google.makeAccount(CASES_ACCOUNT);
    if (made.kind !== 'told') return refused(made);
  }
  const member = `serviceAccount:${CASES_ACCOUNT}@${projectId}.iam.gserviceaccount.com`;
  for (let tried = 1; ; tried += 1) {
    const policy = await google.policy();
    if (policy.kind !== 'told') return refused(policy);
    const wanted = grantRoles(policy.value, member, ROLES);
    if (!wanted) return { level: tried === 1 ? 'good' : 'done', text: t.accountRight };
    if (mode === 'look') return { level: 'look', text: t.accountLater };
    const set = await google.setPolicy(wanted);
    if (set.kind === 'told') return { level: 'done', text: t.accountRight };
    const mayPass = set.kind === 'failed' && (set.status === 400 || set.status === 409);
    if (!mayPass || tried === TRIES) return refused(set);
    await clock.sleep(WAIT_MS);
  }
}
