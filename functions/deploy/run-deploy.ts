import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstAdminCode } from '../../bot/people/first-admin.ts';
import { type Finding, reportOf } from '../../bot/setup/finding.ts';
import { setUpLine } from '../../bot/setup/run-setup.ts';
import type { Store } from '../../bot/store/store.ts';
import type { DeployDeps } from './deploy-deps.ts';
import { ensureCasesAccount } from './ensure-cases-account.ts';
import { firebaseRuns } from './firebase-runs.ts';
import { functionsEnv } from './functions-env.ts';
import { patientProject } from './patient-project.ts';
import { putSecrets } from './put-secrets.ts';
import { type Checked, runChecks } from './run-checks.ts';
import { smokeCheck } from './smoke-check.ts';
import { deployText as t } from './text.ts';

const isWell = (findings: readonly Finding[]) => findings.every(({ level }) => level !== 'bad');

/**
 * `npm run deploy`: every check, then secrets, Firebase, a look at what runs, and LINE's side, in this order. Nothing of the
 * office leaves this machine while one check fails, and LINE is not pointed at an office that does not answer. Stopped anywhere,
 * the next run completes it; of what is right already it changes nothing. Says no secret. Returns whether the office runs.
 */
export async function runDeploy(deps: DeployDeps, command: 'check' | 'deploy'): Promise<boolean> {
  let opened: Promise<Store> | undefined;
  const openStore = () => {
    opened ??= deps.openStore();
    return opened;
  };
  try {
    deps.say(t.phases.check);
    const checked = await runChecks(deps, command === 'check' ? 'look' : 'prepare', openStore);
    if (command === 'check' || !checked.isReady) return report(deps, checked.findings, t.checkEndings);
    reportLines(deps, checked.findings);
    const wrong = await bring(deps, checked);
    if (wrong) return report(deps, wrong, t.endings);
    const { findings, adminCode } = await afterwards(deps, await openStore());
    const isOffice = report(deps, findings, t.endings);
    // Last, where it is still seen when the rest has scrolled away.
    if (adminCode !== undefined) t.firstAdmin(adminCode).forEach(deps.say);
    return isOffice;
  } finally {
    await (await opened)?.close();
  }
}

/** Brings everything to Google. Returns what went wrong; undefined when all of it is there. */
async function bring(deps: DeployDeps, { bucket, steps }: Checked): Promise<readonly Finding[] | undefined> {
  const { settings, clock, say } = deps;
  const google = patientProject(deps.google, clock);
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  say(t.phases.build);
  if (!(await deps.build())) return [{ level: 'bad', text: t.buildFailed }];
  say(t.phases.secrets);
  const put = await putSecrets(google, settings, steps);
  if (!isWell(put)) return put;
  const account = await ensureCasesAccount({ settings, clock, google }, 'prepare');
  if (!isWell([account])) return [account];
  reportLines(deps, [...put, account]);
  writeFileSync(join(deps.functionsFolder, `.env.${projectId}`), functionsEnv(settings, bucket));
  say(t.phases.deploy);
  for (const words of firebaseRuns(projectId)) {
    if ((await deps.firebase(words)) !== 0) return [{ level: 'bad', text: t.firebaseFailed(projectId) }];
  }
  say(t.deployed);
  return undefined;
}

async function afterwards(
  deps: DeployDeps,
  store: Store,
): Promise<{ readonly findings: readonly Finding[]; readonly adminCode?: string | undefined }> {
  const { settings, clock, random, say } = deps;
  say(t.phases.look);
  const seen = await smokeCheck(settings, clock, say);
  if (!isWell(seen)) return { findings: [...seen, { level: 'look', text: t.webhookUntouched }] };
  reportLines(deps, seen);
  say(t.phases.line);
  const findings = await setUpLine({ ...deps, store });
  return { findings, adminCode: await firstAdminCode(store, clock, random) };
}

function reportLines({ say }: DeployDeps, findings: readonly Finding[]): void {
  const { lines } = reportOf(findings, { well: '', notWell: '' });
  // Without the empty line and the ending.
  lines.slice(0, -2).forEach(say);
}

function report(
  { say }: DeployDeps,
  findings: readonly Finding[],
  endings: { well: string; notWell: string },
): boolean {
  const { ok, lines } = reportOf(findings, endings);
  lines.forEach(say);
  return ok;
}
