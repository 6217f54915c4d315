import type { Finding } from '../../bot/setup/finding.ts';
import type { DeploySettings } from './deploy-settings.ts';
import type { GoogleProject } from './google-project.ts';
import { type ReadKept, readKeptSecrets } from './kept-secrets.ts';
import { DamagedKeyFile, readLocalSecrets } from './local-secrets.ts';
import { refusedFinding } from './refused-finding.ts';
import { KEYRING, type KeysInUse, type LocalSecrets, planSecrets, type SecretStep } from './secret-plan.ts';
import { deployText as t } from './text.ts';

/** What is to be done with the secrets, and what there is to say of it. No value is ever said. */
export interface SecretsState {
  readonly findings: readonly Finding[];
  readonly steps: readonly SecretStep[];
}

/** Compares the secrets of this machine with those of the project. Changes nothing. */
export async function checkSecrets(
  google: GoogleProject,
  settings: DeploySettings,
  inUse: KeysInUse,
): Promise<SecretsState> {
  const { DATA_DIR: dataDir } = settings;
  let local: LocalSecrets;
  try {
    local = await readLocalSecrets(settings);
  } catch (error) {
    if (!(error instanceof DamagedKeyFile)) throw error;
    return { findings: [{ level: 'bad', text: t.keyFileDamaged(error.file, dataDir) }], steps: [] };
  }
  const read = await readKeptSecrets(google);
  if (read.kind !== 'read') return { findings: [unread(read, settings.GOOGLE_CLOUD_PROJECT)], steps: [] };
  const steps = planSecrets(local, read.kept, inUse);
  const closed: readonly Finding[] =
    inUse.sealingKeyId === undefined ? [{ level: 'look', text: t.complaintsClosed }] : [];
  return { findings: [...steps.map((step) => findingOf(step, dataDir)), ...closed], steps };
}

function unread(read: Exclude<ReadKept, { kind: 'read' }>, projectId: string): Finding {
  if (read.kind === 'damaged') return { level: 'bad', text: t.secretDamaged(read.name, projectId) };
  const { name, told } = read;
  return told.why === 'other'
    ? { level: 'bad', text: t.secretsUnread(name, told.status, projectId) }
    : refusedFinding(name, told, projectId);
}

function findingOf(step: SecretStep, dataDir: string): Finding {
  const { name } = step;
  if ('isEmpty' in step && step.isEmpty) return { level: 'look', text: t.keyringEmpty };
  if (step.kind === 'right') return { level: 'good', text: t.secretRight(name) };
  if (step.kind === 'put') return { level: 'look', text: t.secretWillPut(name, step.isNew) };
  if (step.kind === 'make') return { level: 'look', text: t.secretWillMake(name) };
  const isOther = step.why === 'differs' && name !== KEYRING;
  return { level: 'bad', text: isOther ? t.keyDiffers(name, dataDir) : t.keyLost(name, dataDir) };
}
