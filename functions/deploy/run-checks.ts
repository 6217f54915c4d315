import type { Finding } from '../../bot/setup/finding.ts';
import type { Store } from '../../bot/store/store.ts';
import { checkLine } from './check-line.ts';
import { checkOffice } from './check-office.ts';
import { checkProject } from './check-project.ts';
import { checkSecrets } from './check-secrets.ts';
import type { CheckMode, DeployDeps } from './deploy-deps.ts';
import { ensureCasesAccount } from './ensure-cases-account.ts';
import { patientProject } from './patient-project.ts';
import type { SecretStep } from './secret-plan.ts';
import { deployText as t } from './text.ts';

/** What was found, and what the deployment goes by when nothing was bad. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly isReady: boolean;
  readonly bucket: string;
  readonly steps: readonly SecretStep[];
}

/**
 * Every check there is, before anything of the office leaves this machine. In the mode `look` nothing at all is changed; in
 * `prepare` the project gets the APIs and the database it lacks, once LINE's side is well. `openStore` is asked once the database is there.
 */
export async function runChecks(
  deps: DeployDeps,
  wanted: CheckMode,
  openStore: () => Promise<Store>,
): Promise<Checked> {
  const findings: Finding[] = [...(await checkLine(deps))];
  const isBad = () => findings.some(({ level }) => level === 'bad');
  const mode = isBad() ? 'look' : wanted;
  const google = mode === 'prepare' ? patientProject(deps.google, deps.clock) : deps.google;
  const project = await checkProject({ ...deps, google }, mode);
  findings.push(...project.findings);

  const bucket = project.bucket ?? '';
  if (await deps.isOfficeOnMachine()) {
    findings.push({ level: 'bad', text: t.officeOnMachine(deps.settings.DATA_DIR, bucket) });
  }
  // Where there is no database yet, no key is in use.
  let inUse = {
    keys: { CONVERSATION_KEY: false, RECEIPT_KEY: false },
    sealingKeyId: undefined as string | undefined,
  };
  let isOfficeSeen = true;
  if (project.hasDatabase) {
    const office = await checkOffice(await openStore(), deps);
    findings.push(office.finding);
    if (office.inUse) inUse = { ...office.inUse, sealingKeyId: office.inUse.sealingKeyId };
    else isOfficeSeen = false;
  }
  const secrets =
    project.hasSecrets && isOfficeSeen ? await checkSecrets(google, deps.settings, inUse) : undefined;
  findings.push(...(secrets?.findings ?? []));
  if (project.hasAccounts) findings.push(await ensureCasesAccount({ ...deps, google }, 'look'));
  const isReady = !isBad() && project.hasDatabase && bucket !== '' && secrets !== undefined;
  return { findings, isReady, bucket, steps: secrets?.steps ?? [] };
}
