import type { Finding } from '../../bot/setup/finding.ts';
import { checkBucket, ensureDatabase } from './check-places.ts';
import type { CheckMode, DeployDeps } from './deploy-deps.ts';
import { ensureServices } from './ensure-services.ts';
import { BILLING_SERVICE, SERVICES } from './needed-services.ts';
import { refusedFinding } from './refused-finding.ts';
import { deployText as t } from './text.ts';

/** What was found of the project, and what of it the next checks can go by. */
export interface ProjectState {
  readonly findings: readonly Finding[];
  readonly hasDatabase: boolean;
  readonly hasSecrets: boolean;
  /** Whether service accounts and rights can be seen. */
  readonly hasAccounts: boolean;
  readonly bucket: string | undefined;
}

type Deps = Pick<DeployDeps, 'google' | 'clock' | 'settings' | 'say'>;

/**
 * Whether the Google project can carry the office: it is there, is paid for, its APIs are on, its database and its bucket are of
 * the right kind. Each step needs the one before; what cannot be seen yet is left out, and said.
 */
export async function checkProject(deps: Deps, mode: CheckMode): Promise<ProjectState> {
  const findings: Finding[] = [];
  const none = { hasDatabase: false, hasSecrets: false, hasAccounts: false, bucket: undefined };
  const isBad = () => findings.some(({ level }) => level === 'bad');
  findings.push(await checkThere(deps));
  if (isBad()) return { findings, ...none };

  const billing = await ensureServices(deps, [BILLING_SERVICE], mode);
  findings.push(...billing.findings);
  if (billing.on.has(BILLING_SERVICE)) findings.push(await checkBilling(deps));
  if (isBad()) return { findings, ...none };

  const services = await ensureServices(deps, SERVICES, mode);
  findings.push(...services.findings);
  if (services.findings.length === 0) findings.push({ level: 'good', text: t.servicesOn });
  if (isBad()) return { findings, ...none };

  const on = (service: string) => services.on.has(service);
  const database = on('firestore.googleapis.com') ? await ensureDatabase(deps, mode) : undefined;
  const bucket = on('firebasestorage.googleapis.com') ? await checkBucket(deps) : undefined;
  findings.push(...[database, bucket].flatMap((one) => one?.finding ?? []));
  return {
    findings,
    hasDatabase: database?.isThere ?? false,
    hasSecrets: on('secretmanager.googleapis.com'),
    hasAccounts: on('iam.googleapis.com') && on('cloudresourcemanager.googleapis.com'),
    bucket: bucket?.name,
  };
}

/** Google says "forbidden" of a project that is not there, too: it tells strangers nothing. */
async function checkThere({ google, settings }: Deps): Promise<Finding> {
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const told = await google.project();
  if (told.kind === 'told') return { level: 'good', text: t.projectThere(projectId) };
  if (told.kind === 'none' || told.why === 'forbidden') {
    return { level: 'bad', text: t.projectMissing(projectId) };
  }
  return refusedFinding(t.google.project, told, projectId);
}

async function checkBilling({ google, settings }: Deps): Promise<Finding> {
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const told = await google.billing();
  if (told.kind !== 'told') return refusedFinding(t.google.billing, told, projectId);
  return told.value ? { level: 'good', text: t.blaze } : { level: 'bad', text: t.notBlaze(projectId) };
}
