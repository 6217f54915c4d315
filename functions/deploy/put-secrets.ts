import type { Finding } from '../../bot/setup/finding.ts';
import type { DeploySettings } from './deploy-settings.ts';
import type { GoogleProject } from './google-project.ts';
import { makeLocalKey } from './local-secrets.ts';
import { refusedFinding } from './refused-finding.ts';
import { keyAsSecret, type SecretStep } from './secret-plan.ts';
import { deployText as t } from './text.ts';

/**
 * Brings Secret Manager to what was planned; a key that nobody has is made in `DATA_DIR/keys` first, so that the office has it
 * too. Stops at the first that fails: the next run goes on there. Values go to Google and nowhere else.
 */
export async function putSecrets(
  google: GoogleProject,
  settings: DeploySettings,
  steps: readonly SecretStep[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const step of steps) {
    if (step.kind === 'right' || step.kind === 'stop') continue;
    const { name } = step;
    const value = step.kind === 'put' ? step.value : keyAsSecret(makeLocalKey(settings.DATA_DIR, step.name));
    const told = await google.putSecret(name, value);
    if (told.kind !== 'told') {
      return [...findings, refusedFinding(t.secretPutFailed(name), told, settings.GOOGLE_CLOUD_PROJECT)];
    }
    const isEmpty = step.kind === 'put' && step.isEmpty;
    findings.push({ level: 'done', text: isEmpty ? t.keyringReserved : t.secretPut(name) });
  }
  if (steps.some(({ kind }) => kind === 'make')) {
    findings.push({ level: 'look', text: t.keyMade(settings.DATA_DIR) });
  }
  return findings;
}
